import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { demands } from "#db/schema/index.ts";

export async function listDemands(campaignId: string) {
  return db
    .select({
      id: demands.id,
      slug: demands.slug,
      title: demands.title,
      shortTitle: demands.shortTitle,
      summary: demands.summary,
      why: demands.why,
      standardUrl: demands.standardUrl,
    })
    .from(demands)
    .where(eq(demands.campaignId, campaignId))
    .orderBy(asc(demands.position));
}
