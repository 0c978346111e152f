import { z } from "zod";
import { writeAudit } from "#app/audit/write.server.ts";
import type { JobKind, JobMoment } from "#app/jobs/job-kind.ts";
import { sql, type Transaction } from "#db/client.server.ts";
import { fromHex, toHex } from "./bytes.ts";
import { saltOf } from "./entry.ts";
import { instantInWords } from "./finding.ts";
import { printHandoverRow, printHandoverStart } from "./handover.ts";
import type { SignedHead } from "./head.ts";
import { findNewestHead } from "./heads.server.ts";
import { listKeys } from "./keys.server.ts";
import { entryOf, type EntryRow } from "./nodes.server.ts";
import { sha256 } from "./node-tools.server.ts";
import { readHead } from "./read-json.ts";

const ROWS_A_PIECE = 10_000;
const Cursor = z.object({ position: z.number().int(), opened: z.number().int(), head: z.unknown() });

type Row = EntryRow & { secret: Buffer | null; letter: string; country: string; confirmedOn: string; owner: Buffer };

/**
 * The register up to its newest signed state as a file to hand over to whom the letter is to: every entry, and for each
 * signature that counts what its entry stands for. No name and no address are in it; see docs/verify.md.
 */
export const handoverJob: JobKind<Record<string, never>> = {
  input: z.object({}).strict(),
  file: { name: "handover.jsonl", mediaType: "application/jsonl; charset=utf-8" },
  async step(tx, moment) {
    const { campaignId, cursor } = moment;
    const begun = cursor === null ? undefined : Cursor.parse(cursor);
    const head = begun ? readHead(begun.head) : await findNewestHead(campaignId);
    if (!head) return { cursor: null, done: 0, total: 0, isLast: true, note: "Nothing has been entered into the register yet.", result: { signatures: 0 } };
    const from = begun ?? { position: 0, opened: 0 };
    const until = Math.min(from.position + ROWS_A_PIECE, head.size);
    const rows = await readRows(campaignId, from.position, until);
    const opened = from.opened + rows.filter(({ secret }) => secret !== null).length;
    const isLast = until === head.size;
    if (isLast) await logHandover(tx, moment, { signatures: head.count, opened });
    return {
      cursor: { position: until, opened, head },
      done: rows.length,
      total: head.size,
      piece: Buffer.from((begun ? "" : await printStart(head)) + rows.map(print).join("")),
      isLast,
      ...(isLast ? { result: { signatures: head.count, opened, "state of": instantInWords(head.signedAt) } } : {}),
    };
  },
};

async function readRows(campaignId: string, begin: number, end: number) {
  return sql<Row[]>`
    select e.position, e.kind, e.hour, e.commitment, e.meant, r.secret, r.letter, r.country, r.confirmed_on as "confirmedOn", r.owner
    from register_entries e left join register_secrets r on r.campaign_id = e.campaign_id and r.position = e.position and r.is_counted
    where e.campaign_id = ${campaignId} and e.position >= ${begin} and e.position < ${end} order by e.position`;
}

function print({ secret, letter, country, confirmedOn, owner, ...row }: Row): string {
  const { position } = row;
  const entry = entryOf(row);
  if (secret === null) return printHandoverRow({ position, entry });
  return printHandoverRow({ position, entry, opened: { salt: toHex(saltOf(sha256, secret)), committed: { letter, country, confirmedOn, owner: toHex(owner) } } });
}

async function printStart(head: SignedHead) {
  const key = (await listKeys()).find(({ id }) => id === head.key);
  if (!key || !fromHex(key.publicKey)) throw new Error("The key of the newest state is gone.");
  return printHandoverStart(head, { id: key.id, publicKey: key.publicKey });
}

async function logHandover(tx: Transaction, { jobId, campaignId, requestedBy, now }: JobMoment<unknown>, after: { signatures: number; opened: number }) {
  await writeAudit(tx, { campaignId, by: requestedBy, act: "exported", subject: "list", subjectId: jobId, title: "Register, for handing over", after }, now);
}
