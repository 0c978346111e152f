import { and, asc, eq, sql as raw } from "drizzle-orm";
import { z } from "zod";
import { writeAudit } from "#app/audit/write.server.ts";
import type { JobKind, JobMoment, JobStep } from "#app/jobs/job-kind.ts";
import type { Transaction } from "#db/client.server.ts";
import { askingMarks, signatures } from "#db/schema/index.ts";
import { countSignatures } from "../count.server.ts";
import { askSigners, type AskingUrls } from "./ask-signers.server.ts";
import { type ChangedLetter, findChangedLetter } from "./changed-letter.server.ts";

const SIGNATURES_A_STEP = 500;

const Input = z.object({ letterVersionId: z.guid(), askedAt: z.iso.datetime() });
const Cursor = z.object({ isNameShown: z.boolean(), confirmedAt: z.string(), id: z.guid(), asked: z.number().int() });
type Input = z.infer<typeof Input>;
type Cursor = z.infer<typeof Cursor>;

/**
 * Goes through the confirmed signatures in the order of their index and asks whoever is under an earlier text. Those who
 * are confirmed behind its back are asked by the clock; see `askLateSigners`.
 */
export function askSignersAgainJob(urls: AskingUrls): JobKind<Input> {
  return {
    input: Input,
    async step(tx, moment) {
      const letter = await findChangedLetter(moment.input.letterVersionId, tx);
      const cursor = moment.cursor === null ? null : Cursor.parse(moment.cursor);
      if (!letter) return superseded(cursor);
      const rows = await nextConfirmed(tx, moment.campaignId, cursor);
      const asked = (cursor?.asked ?? 0) + (await askSigners(tx, { letter, ids: rows.map(({ id }) => id), urls }, moment.now));
      const last = rows.at(-1);
      if (!last || rows.length < SIGNATURES_A_STEP) return end(tx, moment, letter, rows.length, asked);
      const total = cursor ? {} : { total: await countSignatures(moment.campaignId) };
      return { cursor: { ...last, asked }, done: rows.length, ...total, isLast: false, result: { asked } };
    },
  };
}

/** What it has asked stays asked; the newer change has a job of its own. */
function superseded(cursor: Cursor | null): JobStep {
  const note = "Ended: a newer change of the letter is asked about instead, or its signers may no longer be asked.";
  return { cursor: null, done: 0, isLast: true, note, result: { asked: cursor?.asked ?? 0 } };
}

/** Instants as PostgreSQL spells them, which has more digits than a Date. */
async function nextConfirmed(tx: Transaction, campaignId: string, cursor: Cursor | null) {
  const { isNameShown, confirmedAt, id } = signatures;
  return tx
    .select({ isNameShown, confirmedAt: raw<string>`${confirmedAt}::text`, id })
    .from(signatures)
    .where(
      and(
        eq(signatures.campaignId, campaignId),
        eq(signatures.state, "confirmed"),
        cursor ? raw`(${isNameShown}, ${confirmedAt}, ${id}) > (${cursor.isNameShown}, ${cursor.confirmedAt}::timestamptz, ${cursor.id}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(isNameShown), asc(confirmedAt), asc(id))
    .limit(SIGNATURES_A_STEP);
}

async function end(tx: Transaction, { jobId, campaignId, requestedBy, input, now }: JobMoment<Input>, letter: ChangedLetter, looked: number, asked: number): Promise<JobStep> {
  const through = { askedThrough: new Date(input.askedAt) };
  await tx
    .insert(askingMarks)
    .values({ letterVersionId: letter.change.id, ...through })
    .onConflictDoUpdate({ target: askingMarks.letterVersionId, set: through });
  const { language, number } = letter.change;
  const entry = { campaignId, by: requestedBy, act: "asked again", subject: "signatures", subjectId: jobId } as const;
  const title = asked === 1 ? "1 signer" : `${asked.toLocaleString("en")} signers`;
  await writeAudit(tx, { ...entry, title, after: { language, version: number, signers: asked } }, now);
  return { cursor: null, done: looked, isLast: true, result: { asked } };
}

