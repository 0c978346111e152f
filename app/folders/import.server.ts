import { writeAudit } from "#app/audit/write.server.ts";
import { isSlugTaken } from "#app/campaigns/slug-taken.server.ts";
import { db } from "#db/client.server.ts";
import { checkFolder } from "./check.ts";
import type { Fault, FolderCampaign, FolderFiles } from "./folder-campaign.ts";
import { SampleMix } from "./join-retailers.server.ts";
import { readJson } from "./json-lines.ts";
import { textOf } from "./text-file.ts";
import { writeCampaign } from "./write.server.ts";

interface Import {
  files: FolderFiles;
  /** Made with the form, so that sending it twice is importing once. */
  id: string;
  /** In place of the folder's own. */
  slug?: string | undefined;
  /** The organizer who imports it, and owns it from then on. */
  by: string;
  /** The command line imports for an organizer: the log then names nobody. */
  isByCommand?: boolean;
}

export type Imported =
  | { outcome: "imported"; slug: string; leftAsItIs: string[] }
  | { outcome: "slug taken"; slug: string }
  | { outcome: "imported before" }
  | { outcome: "faults"; faults: Fault[] };

/**
 * A campaign from its folder: a draft in test mode, its letters as drafts, its owner whoever imports it. All of it or
 * nothing. What the shared directory holds is left as it is, and `leftAsItIs` says in sentences where the folder differs.
 */
export async function importCampaign(given: Import, now: Date = new Date()): Promise<Imported> {
  const checked = checkFolder(given.files);
  if (!checked.ok) return { outcome: "faults", faults: checked.faults };
  const { campaign, past } = withoutPast({ ...checked.campaign, slug: given.slug ?? checked.campaign.slug }, now);
  try {
    const leftAsItIs = await insertCampaign(campaign, given, now);
    if (!leftAsItIs) return { outcome: "imported before" };
    return { outcome: "imported", slug: campaign.slug, leftAsItIs: [...past, ...leftAsItIs] };
  } catch (error) {
    if (isSlugTaken(error)) return { outcome: "slug taken", slug: campaign.slug };
    if (error instanceof SampleMix) return { outcome: "faults", faults: mixFaults(error, campaign, given.files) };
    throw error;
  }
}

async function insertCampaign(campaign: FolderCampaign, { id, by, isByCommand = false }: Import, now: Date) {
  return db.transaction(async (tx) => {
    const leftAsItIs = await writeCampaign(tx, campaign, { id, owner: by, now });
    if (!leftAsItIs) return undefined;
    const { name, slug, language } = campaign;
    const entry = { campaignId: id, act: "imported", subject: "campaign", subjectId: id, title: name, after: { name, slug, language } } as const;
    await writeAudit(tx, { ...entry, by: isByCommand ? null : by }, now);
    return leftAsItIs;
  });
}

/** A time that has passed would open or close the new campaign within a minute, and nobody asked for that. */
function withoutPast(campaign: FolderCampaign, now: Date) {
  const { opensAt, closesAt } = campaign;
  const isPast = (time: Date | null) => time !== null && time <= now;
  const past = [
    ...(isPast(opensAt) ? ["The time of opening has passed and was left out."] : []),
    ...(isPast(closesAt) ? ["The time of closing has passed and was left out."] : []),
  ];
  return { campaign: { ...campaign, opensAt: isPast(opensAt) ? null : opensAt, closesAt: isPast(closesAt) ? null : closesAt }, past };
}

function mixFaults({ slugs }: SampleMix, { isSample, retailers }: FolderCampaign, files: FolderFiles): Fault[] {
  const file = "retailers.json";
  const text = textOf(files.get(file) ?? new Uint8Array());
  const reading = readJson(text.ok ? text.text : "");
  const words = isSample ? "is a real company in this house, and this campaign is a sample." : "is made up in this house, and this campaign is no sample.";
  const faults = slugs.map((slug) => {
    const position = retailers.findIndex((retailer) => retailer.slug === slug);
    return { file, line: reading.ok ? reading.lineOf([position, "slug"]) : 1, message: `${slug} ${words}` };
  });
  return faults.toSorted((one, other) => one.line - other.line);
}
