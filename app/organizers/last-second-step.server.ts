import { and, eq, sql as raw } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { campaigns, memberships, organizers } from "#db/schema/index.ts";
import { countSecondSteps } from "./second-step.server.ts";

/**
 * Whether this organizer may give up one of their second steps: not the last, while a campaign of theirs asks for one,
 * or their next sign-in would be let in by the mailed link alone. Until the transaction ends nobody else takes one away.
 */
export async function mayLoseSecondStep(tx: Transaction, organizerId: string): Promise<boolean> {
  await tx.select({ id: organizers.id }).from(organizers).where(eq(organizers.id, organizerId)).for("update");
  if ((await countSecondSteps(tx, organizerId)) > 1) return true;
  const [asking] = await tx
    .select({ one: raw`1` })
    .from(memberships)
    .innerJoin(campaigns, eq(campaigns.id, memberships.campaignId))
    .where(and(eq(memberships.organizerId, organizerId), eq(campaigns.requiresSecondStep, true)))
    .limit(1);
  return asking === undefined;
}
