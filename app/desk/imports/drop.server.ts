import { and, eq, inArray, isNull, lt, or, sql as raw } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { importFaults, importKeys, importPieces, jobs, signatureImports } from "#db/schema/index.ts";
import { isReady } from "./ask.server.ts";
import { IMPORT_DAYS } from "./limits.ts";

const HOUR_MS = 60 * 60 * 1000;

/** Drops a file that is not wanted, before the clock does. One that is just being read stays until then. */
export async function dropImport({ campaignId, importId, by }: { campaignId: string; importId: string; by: string }, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [dropped] = await tx
      .update(signatureImports)
      .set({ droppedAt: now })
      .where(isReady(campaignId, importId))
      .returning({ checkJobId: signatureImports.checkJobId });
    if (!dropped) return { outcome: "not there" } as const;
    await dropFile(tx, { importId, checkJobId: dropped.checkJobId }, now);
    await writeAudit(tx, { campaignId, by, act: "deleted", subject: "import", subjectId: importId, title: "a file of signatures" }, now);
    return { outcome: "dropped" } as const;
  });
}

/** The file, and what was found in it. */
async function dropFile(tx: Transaction, { importId, checkJobId }: { importId: string; checkJobId: string | null }, now: Date) {
  await tx.delete(importPieces).where(eq(importPieces.importId, importId));
  if (!checkJobId) return;
  await tx.update(jobs).set({ state: "cancelled", endedAt: now }).where(and(eq(jobs.id, checkJobId), isNull(jobs.endedAt)));
  await tx.delete(importFaults).where(eq(importFaults.jobId, checkJobId));
  await tx.delete(importKeys).where(eq(importKeys.jobId, checkJobId));
}

/**
 * Run by the clock: files that broke off on their way, files that are old and that no job reads, and whom a dry run had
 * met when it was cancelled or given up.
 */
export async function forgetImports(now: Date = new Date()) {
  const brokenOff = and(isNull(signatureImports.receivedAt), lt(signatureImports.createdAt, new Date(now.getTime() - HOUR_MS)));
  await db.delete(signatureImports).where(brokenOff);
  const open = db.select({ id: jobs.id }).from(jobs).where(isNull(jobs.endedAt));
  const isRead = or(inArray(signatureImports.checkJobId, open), inArray(signatureImports.importJobId, open));
  const isOld = lt(signatureImports.createdAt, new Date(now.getTime() - IMPORT_DAYS * 24 * HOUR_MS));
  await db.transaction(async (tx) => {
    const dropped = await tx
      .update(signatureImports)
      .set({ droppedAt: now })
      .where(and(isNull(signatureImports.droppedAt), isOld, raw`(${isRead}) is not true`))
      .returning({ importId: signatureImports.id, checkJobId: signatureImports.checkJobId });
    for (const one of dropped) await dropFile(tx, one, now);
  });
  await db.delete(importKeys).where(inArray(importKeys.jobId, db.select({ id: jobs.id }).from(jobs).where(raw`${jobs.endedAt} is not null`)));
}
