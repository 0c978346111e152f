import { asc, count, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { coSigners } from "#db/schema/index.ts";

export async function listCoSigners(campaignId: string) {
  return db
    .select({ name: coSigners.name, url: coSigners.url, joinedOn: coSigners.joinedOn })
    .from(coSigners)
    .where(eq(coSigners.campaignId, campaignId))
    .orderBy(asc(coSigners.position), asc(coSigners.name));
}

/** The same for whoever changes them: by their keys. */
export async function listCoSignersToChange(campaignId: string) {
  return db
    .select({ id: coSigners.id, name: coSigners.name, url: coSigners.url, joinedOn: coSigners.joinedOn })
    .from(coSigners)
    .where(eq(coSigners.campaignId, campaignId))
    .orderBy(asc(coSigners.position), asc(coSigners.name));
}

export async function countCoSigners(campaignId: string) {
  const [row] = await db.select({ total: count() }).from(coSigners).where(eq(coSigners.campaignId, campaignId));
  return row?.total ?? 0;
}
