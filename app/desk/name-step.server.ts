import { eq } from "drizzle-orm";
import { seenOf } from "#app/campaigns/seen.server.ts";
import { changeSettings, type Seen, type SettingsChange, settingsOf } from "#app/campaigns/settings.server.ts";
import { isSlugTaken } from "#app/campaigns/slug-taken.server.ts";
import { listDraftTexts, moveEmptyDraft, nameAddressees } from "#app/letters/drafts.server.ts";
import { writeAudit } from "#app/audit/write.server.ts";
import type { DeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import { db } from "#db/client.server.ts";
import { letterDrafts } from "#db/schema/index.ts";

interface NameStep extends Seen {
  campaign: Pick<DeskCampaign, "id" | "language" | "state">;
  values: { name: string; slug: string; goal: number; language: string };
  addressees: string;
  by: string;
}

const NAMES = ["name", "slug", "goal", "language"];

/** What the first step's form shows, and what it was opened at. */
export async function readNameStep(campaign: DeskCampaign) {
  const drafts = await listDraftTexts(campaign.id);
  const addressees = drafts.find(({ language }) => language === campaign.language)?.addressees ?? "";
  return { addressees, seen: seenOf(settingsOf(campaign, NAMES)) };
}

/** Name, address, goal and language of the campaign, and to whom its letter is: all of it or nothing. */
export async function saveNameStep(
  { campaign, values, addressees, by, ...form }: NameStep,
  now: Date = new Date(),
): Promise<SettingsChange | { outcome: "slug taken" }> {
  const saving = db.transaction(async (tx): Promise<SettingsChange> => {
    const change = await changeSettings(tx, { campaignId: campaign.id, values, by, ...form }, now);
    if (change.outcome === "changed meanwhile") return change;
    if (values.language !== campaign.language) {
      await moveEmptyDraft(tx, { campaignId: campaign.id, from: campaign.language, to: values.language });
    }
    const [before] = await tx.select({ language: letterDrafts.language, addressees: letterDrafts.addressees }).from(letterDrafts).where(eq(letterDrafts.campaignId, campaign.id));
    if (await nameAddressees(tx, { campaignId: campaign.id, language: values.language, addressees, by }, now)) {
      const was = before?.language === values.language ? before.addressees : "";
      await writeAudit(
        tx,
        { campaignId: campaign.id, by, act: "changed", subject: "letter", subjectId: values.language, title: values.name, before: { addressees: was }, after: { addressees } },
        now,
      );
      return { outcome: "saved" };
    }
    return change;
  });
  return saving.catch((error: unknown) => {
    if (isSlugTaken(error)) return { outcome: "slug taken" } as const;
    throw error;
  });
}
