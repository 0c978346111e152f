import { and, asc, desc, eq, gt, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { hasId } from "#db/id.ts";
import { importFaults, jobs, organizers, signatureImports } from "#db/schema/index.ts";
import { CheckResult } from "./check-job.server.ts";
import { readWindow } from "./read-window.server.ts";

const LISTED = 50;
const ROWS_SHOWN = 3;
const CELL_MAX = 60;

export type Import = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/** The newest imports of a campaign, as far as their files came whole. */
export async function listImports(campaignId: string) {
  return db
    .select({
      id: signatureImports.id, title: signatureImports.title, bytes: signatureImports.bytes, sentBy: organizers.name, createdAt: signatureImports.createdAt,
      way: signatureImports.way, confirmed: signatureImports.confirmed, jobState: jobs.state, droppedAt: signatureImports.droppedAt,
    })
    .from(signatureImports)
    .innerJoin(organizers, eq(organizers.id, signatureImports.uploadedBy))
    .leftJoin(jobs, eq(jobs.id, signatureImports.importJobId))
    .where(and(eq(signatureImports.campaignId, campaignId), isNotNull(signatureImports.receivedAt)))
    .orderBy(desc(signatureImports.id))
    .limit(LISTED);
}

/** One import with its newest dry run and the job that brought it in, as far as there are. */
export async function findImport(campaignId: string, importId: string) {
  const [found] = await db
    .select({ file: signatureImports, sentBy: organizers.name })
    .from(signatureImports)
    .innerJoin(organizers, eq(organizers.id, signatureImports.uploadedBy))
    .where(and(eq(signatureImports.campaignId, campaignId), hasId(signatureImports.id, importId), isNotNull(signatureImports.receivedAt)));
  if (!found) return undefined;
  const { checkJobId, importJobId } = found.file;
  const [check, brought] = await Promise.all([findJobOf(checkJobId), findJobOf(importJobId)]);
  return { ...found.file, sentBy: found.sentBy, check: check && { ...check, result: CheckResult.safeParse(check.result).data }, brought };
}

async function findJobOf(jobId: string | null) {
  if (!jobId) return undefined;
  const [job] = await db
    .select({
      id: jobs.id, title: jobs.title, state: jobs.state, done: jobs.done, total: jobs.total, startedAt: jobs.startedAt, error: jobs.error, result: jobs.result,
    })
    .from(jobs)
    .where(eq(jobs.id, jobId));
  return job;
}

/** The first rows as they will be read. Of an address only its domain is shown, as everywhere on the desk. */
export async function previewRows(file: Pick<Import, "id" | "bytes" | "delimiter" | "encoding" | "droppedAt">): Promise<string[][]> {
  if (file.droppedAt) return [];
  const { rows } = await readWindow(file, { at: 0, line: 1 }, 1 + ROWS_SHOWN);
  return rows.slice(1).map(({ cells }) => cells.map(shown));
}

function shown(cell: string) {
  const bare = cell.replace(/\S+@(\S+)/g, "…@$1").replace(/\p{C}/gu, " ");
  return bare.length > CELL_MAX ? `${bare.slice(0, CELL_MAX - 1)}…` : bare;
}

/** What a dry run found wrong, in the order of the file; `after` is the position of the last one on the page before. */
export async function listFaults(jobId: string, { after = -1, limit }: { after?: number; limit: number }) {
  return db
    .select()
    .from(importFaults)
    .where(and(eq(importFaults.jobId, jobId), gt(importFaults.position, after)))
    .orderBy(asc(importFaults.position))
    .limit(limit);
}
