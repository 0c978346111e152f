import { asc, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { addDemand } from "#app/campaigns/change-demands.server.ts";
import { startCampaign } from "#app/campaigns/start.server.ts";
import { signOff } from "#app/desk/sign-off.server.ts";
import { fingerprintViews } from "#app/desk/test-views.server.ts";
import { saveLetterDraft } from "#app/letters/draft.server.ts";
import { findDeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import { addTarget } from "#app/retailers/change-targets.server.ts";
import { addRetailer } from "#app/retailers/directory.server.ts";
import { saveSettings } from "#app/campaigns/settings.server.ts";
import { db } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/index.ts";
import { aCampaign, anOrganizer } from "#tests/build.ts";

/** Steps that the stories of the set-up share. */
export const urls = { letter: (slug: string) => `https://countersign.example/letters/${slug}`, howWeMail: () => "https://countersign.example/about/mail" };

export const A_DEMAND = { title: "Sell no kettle that listens", shortTitle: "No ear", summary: "None on the shelf has a microphone.", why: "", standardUrl: null };

/** Grace, who owns a campaign already and so may start another. */
export async function grace() {
  return anOrganizer((await aCampaign()).id, { role: "owner" });
}

let started = 0;

export async function aDraft(by: { id: string }) {
  started += 1;
  const start = { id: v7(), slug: `kettles-${started}-${Date.now()}`, name: "Kettles", language: "en", by: by.id };
  await startCampaign(start);
  return deskOf(by, start.slug);
}

/** The campaign as it is on this organizer's desk now. */
export async function deskOf(by: { id: string }, slug: string) {
  const campaign = await findDeskCampaign(by.id, slug);
  if (!campaign) throw new Error("It is not on this desk.");
  return campaign;
}

/** Everything that a campaign needs before it can be opened, looked at by its owner. */
export async function aWholeDraft(by: { id: string }) {
  const { id: campaignId, slug } = await aDraft(by);
  const text = { title: "Kettles should not listen", addressees: "Corner Shop", datedOn: "2026-11-24", summary: "Sell only deaf ones.", bodyMarkdown: "Dear Corner Shop", sourcesMarkdown: "" };
  await saveLetterDraft({ campaignId, language: "en", text, revision: 0, by: by.id });
  await addDemand({ campaignId, demandId: v7(), by: by.id, values: A_DEMAND });
  const retailer = await addRetailer({ id: v7(), name: `Corner Shop of ${slug}`, country: "GB", websiteUrl: null, contact: null, isSample: false, campaignId, by: by.id });
  await addTarget({ campaignId, retailerSlug: retailer.slug, by: by.id });
  await saveSettings({ campaignId, values: { privacyContact: "privacy@example.org" }, by: by.id, revision: (await deskOf(by, slug)).revision, seen: "" });
  await lookAt(by, slug);
  return deskOf(by, slug);
}

export async function lookAt(by: { id: string }, slug: string, at: { letter(slug: string): string } = urls) {
  const campaign = await deskOf(by, slug);
  const fingerprints = await fingerprintViews(campaign, at);
  for (const view of ["letter", "message"] as const) await signOff({ campaign, view, fingerprint: fingerprints[view], by: by.id }, at);
}

export async function logOf(campaignId: string) {
  return db.select().from(auditEntries).where(eq(auditEntries.campaignId, campaignId)).orderBy(asc(auditEntries.id));
}
