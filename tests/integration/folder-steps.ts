import { v7 } from "uuid";
import { checkFolder } from "#app/folders/check.ts";
import { exportCampaign } from "#app/folders/export.server.ts";
import type { FolderCampaign, FolderFiles } from "#app/folders/folder-campaign.ts";
import { importCampaign } from "#app/folders/import.server.ts";
import { printCampaign } from "#app/folders/print.ts";
import { db } from "#db/client.server.ts";
import { organizers } from "#db/schema/index.ts";

/** Steps that the stories of folders share. */
export function textsOf(files: FolderFiles) {
  return Object.fromEntries([...files].map(([path, content]) => [path, Buffer.from(content).toString(path.startsWith("images/") ? "base64" : "utf8")]));
}

let met = 0;

/** An organizer of no campaign yet. */
export async function aNewcomer(name = "Grace Hopper") {
  met += 1;
  const [organizer] = await db.insert(organizers).values({ name, email: `newcomer-${met}@example.org` }).returning();
  if (!organizer) throw new Error("The database returned no row.");
  return organizer;
}

export async function imports(campaign: FolderCampaign, by: { id: string }, { id = v7(), slug }: { id?: string; slug?: string } = {}) {
  return { id, ...(await importCampaign({ files: printCampaign(campaign), id, slug, by: by.id })) };
}

/** A campaign's export, which any check has to find in order. */
export async function exportsInOrder(campaignId: string) {
  const files = await exportCampaign(campaignId);
  const checked = checkFolder(files);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return { files, campaign: checked.campaign };
}
