import { z } from "zod";
import { writeAudit } from "#app/audit/write.server.ts";
import type { JobMoment, JobStep } from "#app/jobs/job-kind.ts";
import { sql, type Transaction } from "#db/client.server.ts";
import type { ListDefinition } from "./definition.ts";
import { openSelection } from "./selected.server.ts";
import { readIds } from "./read-page.server.ts";
import type { Selection } from "./selection.ts";
import { signaturesList } from "./signatures-list.server.ts";

/** How a job goes through many signatures of one campaign, a thousand a step, and what it writes at its end. */
const SIGNATURES_A_STEP = 1_000;

const Cursor = z.object({ after: z.array(z.string()).nullable(), changed: z.number().int() });
const START = { after: null, changed: 0 };

type Standing = Pick<JobMoment<unknown>, "campaignId" | "cursor">;

export interface Walk {
  ids: string[];
  after: string[] | null;
  words: string;
  total?: number;
}

/** The next of those that were selected; with an instant, only those that had signed by then. */
export async function nextSelected({ campaignId, cursor }: Standing, selection: Selection, askedAt?: string): Promise<Walk> {
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

/** The next of those that an earlier job changed; `list` gives them by their ids, in order. */
export async function nextOfJob({ cursor }: Standing, words: string, list: (page: { after: string | null; limit: number }) => Promise<string[]>): Promise<Walk> {
  const { after } = Cursor.parse(cursor ?? START);
  const ids = await list({ after: after?.[0] ?? null, limit: SIGNATURES_A_STEP });
  const last = ids.at(-1);
  return { ids, after: ids.length === SIGNATURES_A_STEP && last ? [last] : null, words };
}

interface Ending extends Walk {
  changed: number;
  act: "removed" | "restored" | "released" | "held back";
  told: Record<string, string>;
}

/** With the last step the log says how many and why, and names nobody. */
export async function endStep(tx: Transaction, moment: JobMoment<unknown>, ending: Ending): Promise<JobStep> {
  const { jobId, campaignId, requestedBy, now } = moment;
  const { ids, after, total, act, told } = ending;
  const changed = Cursor.parse(moment.cursor ?? START).changed + ending.changed;
  const isLast = after === null;
  if (isLast) {
    const title = changed === 1 ? "1 signature" : `${changed.toLocaleString("en")} signatures`;
    await writeAudit(tx, { campaignId, by: requestedBy, act, subject: "signatures", subjectId: jobId, title, after: { ...told, signatures: changed } }, now);
  }
  return { cursor: { after, changed }, done: ids.length, ...(total === undefined ? {} : { total }), isLast, ...(isLast ? { result: { [act]: changed } } : {}) };
}
