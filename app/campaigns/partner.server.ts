import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { coSigners } from "#db/schema/index.ts";

/** The co-signer of this campaign whose own link bears this name. */
export async function findPartner(campaignId: string, partner: string) {
  const [found] = await db
    .select({ id: coSigners.id, name: coSigners.name })
    .from(coSigners)
    .where(and(eq(coSigners.campaignId, campaignId), eq(coSigners.partner, partner)));
  return found && { ...found, key: partner };
}
