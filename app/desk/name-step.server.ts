import { seenOf } from "#app/campaigns/seen.server.ts";
import { type ChangedMeanwhile, changeSettings, type Seen, type Settings, type SettingsChange, settingsOf } from "#app/campaigns/settings.server.ts";
import { isSlugTaken } from "#app/campaigns/slug-taken.server.ts";
import { readLetterDraft, saveLetterDraftIn } from "#app/letters/draft.server.ts";
import { moveEmptyDraft } from "#app/letters/move-empty-draft.server.ts";
import type { DeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import { db, type Transaction } from "#db/client.server.ts";

interface NameStep extends Seen {
  campaign: Pick<DeskCampaign, "id" | "language" | "revision">;
  values: Settings & { language: string };
  addressees: { typed: string; before: string };
  by: string;
}

const NAMES = ["name", "slug", "goal", "language"];

/** What the first step's form shows, and what it was opened at. */
export async function readNameStep(campaign: DeskCampaign) {
  const { text } = await readLetterDraft(campaign.id, campaign.language);
  return { addressees: text.addressees, seen: seenOf(settingsOf(campaign, NAMES)) };
}

/** Name, address, goal and language of the campaign, and to whom its letter is: all of it or nothing. */
export async function saveNameStep({ campaign, values, addressees, by, ...form }: NameStep, now: Date = new Date()): Promise<SettingsChange | { outcome: "slug taken" }> {
  const saving = db.transaction(async (tx) => {
    const change = await changeSettings(tx, { campaignId: campaign.id, values, by, ...form }, now);
    if (change.outcome === "changed meanwhile") throw new Conflict(change);
    if (values.language !== campaign.language) await moveEmptyDraft(tx, { campaignId: campaign.id, from: campaign.language, to: values.language });
    await nameAddressees(tx, { campaign, language: values.language, addressees, by }, now);
    return change;
  });
  return saving.catch((error: unknown) => {
    if (error instanceof Conflict) return error.change;
    if (isSlugTaken(error)) return { outcome: "slug taken" } as const;
    throw error;
  });
}

/** Left as they were, they are not written: somebody may have changed them in the letter meanwhile. */
async function nameAddressees(
  tx: Transaction,
  { campaign, language, addressees: { typed, before }, by }: Pick<NameStep, "campaign" | "addressees" | "by"> & { language: string },
  now: Date,
) {
  const { text, revision, updatedBy, updatedAt } = await readLetterDraft(campaign.id, language, tx);
  if (typed === before || typed === text.addressees) return;
  const isOther = text.addressees !== before && text.addressees !== "";
  const saved = isOther ? undefined : await saveLetterDraftIn(tx, { campaignId: campaign.id, language, text: { ...text, addressees: typed }, revision, by }, now);
  if (saved && saved.outcome !== "conflict") return;
  throw new Conflict({ outcome: "changed meanwhile", theirs: { addressees: text.addressees }, by: updatedBy, at: updatedAt ?? now, revision: campaign.revision });
}

/** Takes back what the transaction has written so far. */
class Conflict extends Error {
  constructor(readonly change: ChangedMeanwhile) {
    super("Somebody saved this meanwhile.");
  }
}
