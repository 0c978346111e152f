import { zipSync } from "fflate";
import type { FolderFiles } from "./folder-campaign.ts";
import { MAX_FILES, MAX_FOLDER_BYTES, MAX_ZIP_BYTES, tooLarge } from "./limits.ts";
import { isNotOurs } from "./file-names.ts";
import { filesOfZip, type ZippedFile } from "./unzip.ts";

/** The first day that a zip can name: the same campaign is the same file, whenever it is zipped. */
const NO_DAY = new Date(1980, 0, 1);

/** The folder as one file, under a folder of this name. */
export function zipFolder(files: FolderFiles, name: string): Uint8Array<ArrayBuffer> {
  const entries = [...files].map(([path, content]) => [`${name}/${path}`, content] as const);
  return zipSync(Object.fromEntries(entries), { mtime: NO_DAY, level: 6 });
}

export type Unzipped = { outcome: "unzipped"; files: FolderFiles } | { outcome: "refused"; reason: string };

/**
 * The files of a zipped folder, with or without one folder around them. What is too large, too many, or names a place
 * outside is refused with a sentence before it is unpacked. The files are still to be checked.
 */
export function unzipFolder(zip: Uint8Array): Unzipped {
  if (zip.length > MAX_ZIP_BYTES) return refused("This file is too large for a campaign.");
  try {
    const listed = listFiles(zip);
    if (!listed.ok) return refused(listed.reason);
    return { outcome: "unzipped", files: withoutTopFolder(listed.files.map((file) => [file.name, file.unpack()])) };
  } catch {
    return refused("This is not a zip file that can be read.");
  }
}

/** All that is to be unpacked, when all that the zip lists may stand in it. */
function listFiles(zip: Uint8Array): { ok: true; files: ZippedFile[] } | { ok: false; reason: string } {
  const seen = new Map<string, number>();
  const files: ZippedFile[] = [];
  for (const file of filesOfZip(zip)) {
    const reason = whyNot(file.name, file.bytes, seen);
    if (reason !== undefined) return { ok: false, reason };
    seen.set(file.name, file.bytes);
    if (!file.name.endsWith("/") && !isNotOurs(file.name)) files.push(file);
  }
  return { ok: true, files };
}

function refused(reason: string): Unzipped {
  return { outcome: "refused", reason };
}

function whyNot(name: string, bytes: number, seen: Map<string, number>): string | undefined {
  if (isOutside(name)) return `The zip holds a file with a name that leads out of its folder: ${printable(name)}.`;
  if (seen.has(name)) return `The zip holds the file ${printable(name)} twice.`;
  if (seen.size >= MAX_FILES * 2) return `The zip holds more than ${MAX_FILES} files.`;
  const isLarge = !isNotOurs(name) && tooLarge(name.includes("images/") ? "images/" : name, bytes);
  if (isLarge) return `${printable(name)}: ${isLarge}`;
  const total = [...seen.values()].reduce((sum, size) => sum + size, bytes);
  return total > MAX_FOLDER_BYTES ? "The zip holds more than a campaign can be." : undefined;
}

function isOutside(name: string): boolean {
  return /^\/|\\|^[a-z]:|\0/i.test(name) || name.split("/").some((part) => part === ".." || part === ".");
}

/** A name as it may stand in a sentence: short, and without what would change how the rest is shown. */
function printable(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, "?").slice(0, 100);
}

function withoutTopFolder(entries: [string, Uint8Array][]): FolderFiles {
  const tops = new Set(entries.map(([path]) => path.split("/", 1)[0]));
  const [top] = tops;
  const isWrapped = tops.size === 1 && entries.every(([path]) => path.includes("/"));
  const cut = isWrapped && top !== undefined ? top.length + 1 : 0;
  return new Map(entries.map(([path, content]) => [path.slice(cut), content]));
}
