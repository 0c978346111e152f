import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { criteria } from "#db/schema/index.ts";

/** The standards of a framework, in its order; none for a campaign without one. */
export async function listCriteria(frameworkId: string | null) {
  if (frameworkId === null) return [];
  return db
    .select({ slug: criteria.slug, title: criteria.title, summary: criteria.summary, points: criteria.points })
    .from(criteria)
    .where(eq(criteria.frameworkId, frameworkId))
    .orderBy(asc(criteria.position));
}
