import { askForJob } from "#app/jobs/ask.server.ts";
import { db } from "#db/client.server.ts";

/** The file to hand over becomes the worker's. */
export async function askForHandover(ask: { id: string; campaignId: string; by: string }, now: Date = new Date()) {
  return db.transaction((tx) => askForJob(tx, { ...ask, kind: "hand over register", title: "File for handing over", input: {} }, now));
}
