import { and, eq, inArray, sql as raw } from "drizzle-orm";
import { ASK_AGAIN } from "#app/letters/asking-rules.ts";
import type { db, Transaction } from "#db/client.server.ts";
import { jobs } from "#db/schema/index.ts";

/** Jobs that ask about this version and have not ended. */
export async function listOpenAskings(tx: Transaction | typeof db, campaignId: string, versionId: string) {
  return tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.campaignId, campaignId),
        eq(jobs.kind, ASK_AGAIN),
        inArray(jobs.state, ["waiting", "running"]),
        raw`${jobs.input}->>'letterVersionId' = ${versionId}`,
      ),
    );
}
