import type { Fault, FolderCampaign, FolderFiles } from "./folder-campaign.ts";

export type Checked = { ok: true; campaign: FolderCampaign } | { ok: false; faults: Fault[] };

/** Reads a folder whole, and says everything that is wrong in it at once. */
export function checkFolder(files: FolderFiles): Checked {
  return { ok: false, faults: [...files.keys()].map((file) => ({ file, line: 1, message: "The check is still being written." })) };
}
