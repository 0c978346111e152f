import { v7 } from "uuid";
import { openHouseDatabase } from "./database.server.ts";
import { env } from "./env.server.ts";
import { exportCampaign } from "./folders/export.server.ts";
import { findByAnySlug } from "./folders/find.server.ts";
import type { FolderFiles } from "./folders/folder-campaign.ts";
import { importCampaign } from "./folders/import.server.ts";
import { findOrganizerByEmail, firstOrganizer } from "./folders/owner.server.ts";
import { recordExport } from "./folders/record-export.server.ts";
import { slug as slugShape } from "./folders/shapes.ts";
import { slugIn, writeDisk } from "./folders/write-disk.server.ts";
import { say } from "./log.server.ts";

interface Import {
  /** Checked before. */
  files: FolderFiles;
  slug: string | undefined;
  /** The owner's address. */
  as: string | undefined;
}

/** True when it was imported; says what came of it either way. */
export async function importFrom({ files, slug, as }: Import): Promise<boolean> {
  const named = slugShape.optional().safeParse(slug);
  if (!named.success) return refuse(`--slug ${slug}: ${named.error.issues[0]?.message}`);
  return withDatabase(async () => {
    const owner = as === undefined ? await firstOrganizer(env.ORGANIZER_EMAIL) : await findOrganizerByEmail(as);
    if (!owner) return refuse(`No organizer of this house has the address ${as}.`);
    const imported = await importCampaign({ files, id: v7(), slug, by: owner.id, isByCommand: true });
    if (imported.outcome === "slug taken") return refuse(`A campaign has or had the address ${imported.slug}. Give another one with --slug.`);
    if (imported.outcome !== "imported") return refuse("It was not imported.");
    for (const sentence of imported.leftAsItIs) say(sentence);
    say(`Imported as a draft in test mode: ${imported.slug}, owned by ${owner.email}.`);
    return true;
  });
}

interface Export {
  /** As it was typed. */
  folder: string;
  place: string;
  /** Without one, that of the export which the folder holds. */
  slug: string | undefined;
}

/** True when the folder is now the campaign. */
export async function exportTo({ folder, place, slug }: Export): Promise<boolean> {
  const wanted = slug ?? (await slugIn(place));
  if (wanted === undefined) return refuse("Say which campaign, with --slug.");
  return withDatabase(async () => {
    const campaign = await findByAnySlug(wanted);
    if (!campaign) return refuse(`No campaign of this house has the address ${wanted}.`);
    const written = await writeDisk(place, await exportCampaign(campaign.id), campaign.slugs);
    if (written.outcome === "refused") return refuse(`${folder} was left alone. ${written.reason}`);
    await recordExport({ id: campaign.id, name: campaign.name, by: null });
    for (const path of written.changed) say(`wrote    ${path}`);
    for (const path of written.removed) say(`removed  ${path}`);
    say(written.changed.length + written.removed.length === 0 ? `${folder} was up to date.` : `${folder} is now ${campaign.slug}.`);
    return true;
  });
}

async function withDatabase(work: () => Promise<boolean>): Promise<boolean> {
  const close = await openHouseDatabase();
  try {
    return await work();
  } finally {
    await close();
  }
}

function refuse(sentence: string): false {
  say(sentence);
  return false;
}
