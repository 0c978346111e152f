import { z } from "zod";
import { writeAudit } from "#app/audit/write.server.ts";
import type { JobKind, JobMoment, JobStep } from "#app/jobs/job-kind.ts";
import { listRemovedBy } from "#app/signatures/remove.server.ts";
import { sql, type Transaction } from "#db/client.server.ts";
import { removeFromLetter, restoreToLetter } from "../moderate.server.ts";
import type { ListDefinition } from "./definition.ts";
import { openSelection } from "./selected.server.ts";
import { readIds } from "./read-page.server.ts";
import { Selection } from "./selection.ts";
import { signaturesList } from "./signatures-list.server.ts";

const SIGNATURES_A_STEP = 1_000;

/** Who signs after it was asked for is not touched, whatever the filters say. */
export const RemovalInput = z.object({ selection: Selection, reason: z.string(), askedAt: z.iso.datetime() });
/** What is selected, or just what an earlier job removed: then it undoes that job. */
export const RestorationInput = z.union([z.object({ selection: Selection }), z.object({ jobId: z.guid() })]);

const Cursor = z.object({ after: z.array(z.string()).nullable(), changed: z.number().int() });
const START = { after: null, changed: 0 };

/** Removes what was selected, as far as it had been signed when that was asked for. */
export const removeSignaturesJob: JobKind<z.infer<typeof RemovalInput>> = {
  input: RemovalInput,
  undoneBy: "restore signatures",
  async step(tx, moment) {
    const { campaignId, jobId, input, now } = moment;
    const { ids, ...walk } = await nextSelected(moment, input.selection, input.askedAt);
    const removed = await removeFromLetter(tx, { campaignId, ids, reason: input.reason, jobId }, now);
    return endStep(tx, moment, { ...walk, looked: ids.length, changed: removed, act: "removed", told: { reason: input.reason, which: walk.words } });
  },
};

/** Gives those that were selected, or those that a job removed, their states back. */
export const restoreSignaturesJob: JobKind<z.infer<typeof RestorationInput>> = {
  input: RestorationInput,
  async step(tx, moment) {
    const { campaignId, input, now } = moment;
    const { ids, ...walk } = "selection" in input ? await nextSelected(moment, input.selection) : await nextOfRemoval(tx, moment, input.jobId);
    const restored = await restoreToLetter(tx, { campaignId, ids }, now);
    return endStep(tx, moment, { ...walk, looked: ids.length, changed: restored, act: "restored", told: { which: walk.words } });
  },
};

interface Walk {
  after: string[] | null;
  words: string;
  total?: number;
}

async function nextSelected({ campaignId, cursor }: Pick<JobMoment<unknown>, "campaignId" | "cursor">, selection: Selection, askedAt?: string) {
  const { after } = Cursor.parse(cursor ?? START);
  const selected = await openSelection(askedAt ? signedUntil(askedAt) : signaturesList, campaignId, selection);
  const rows = await readIds(selected.list, { ...selected.reading, after, limit: SIGNATURES_A_STEP });
  const isFull = rows.length === SIGNATURES_A_STEP;
  return {
    ids: rows.map(({ id }) => id),
    after: isFull ? (rows.at(-1)?.keys ?? null) : null,
    words: selected.wordsForLog,
    ...(cursor === null ? { total: await selected.count() } : {}),
  };
}

function signedUntil(instant: string): ListDefinition {
  return {
    ...signaturesList,
    async source(scope) {
      const whole = await signaturesList.source(scope);
      return { ...whole, where: [...whole.where, sql`s.created_at <= ${instant}::text::timestamptz`] };
    },
  };
}

async function nextOfRemoval(tx: Transaction, { campaignId, cursor }: Pick<JobMoment<unknown>, "campaignId" | "cursor">, jobId: string): Promise<Walk & { ids: string[] }> {
  const { after } = Cursor.parse(cursor ?? START);
  const ids = await listRemovedBy(tx, { campaignId, jobId, after: after?.[0] ?? null, limit: SIGNATURES_A_STEP });
  const last = ids.at(-1);
  return { ids, after: ids.length === SIGNATURES_A_STEP && last ? [last] : null, words: "what an earlier removal took" };
}

interface Ending extends Walk {
  looked: number;
  changed: number;
  act: "removed" | "restored";
  told: Record<string, string>;
}

/** With the last step the log says how many and why, and names nobody. */
async function endStep(tx: Transaction, moment: JobMoment<unknown>, ending: Ending): Promise<JobStep> {
  const { jobId, campaignId, requestedBy, now } = moment;
  const { after, total, looked, act, told } = ending;
  const changed = Cursor.parse(moment.cursor ?? START).changed + ending.changed;
  const isLast = after === null;
  if (isLast) {
    const title = changed === 1 ? "1 signature" : `${changed.toLocaleString("en")} signatures`;
    await writeAudit(tx, { campaignId, by: requestedBy, act, subject: "signatures", subjectId: jobId, title, after: { ...told, signatures: changed } }, now);
  }
  return { cursor: { after, changed }, done: looked, ...(total === undefined ? {} : { total }), isLast, ...(isLast ? { result: { [act]: changed } } : {}) };
}
