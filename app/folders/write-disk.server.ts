import { lstat, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { INNER_FOLDERS, isCampaignFile } from "./file-names.ts";
import type { FolderFiles } from "./folder-campaign.ts";

export type DiskWriting = { outcome: "written"; changed: string[]; removed: string[] } | { outcome: "refused"; reason: string };

/**
 * Writes an export, into a new or empty folder, or over an earlier export of the same campaign: then what is gone is
 * removed, and files that are not a campaign's stay. `slugs` are those that the campaign has and had.
 */
export async function writeDisk(folder: string, files: FolderFiles, slugs: readonly string[]): Promise<DiskWriting> {
  const reason = await whyNot(folder, slugs);
  if (reason !== undefined) return { outcome: "refused", reason };
  await mkdir(folder, { recursive: true });
  const changed: string[] = [];
  // campaign.json first: a folder that was begun can be gone on with.
  const inOrder = [...files].toSorted(([one], [other]) => Number(other === "campaign.json") - Number(one === "campaign.json"));
  for (const [path, content] of inOrder) {
    if (await putFile(join(folder, path), content, { isOurs: isCampaignFile(path) })) changed.push(path);
  }
  return { outcome: "written", changed, removed: await removeGone(folder, files) };
}

async function whyNot(folder: string, slugs: readonly string[]): Promise<string | undefined> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    if (error.code === "ENOTDIR") return undefined;
    throw error;
  });
  if (!names) return "It is a file.";
  for (const inner of INNER_FOLDERS) {
    const found = await lstat(join(folder, inner)).catch(() => undefined);
    if (found && !found.isDirectory()) return `${inner} in it is not a folder but a link or a file.`;
  }
  if (names.every((name) => name.startsWith("."))) return undefined;
  const slug = await slugIn(folder);
  if (slug === undefined) return "It holds other files, and is no export of a campaign. Give a new or an empty folder.";
  if (!slugs.includes(slug)) return `It holds another campaign, ${slug}. Give a new or an empty folder.`;
  return undefined;
}

const Ours = z.object({ format: z.number(), slug: z.string().regex(/^[a-z0-9-]+$/) });

/** Which campaign was exported into a folder; undefined when none was. */
export async function slugIn(folder: string): Promise<string | undefined> {
  const place = join(folder, "campaign.json");
  const isFile = await lstat(place).then((found) => found.isFile() && found.size < 100_000, () => false);
  if (!isFile) return undefined;
  try {
    return Ours.parse(JSON.parse(await readFile(place, "utf8"))).slug;
  } catch {
    return undefined;
  }
}

/** By a file beside it and a renaming, so that nobody finds half a file; a link in its place is replaced, not followed. */
async function putFile(place: string, content: Uint8Array, { isOurs }: { isOurs: boolean }): Promise<boolean> {
  const found = await lstat(place).catch(() => undefined);
  // Somebody's own README.md is theirs.
  if (found && !isOurs) return false;
  if (found?.isFile() && Buffer.from(content).equals(await readFile(place))) return false;
  await mkdir(dirname(place), { recursive: true });
  const beside = join(dirname(place), `.${process.pid}.countersign`);
  await writeFile(beside, content, { flag: "w" });
  await rename(beside, place);
  return true;
}

async function removeGone(folder: string, files: FolderFiles): Promise<string[]> {
  const removed: string[] = [];
  for (const inner of ["", ...INNER_FOLDERS]) {
    for (const name of await readdir(join(folder, inner)).catch(() => [])) {
      const path = inner === "" ? name : `${inner}/${name}`;
      if (!isCampaignFile(path) || files.has(path) || name.startsWith(".")) continue;
      await rm(join(folder, path));
      removed.push(path);
    }
    // Only an empty one goes.
    if (inner !== "") await rmdir(join(folder, inner)).catch(() => {});
  }
  return removed;
}
