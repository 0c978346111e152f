import type { FolderCampaign } from "./folder-campaign.ts";
import type { OpenFolder } from "./reading.ts";
import { Demand, slug as slugShape } from "./shapes.ts";

const DEMAND = /^demands\/([^/]+)\.md$/;

/** One file a demand: its number gives its place, the rest of its name is its slug. */
export function readDemands(folder: OpenFolder): FolderCampaign["demands"] {
  const seen = new Map<string, string>();
  const found = folder.list(DEMAND).flatMap(({ file, match: [, name = ""] }) => {
    const demand = folder.readFrontMatterFile(file, Demand);
    const [, number, slug = ""] = /^(\d{1,3})-(.+)$/.exec(name) ?? [];
    const fault = number === undefined || !slugShape.safeParse(slug).success ? NAMES : twinOf(seen, [`place ${Number(number)}`, `slug ${slug}`], file);
    if (fault) folder.faults.push({ file, line: 1, message: fault });
    if (!demand || fault) return [];
    const { title, short_title: shortTitle, summary, standard } = demand.value;
    return [{ place: Number(number), demand: { slug, title, shortTitle, summary, why: demand.body, standardUrl: standard || null } }];
  });
  return found.toSorted((one, other) => one.place - other.place).map(({ demand }) => demand);
}

const NAMES = "Name the file by its place and its slug, for example demands/01-endorse.md.";

function twinOf(seen: Map<string, string>, names: string[], file: string): string | undefined {
  const twin = names.map((name) => seen.get(name)).find((other) => other !== undefined);
  for (const name of names) seen.set(name, file);
  return twin && `${twin} has the same place or the same slug.`;
}
