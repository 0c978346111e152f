import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { askForCheck, askForImport } from "#app/desk/imports/ask.server.ts";
import { findImport, listFaults } from "#app/desk/imports/find.server.ts";
import { type Mapping, mappingToBegin } from "#app/desk/imports/mapping.ts";
import { receiveImport } from "#app/desk/imports/receive.server.ts";
import { findJob } from "#app/jobs/find.server.ts";
import { runJobs } from "#app/jobs/run.server.ts";
import { db } from "#db/client.server.ts";
import { campaigns, signatures } from "#db/schema/index.ts";
import { aCampaign, aLetter, anOrganizer } from "#tests/build.ts";

/** Steps that the stories of imports share. */
export const FOREVER = new AbortController().signal;

export type ImportPlace = Awaited<ReturnType<typeof anImportPlace>>;

export async function anImportPlace(given: Partial<typeof campaigns.$inferInsert> = {}) {
  const campaign = await aCampaign(given);
  const letter = await aLetter(campaign.id);
  const grace = await anOrganizer(campaign.id, { role: "owner" });
  return { campaign, letter, grace };
}

export async function receive({ campaign, grace }: ImportPlace, content: string | Buffer) {
  const bytes = Buffer.from(content);
  // In odd pieces, as a network brings them.
  const chunks = Array.from({ length: Math.ceil(bytes.length / 70_001) }, (_, index) => bytes.subarray(index * 70_001, (index + 1) * 70_001));
  return receiveImport({ campaignId: campaign.id, by: grace.id, title: "signatures.csv", chunks: Readable.from(chunks) });
}

export async function received(here: ImportPlace, content: string | Buffer) {
  const taken = await receive(here, content);
  if (taken.outcome === "refused") throw new Error(taken.reason);
  return taken.importId;
}

/** Dry, by the columns that were guessed; what it found, and where the faults are. */
export async function runDry(here: ImportPlace, importId: string, given: Partial<Mapping> = {}) {
  const { campaign, grace } = here;
  const found = await findImport(campaign.id, importId);
  const mapping = { ...mappingToBegin(found?.header ?? [], null), country: "GB", wording: "Tell me what happens.", ...given };
  const id = v7();
  await askForCheck({ id, campaignId: campaign.id, importId, by: grace.id, mapping });
  await runJobs(JOB_KINDS, FOREVER);
  const checked = await findImport(campaign.id, importId);
  return { id, state: checked?.check?.state, result: checked?.check?.result, faults: await listFaults(id, { limit: 1_000 }) };
}

export async function ask({ campaign, grace, letter }: ImportPlace, importId: string, way: "mail" | "elsewhere" = "elsewhere") {
  const id = v7();
  const verification = way === "elsewhere" ? "Each by a mailed link, in May." : "";
  const asked = await askForImport({ id, campaignId: campaign.id, importId, by: grace.id, letterVersionId: letter.id, way, verification, source: "old-petition" });
  return { id, outcome: asked.outcome };
}

/** Dry and then in earnest. */
export async function bringIn(here: ImportPlace, content: string | Buffer, way: "mail" | "elsewhere" = "elsewhere") {
  const importId = await received(here, content);
  await runDry(here, importId);
  const { id } = await ask(here, importId, way);
  await runJobs(JOB_KINDS, FOREVER);
  return { id, importId, job: await findJob(here.campaign.id, id) };
}

export async function signers({ campaign }: ImportPlace) {
  return db.select().from(signatures).where(eq(signatures.campaignId, campaign.id)).orderBy(signatures.canonicalEmail, signatures.seat);
}
