import { and, eq, isNull, sum } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { paperCounts } from "#db/schema/index.ts";

/** Signatures on paper, as organizers counted them: never among the confirmed ones, and shown apart from them. */
export async function countPaper(campaignId: string): Promise<number> {
  const [row] = await db
    .select({ total: sum(paperCounts.number).mapWith(Number) })
    .from(paperCounts)
    .where(and(eq(paperCounts.campaignId, campaignId), isNull(paperCounts.removedAt)));
  return row?.total ?? 0;
}
