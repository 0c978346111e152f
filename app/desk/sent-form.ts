const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** What a form carries for the machine. */
const UNSPOKEN = new Set(["revision"]);

export interface SentForm {
  path: string;
  fields: [string, string][];
}

/**
 * Where a form was being sent, in plain words: the campaign's name, then the rooms of its address, e.g.
 * "Dear retailers, targets, corner shop, contacts".
 * @param campaigns Those of the organizer, whose names they know.
 */
export function placeOfForm({ path }: Pick<SentForm, "path">, campaigns: { slug: string; name: string }[]): string {
  const [, , ...steps] = (path.split("?", 1)[0] ?? "").split("/");
  const [first = "", second, ...rest] = steps;
  const campaign = first === "campaigns" ? campaigns.find(({ slug }) => slug === second) : undefined;
  const spoken = campaign ? [campaign.name, ...rest.map(words)] : steps.map(words);
  return spoken.filter((step) => step !== "").join(", ");
}

/** The fields that a person filled in, with a label made of their names; empty ones say nothing. */
export function spokenFields({ fields }: Pick<SentForm, "fields">): { label: string; value: string }[] {
  return fields
    .filter(([name, value]) => value.trim() !== "" && !UUID.test(value) && !UNSPOKEN.has(name))
    .map(([name, value]) => ({ label: capital(words(name)), value }));
}

function words(name: string) {
  return UUID.test(name) ? "" : name.replace(/[-_]+/g, " ").trim();
}

function capital(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
