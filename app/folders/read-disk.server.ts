import { constants, type Dirent } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { INNER_FOLDERS, isNotOurs } from "./file-names.ts";
import type { Fault, FolderFiles } from "./folder-campaign.ts";
import { MAX_FILES, tooLarge } from "./limits.ts";

export type DiskReading = { outcome: "read"; files: FolderFiles; faults: Fault[] } | { outcome: "no folder" };

/**
 * The files of a folder on this machine, one level deep, with what may not be read of it: links lead elsewhere, and
 * large files are not opened.
 */
export async function readDisk(folder: string): Promise<DiskReading> {
  const top = await listEntries(folder);
  if (!top) return { outcome: "no folder" };
  const faults: Fault[] = [];
  const files = new Map<string, Uint8Array>();
  const found = top.map((entry) => ({ path: entry.name, entry }));
  for (const inner of top.filter((entry) => entry.isDirectory() && INNER_FOLDERS.includes(entry.name))) {
    const entries = (await listEntries(join(folder, inner.name))) ?? [];
    found.push(...entries.map((entry) => ({ path: `${inner.name}/${entry.name}`, entry })));
  }
  for (const { path, entry } of found) {
    if (isNotOurs(path) || (entry.isDirectory() && INNER_FOLDERS.includes(path))) continue;
    const message = files.size < MAX_FILES ? await whyNot(folder, path, entry) : `The folder holds more than ${MAX_FILES} files.`;
    if (message !== undefined) faults.push({ file: path, line: 1, message });
    // One that is not read is there all the same: it is not missing.
    files.set(path, message === undefined ? await readPlainFile(join(folder, path)) : new Uint8Array());
    if (files.size > MAX_FILES) break;
  }
  return { outcome: "read", files, faults };
}

async function listEntries(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
  return entries?.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

async function whyNot(folder: string, path: string, entry: Dirent): Promise<string | undefined> {
  if (entry.isSymbolicLink()) return "This is a link. Put the file itself here.";
  if (entry.isDirectory()) return "No folder of a campaign has this name.";
  if (!entry.isFile()) return "This is not a file.";
  return tooLarge(path, (await lstat(join(folder, path))).size);
}

/** A link that took the file's place meanwhile is not followed. */
async function readPlainFile(place: string): Promise<Uint8Array> {
  const file = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}
