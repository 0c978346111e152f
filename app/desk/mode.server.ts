import { and, eq } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { env } from "#app/env.server.ts";
import { findLetter } from "#app/letters/find.server.ts";
import { draftMessages } from "#app/messages/draft.server.ts";
import { holdAgain } from "#app/messages/hold-again.server.ts";
import type { DeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import { CONTACT_STATES } from "#app/retailers/contact-states.ts";
import { listContacts } from "#app/retailers/contacts.server.ts";
import { listTargets, type Target } from "#app/retailers/targets.server.ts";
import { db } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns } from "#db/schema/index.ts";
import { canGoLive, checkReadiness } from "./readiness.ts";

interface ModeUrls {
  letter(campaignSlug: string): string;
}

interface ModeSwitch {
  campaign: DeskCampaign;
  /** The organizer who switches it; null for the house itself. */
  by: string | null;
}

/** The checklist before going live, and the message as the first target would get it. */
export async function readReadiness(campaign: DeskCampaign, urls: ModeUrls) {
  const targets = await listTargets(campaign.id);
  const preview = await printPreview(campaign, targets.slice(0, 1), urls);
  const checks = checkReadiness({
    mailFrom: env.MAIL_FROM,
    doesMailLeave: env.RESEND_API_KEY !== undefined,
    targets: await Promise.all(targets.map(withAddresses)),
    isTemplatePrinted: preview !== undefined,
  });
  return { checks, preview, canGoLive: canGoLive(checks) };
}

/** From now on messages go to the retailers themselves, those too that waited. */
export async function goLive(
  { campaign, by }: ModeSwitch,
  urls: ModeUrls,
): Promise<{ outcome: "live" | "live before" | "not ready" }> {
  const readiness = await readReadiness(campaign, urls);
  if (!readiness.canGoLive) return { outcome: "not ready" };
  return { outcome: (await switchTestMode({ campaign, by }, false)) ? "live" : "live before" };
}

export async function returnToTestMode(desk: ModeSwitch): Promise<{ outcome: "in test mode" | "in test mode before" }> {
  return { outcome: (await switchTestMode(desk, true)) ? "in test mode" : "in test mode before" };
}

async function switchTestMode({ campaign: { id, slug, name }, by }: ModeSwitch, isInTestMode: boolean): Promise<boolean> {
  return db.transaction(async (tx) => {
    const switched = await tx
      .update(campaigns)
      .set({ isInTestMode })
      .where(and(eq(campaigns.id, id), eq(campaigns.isInTestMode, !isInTestMode)))
      .returning({ id: campaigns.id });
    if (switched.length === 0) return false;
    if (isInTestMode) await holdAgain(tx, { campaignId: id });
    const act = isInTestMode ? "returned to test mode" : "put live";
    await writeAudit(tx, { campaignId: id, by, act, subject: "campaign", subjectId: id, title: name });
    await notify(tx, "published", slug);
    return true;
  });
}

async function withAddresses({ name, retailerId }: Target) {
  const contacts = await listContacts(retailerId);
  const writableAddresses = contacts.filter(({ state }) => CONTACT_STATES[state].canBeWrittenTo).map(({ email }) => email);
  return { name, writableAddresses };
}

async function printPreview(campaign: DeskCampaign, targets: Target[], urls: ModeUrls) {
  const letter = await findLetter(campaign.id);
  if (!letter) return undefined;
  const signer = { name: "Ada Example", country: "GB" };
  const drafting = { campaign, letter, letterUrl: urls.letter(campaign.slug), signer, ownWords: "" };
  // A template that does not print is a finding of the checklist, not a failure of its page.
  const [draft] = await draftMessages(targets, drafting).catch(() => []);
  return draft && { retailer: draft.target.name, subject: draft.subject, body: draft.body };
}
