import { canSign } from "#app/campaigns/states.ts";
import { findCampaign } from "#app/campaigns/find.server.ts";
import { findLetterFor } from "./find.server.ts";

const KEPT_MS = 1_000;
const MAX_KEPT = 200;

type OpenLetter = Awaited<ReturnType<typeof readOpenLetter>>;

/** Which text was on the page; the newest in the campaign's main language where the form does not say. */
interface ReadVersion {
  language?: string | undefined;
  number?: number | undefined;
}

const kept = new Map<string, { readAt: number; letter: Promise<OpenLetter> }>();

/**
 * What a signing needs to know of its campaign and of the version that was read: kept for a second, so that under
 * load a signing asks the database for one thing only. Undefined when there is no such letter or it is not open.
 */
export function findOpenLetter(slug: string, read: ReadVersion = {}, now: number = Date.now()) {
  const key = `${slug} ${read.language ?? ""} ${read.number ?? ""}`;
  const known = kept.get(key);
  if (known && now - known.readAt < KEPT_MS) return known.letter;
  if (kept.size >= MAX_KEPT) kept.clear();
  const letter = readOpenLetter(slug, read);
  kept.set(key, { readAt: now, letter });
  letter.catch(() => kept.delete(key));
  return letter;
}

async function readOpenLetter(slug: string, read: ReadVersion) {
  const campaign = await findCampaign(slug);
  if (!campaign || !canSign(campaign)) return undefined;
  const letter = await findLetterFor(campaign.id, read);
  return letter && { campaign, letter };
}
