import { suggestFreeSlug } from "#app/campaigns/slug-taken.server.ts";
import { startCampaign } from "#app/campaigns/start.server.ts";
import { copyCampaign, copyShippedCampaign } from "#app/folders/copy.server.ts";
import { importCampaign } from "#app/folders/import.server.ts";
import { unzipFolder } from "#app/folders/zip.ts";
import type { StartValues } from "./start-form.ts";
import { findOwnSlug } from "#app/organizers/desk-campaigns.server.ts";

interface Start {
  /** Made with the form, so that sending it twice starts one campaign. */
  id: string;
  values: StartValues;
  file: Uint8Array | undefined;
  by: string;
  hasSecondStep: boolean;
}

export type Started =
  | { outcome: "started"; slug: string; leftAsItIs: string[] }
  | { outcome: "refused"; field: "name" | "slug" | "from" | "file"; reason: string }
  | { outcome: "faults"; faults: { file: string; line: number; message: string }[] };

/** A campaign of one's own, begun in one of four ways. Sent twice, it is started once, and both lead to it. */
export async function startFrom(start: Start, now: Date = new Date()): Promise<Started> {
  const started = await (start.values.start === "file" ? startFromFile(start, start.values.slug, now) : startNamed(start, start.values, now));
  return started ?? { outcome: "started", slug: (await findOwnSlug(start.by, start.id)) ?? "", leftAsItIs: [] };
}

/** Undefined when it was started before. */
async function startNamed({ id, by, hasSecondStep }: Start, values: Exclude<StartValues, { start: "file" }>, now: Date): Promise<Started | undefined> {
  const { name } = values;
  const slug = values.slug || (await suggestFreeSlug(name));
  if (slug === "") return { outcome: "refused", field: "slug", reason: "Type an address of letters and digits: the name gives none." };
  const { outcome } = await begin(values, { id, slug, name, by, hasSecondStep }, now);
  if (outcome === "created" || outcome === "started") return { outcome: "started", slug, leftAsItIs: [] };
  if (outcome === "slug taken") return slugTaken(await suggestFreeSlug(name));
  if (outcome !== "no such campaign") return undefined;
  const reason = values.start === "copy" ? "Choose one of your own campaigns." : "The shipped campaign is not in this house any more.";
  return { outcome: "refused", field: "from", reason };
}

type Beginning = Pick<Start, "id" | "by" | "hasSecondStep"> & { slug: string; name: string };

function begin(values: Exclude<StartValues, { start: "file" }>, { hasSecondStep, ...start }: Beginning, now: Date) {
  if (values.start === "blank") return startCampaign({ ...start, language: values.language }, now);
  return values.start === "shipped" ? copyShippedCampaign(start, now) : copyCampaign({ ...start, fromCampaignId: values.from, hasSecondStep }, now);
}

async function startFromFile({ id, file, by }: Start, slug: string, now: Date): Promise<Started | undefined> {
  if (!file) return { outcome: "refused", field: "file", reason: "Choose the zip file of a campaign’s folder." };
  const unzipped = unzipFolder(file);
  if (unzipped.outcome === "refused") return { outcome: "refused", field: "file", reason: unzipped.reason };
  const imported = await importCampaign({ files: unzipped.files, id, by, slug: slug || undefined }, now);
  if (imported.outcome === "imported") return { outcome: "started", slug: imported.slug, leftAsItIs: imported.leftAsItIs };
  if (imported.outcome === "slug taken") return slugTaken(await suggestFreeSlug(imported.slug));
  return imported.outcome === "faults" ? imported : undefined;
}

function slugTaken(free: string): Started {
  const suggestion = free === "" ? "" : ` ${free} is free.`;
  return { outcome: "refused", field: "slug", reason: `Another campaign has this address, or had it once.${suggestion}` };
}
