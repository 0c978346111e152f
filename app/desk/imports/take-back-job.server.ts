import { and, eq, gt, inArray } from "drizzle-orm";
import { z } from "zod";
import { writeAudit } from "#app/audit/write.server.ts";
import type { JobKind } from "#app/jobs/job-kind.ts";
import type { Transaction } from "#db/client.server.ts";
import { jobs, signatures } from "#db/schema/index.ts";
import { removeFromLetter } from "../moderate.server.ts";
import { ImportInput } from "./import-input.ts";

const SIGNATURES_A_STEP = 1_000;
const REASON = "import taken back";

export const TakeBackInput = z.object({ jobId: z.guid() });
const Cursor = z.object({ stage: z.enum(["pending", "confirmed"]), after: z.string().nullable(), deleted: z.number(), removed: z.number() });

/**
 * Takes an import back. Requests that nobody acted on go whole; what was confirmed elsewhere is removed, and can be
 * restored. Whoever confirmed by a mail of ours has signed by that, and stays.
 */
export const takeBackImportJob: JobKind<z.infer<typeof TakeBackInput>> = {
  input: TakeBackInput,
  undoneBy: "restore signatures",
  asks: "edit",
  async step(tx, { jobId, campaignId, requestedBy, input, cursor, now }) {
    const [imported] = await tx.select({ input: jobs.input }).from(jobs).where(and(eq(jobs.id, input.jobId), eq(jobs.campaignId, campaignId)));
    const way = ImportInput.shape.way.safeParse(imported?.input["way"]);
    const from = Cursor.parse(cursor ?? { stage: "pending", after: null, deleted: 0, removed: 0 });
    const ids = await listOfImport(tx, { campaignId, jobId: input.jobId, state: from.stage, after: from.after });
    const deleted = from.stage === "pending" ? await deleteRequests(tx, ids) : 0;
    const removed = from.stage === "confirmed" ? await removeFromLetter(tx, { campaignId, ids, reason: REASON, jobId }, now) : 0;
    const told = { deleted: from.deleted + deleted, removed: from.removed + removed };
    const isStageOver = ids.length < SIGNATURES_A_STEP;
    const isLast = isStageOver && (from.stage === "confirmed" || way.data === "mail");
    if (isLast) {
      const count = told.deleted + told.removed;
      const title = count === 1 ? "1 signature" : `${count.toLocaleString("en")} signatures`;
      await writeAudit(tx, { campaignId, by: requestedBy, act: "removed", subject: "signatures", subjectId: jobId, title, after: { reason: REASON, ...told } }, now);
    }
    return {
      cursor: isStageOver ? { stage: "confirmed", after: null, ...told } : { stage: from.stage, after: ids.at(-1) ?? null, ...told },
      done: deleted + removed,
      isLast,
      ...(isLast ? { result: { "Requests deleted": told.deleted, "Signatures removed": told.removed } } : {}),
    };
  },
};

async function listOfImport(tx: Transaction, { campaignId, jobId, state, after }: { campaignId: string; jobId: string; state: "pending" | "confirmed"; after: string | null }) {
  const rows = await tx
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(eq(signatures.importJobId, jobId), eq(signatures.state, state), eq(signatures.campaignId, campaignId), after === null ? undefined : gt(signatures.id, after)))
    .orderBy(signatures.id)
    .limit(SIGNATURES_A_STEP);
  return rows.map(({ id }) => id);
}

/** With their mails: what waits does not leave. */
async function deleteRequests(tx: Transaction, ids: string[]) {
  if (ids.length === 0) return 0;
  const gone = await tx.delete(signatures).where(and(inArray(signatures.id, ids), eq(signatures.state, "pending"))).returning({ id: signatures.id });
  return gone.length;
}
