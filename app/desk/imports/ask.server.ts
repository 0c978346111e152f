import { and, eq, exists, isNotNull, isNull } from "drizzle-orm";
import { askForJob } from "#app/jobs/ask.server.ts";
import { cleanSource } from "#app/signatures/source.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { hasId } from "#db/id.ts";
import { campaigns, jobs, signatureImports } from "#db/schema/index.ts";
import { CheckResult } from "./check-job.server.ts";
import type { ImportInput } from "./import-input.ts";
import { Mapping } from "./mapping.ts";

const DEFAULT_SOURCE = "import";

interface Asking {
  /** Of the job, made with the form that asks: sent twice, it is one job. */
  id: string;
  campaignId: string;
  importId: string;
  by: string;
}

/** The dry run becomes the worker's. Told anew, the columns are checked anew. */
export async function askForCheck({ importId, mapping, ...ask }: Asking & { mapping: Mapping }, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    if (!(await holdReady(tx, ask.campaignId, importId))) return { outcome: "not there" } as const;
    const asked = await askForJob(tx, { ...ask, kind: "check import", title: "Dry run of an import", input: { importId, mapping } }, now);
    // A job that was there is not taken for this one: it checked other columns, or is not even of this file.
    if (asked.outcome === "asked") await tx.update(signatureImports).set({ mapping, checkJobId: ask.id }).where(eq(signatureImports.id, importId));
    return asked;
  });
}

type Entry = Asking & Pick<ImportInput, "way" | "verification" | "letterVersionId"> & { source: string };

/** The import becomes the worker's, once a dry run by these columns has read the file to its end. */
export async function askForImport({ importId, way, verification, letterVersionId, source, ...ask }: Entry, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const mapping = await checkedMapping(tx, ask.campaignId, importId);
    if (!mapping) return { outcome: "not checked" } as const;
    const input: ImportInput = { importId, mapping, letterVersionId, way, verification, source: cleanSource(source) ?? DEFAULT_SOURCE };
    if (!(await holdReady(tx, ask.campaignId, importId))) return { outcome: "not there" } as const;
    const asked = await askForJob(tx, { ...ask, kind: "import signatures", title: "Import of signatures", input }, now);
    if (asked.outcome === "asked") await tx.update(signatureImports).set({ importJobId: ask.id, way, verification, source: input.source }).where(eq(signatureImports.id, importId));
    return asked;
  });
}

/** Nobody else asks for it meanwhile. */
async function holdReady(tx: Transaction, campaignId: string, importId: string) {
  const held = await tx.select({ id: signatureImports.id }).from(signatureImports).where(isReady(campaignId, importId)).for("update");
  return held.length > 0;
}

/** Received whole, still there, not brought in, and of a campaign whose signers are not erased. */
export function isReady(campaignId: string, importId: string) {
  return and(
    hasId(signatureImports.id, importId),
    eq(signatureImports.campaignId, campaignId),
    isNotNull(signatureImports.receivedAt),
    isNull(signatureImports.droppedAt),
    isNull(signatureImports.importJobId),
    exists(db.select({ id: campaigns.id }).from(campaigns).where(and(eq(campaigns.id, campaignId), isNull(campaigns.erasedAt)))),
  );
}

async function checkedMapping(tx: Transaction, campaignId: string, importId: string) {
  const [checked] = await tx
    .select({ mapping: signatureImports.mapping, result: jobs.result })
    .from(signatureImports)
    .innerJoin(jobs, and(eq(jobs.id, signatureImports.checkJobId), eq(jobs.state, "done")))
    .where(and(eq(signatureImports.id, importId), eq(signatureImports.campaignId, campaignId)))
    .for("update", { of: signatureImports });
  const result = CheckResult.safeParse(checked?.result);
  if (!result.success || result.data["Read to its end"] === "no" || result.data["To be added"] === 0) return undefined;
  return Mapping.safeParse(checked?.mapping).data;
}
