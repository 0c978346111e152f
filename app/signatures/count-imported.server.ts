import { and, eq, sum } from "drizzle-orm";
import { db, sql } from "#db/client.server.ts";
import { signatureImports } from "#db/schema/index.ts";

/** An import is not counted anew before this many times as long has passed as its last count took. */
const RESTS = 20;

/**
 * Of the confirmed signatures those that were brought in from elsewhere and have not been confirmed by a mail of ours.
 * As the clock counted them last: never a count over all of them.
 */
export async function countImported(campaignId: string): Promise<number> {
  const [row] = await db
    .select({ total: sum(signatureImports.confirmed).mapWith(Number) })
    .from(signatureImports)
    .where(and(eq(signatureImports.campaignId, campaignId), eq(signatureImports.way, "elsewhere")));
  return row?.total ?? 0;
}

/** Run by the clock: withdrawn and removed ones leave the number. */
export async function countImports(now: Date = new Date(), { rests = RESTS }: { rests?: number } = {}) {
  const due = await sql<{ id: string; jobId: string }[]>`
    select id, import_job_id as "jobId" from signature_imports
    where import_job_id is not null and coalesce(rests_until <= ${now}, true)`;
  for (const { id, jobId } of due) {
    const begun = performance.now();
    const [row] = await sql<{ confirmed: number }[]>`
      select count(*)::int as confirmed from signatures where import_job_id = ${jobId} and state = 'confirmed'`;
    const restsUntil = new Date(now.getTime() + rests * (performance.now() - begun));
    await sql`update signature_imports set confirmed = ${row?.confirmed ?? 0}, counted_at = ${now}, rests_until = ${restsUntil} where id = ${id}`;
  }
}
