import { askForJob } from "#app/jobs/ask.server.ts";
import { db } from "#db/client.server.ts";
import type { ListDefinition } from "./definition.ts";
import type { Selection } from "./selection.ts";

interface Asking {
  /** Of the job, made with the form that asks: sent twice, it is one job. */
  id: string;
  campaignId: string;
  by: string;
  selection: Selection;
}

/** The signatures' removal becomes the worker's. */
export async function askForRemoval({ selection, reason, ...ask }: Asking & { reason: string }, now: Date = new Date()) {
  const input = { selection, reason, askedAt: now.toISOString() };
  return db.transaction((tx) => askForJob(tx, { ...ask, kind: "remove signatures", title: "Removal of signatures", input }, now));
}

export async function askForRestoration({ selection, ...ask }: Asking, now: Date = new Date()) {
  return db.transaction((tx) => askForJob(tx, { ...ask, kind: "restore signatures", title: "Restoring of signatures", input: { selection } }, now));
}

/** Those that sign afterwards are looked at by themselves. */
export async function askForRelease({ selection, ...ask }: Asking, now: Date = new Date()) {
  const input = { selection, askedAt: now.toISOString() };
  return db.transaction((tx) => askForJob(tx, { ...ask, kind: "release signatures", title: "Release of signatures", input }, now));
}

export async function askForExport({ list, selection, columns, hasMark, ...ask }: Asking & { list: ListDefinition; columns: string[]; hasMark: boolean }, now: Date = new Date()) {
  const input = { list: list.name, selection, columns, hasMark };
  return db.transaction((tx) => askForJob(tx, { ...ask, kind: "export list", title: `Export of ${list.many}`, input }, now));
}
