import { v7 } from "uuid";
import { askForJob } from "#app/jobs/ask.server.ts";
import type { Transaction } from "#db/client.server.ts";
import { ASK_AGAIN } from "./asking-rules.ts";
import { englishName } from "./languages.ts";

interface Asking {
  campaignId: string;
  version: { id: string; language: string; number: number };
  by: string;
  /** Made with the form, where one asks: sent twice it is one job. */
  jobId?: string;
}

/** Asks everybody who signed an earlier text in this language whether they agree to the new one. Returns the job's id. */
export async function askSignersAgain(tx: Transaction, { campaignId, version, by, jobId = v7() }: Asking, now: Date): Promise<string> {
  const title = `Ask signers again: ${englishName(version.language)}, version ${version.number}`;
  const input = { letterVersionId: version.id, askedAt: now.toISOString() };
  await askForJob(tx, { id: jobId, campaignId, kind: ASK_AGAIN, title, input, by }, now);
  return jobId;
}
