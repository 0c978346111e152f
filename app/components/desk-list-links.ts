import type { Thing } from "#app/desk/lists/definition.ts";
import { paths } from "#app/http/paths.ts";

/** Where each list stands, by its name. A new list is a line here. */
const LISTS: Record<string, (slug: string) => string> = {
  signatures: paths.deskSignatures,
  messages: paths.deskMessages,
  deliveries: paths.deskDeliveries,
  retailers: paths.deskRetailers,
  log: paths.deskLog,
};

export function listPath(slug: string, list: string, query = ""): string {
  const path = LISTS[list]?.(slug) ?? paths.deskCampaign(slug);
  return query === "" ? path : `${path}?${query}`;
}

/** Where what is done to ticked rows is asked about, by the act's name. */
export const ACT_PATHS: Record<"release" | "remove" | "restore" | "export", (slug: string, list: string) => string> = {
  release: (slug) => paths.deskRelease(slug),
  remove: (slug) => paths.deskRemoval(slug),
  restore: (slug) => paths.deskRestoration(slug),
  export: paths.deskExport,
};

const THINGS: Partial<Record<Thing["subject"], (slug: string, id: string) => string>> = {
  campaign: (slug) => paths.deskCampaign(slug),
  target: paths.deskTarget,
  contact: paths.deskContacts,
  response: paths.deskResponse,
  signature: paths.deskSignature,
  message: paths.deskMessage,
  job: paths.deskJob,
  // What was done to many at once is told by its job.
  list: paths.deskJob,
  signatures: paths.deskJob,
  post: paths.deskPost,
  // The rest by the page that lists them: everybody may open it, and it is there when the thing itself is gone.
  letter: (slug) => paths.deskLetter(slug),
  demand: (slug) => paths.setUp(slug),
  "co-signer": (slug) => paths.setUp(slug),
  "screening rule": (slug) => paths.deskScreeningRules(slug),
  finding: (slug) => paths.deskScreening(slug),
  settings: (slug) => paths.setUp(slug),
  "test view": (slug) => paths.setUp(slug),
  "test message": (slug) => paths.setUp(slug),
  retailer: (slug) => paths.deskRetailers(slug),
  "press page": (slug) => paths.deskPress(slug),
  "team member": (slug) => paths.deskTeam(slug),
  invitation: (slug) => paths.deskTeam(slug),
  "second step": (slug) => paths.deskTeam(slug),
};

/** The page of a thing; undefined for what has none. */
export function thingPath(slug: string, { subject, id }: Thing): string | undefined {
  return THINGS[subject]?.(slug, id);
}
