import { and, eq, isNotNull } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import type { AuditAct } from "#app/audit/words.ts";
import { CAMPAIGN_STATES, type CampaignState } from "#app/campaigns/states.ts";
import { holdAgain } from "#app/messages/hold-again.server.ts";
import type { Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns, letterVersions } from "#db/schema/index.ts";

/** Which campaign, and who does it: an organizer's id, or null for the clock. */
export interface CampaignStep {
  campaignId: string;
  by: string | null;
}

/** The campaign is in a state that does not lead there; it stays as it was. Done twice is this too. */
interface NotPossible {
  outcome: "not possible";
  state: CampaignState;
}

/** From draft to the public. Whoever opens with an unpublished text publishes it first, in the same transaction. */
export async function openCampaign(
  tx: Transaction,
  step: CampaignStep,
  now: Date = new Date(),
): Promise<{ outcome: "opened" | "no letter" } | NotPossible> {
  const campaign = await lock(tx, step.campaignId);
  if (campaign.state !== "draft") return { outcome: "not possible", state: campaign.state };
  if (!(await hasPublishedLetter(tx, campaign))) return { outcome: "no letter" };
  await move(tx, campaign, step, { to: "open", act: "opened", also: { openedAt: now, opensAt: null } }, now);
  return { outcome: "opened" };
}

/** No signature is taken and no message leaves until it is resumed; the outbox gives back what no batch holds yet. */
export async function pauseCampaign(tx: Transaction, step: CampaignStep, now: Date = new Date()): Promise<{ outcome: "paused" } | NotPossible> {
  const campaign = await lock(tx, step.campaignId);
  if (!canBecome(campaign, "paused")) return { outcome: "not possible", state: campaign.state };
  await move(tx, campaign, step, { to: "paused", act: "paused" }, now);
  await holdAgain(tx, { campaignId: campaign.id });
  return { outcome: "paused" };
}

export async function resumeCampaign(tx: Transaction, step: CampaignStep, now: Date = new Date()): Promise<{ outcome: "resumed" } | NotPossible> {
  const campaign = await lock(tx, step.campaignId);
  if (campaign.state !== "paused") return { outcome: "not possible", state: campaign.state };
  await move(tx, campaign, step, { to: "open", act: "resumed" }, now);
  return { outcome: "resumed" };
}

/** Signing ends; the letter, its count, its board and its answers stay. */
export async function closeCampaign(
  tx: Transaction,
  { isWon, ...step }: CampaignStep & { isWon: boolean },
  now: Date = new Date(),
): Promise<{ outcome: "closed" } | NotPossible> {
  const campaign = await lock(tx, step.campaignId);
  if (campaign.state === "archived" || !canBecome(campaign, "closed")) return { outcome: "not possible", state: campaign.state };
  await move(tx, campaign, step, { to: "closed", act: "closed", also: { isWon, closedAt: now, closesAt: null, opensAt: null } }, now);
  return { outcome: "closed" };
}

/**
 * Takes signatures again. Not once signers have begun to be erased: somebody who signed could then sign a second time,
 * and nobody would know.
 */
export async function reopenCampaign(
  tx: Transaction,
  step: CampaignStep,
  now: Date = new Date(),
): Promise<{ outcome: "reopened" } | { outcome: "erased" } | NotPossible> {
  const campaign = await lock(tx, step.campaignId);
  if (campaign.state !== "closed") return { outcome: "not possible", state: campaign.state };
  if (campaign.isBeingErased) return { outcome: "erased" };
  await move(tx, campaign, step, { to: "open", act: "reopened", also: { isWon: false, closedAt: null } }, now);
  return { outcome: "reopened" };
}

/** Over for good: nothing goes out any more, and all of it can still be read. */
export async function archiveCampaign(tx: Transaction, step: CampaignStep, now: Date = new Date()): Promise<{ outcome: "archived" } | NotPossible> {
  const campaign = await lock(tx, step.campaignId);
  if (!canBecome(campaign, "archived")) return { outcome: "not possible", state: campaign.state };
  await move(tx, campaign, step, { to: "archived", act: "archived" }, now);
  await holdAgain(tx, { campaignId: campaign.id });
  return { outcome: "archived" };
}

/** Back from the archive to what it was before: closed. */
export async function restoreCampaign(tx: Transaction, step: CampaignStep, now: Date = new Date()): Promise<{ outcome: "restored" } | NotPossible> {
  const campaign = await lock(tx, step.campaignId);
  if (campaign.state !== "archived") return { outcome: "not possible", state: campaign.state };
  await move(tx, campaign, step, { to: "closed", act: "restored" }, now);
  return { outcome: "restored" };
}

/** In the campaign's own language: nothing else can be signed. What a draft lacks besides is the set-up's to say. */
async function hasPublishedLetter(tx: Transaction, { id, language }: LockedCampaign): Promise<boolean> {
  const [letter] = await tx
    .select({ id: letterVersions.id })
    .from(letterVersions)
    .where(and(eq(letterVersions.campaignId, id), eq(letterVersions.language, language), isNotNull(letterVersions.publishedAt)))
    .limit(1);
  return letter !== undefined;
}

type LockedCampaign = Awaited<ReturnType<typeof lock>>;

/** Holds the row until the transaction ends: two who do this at once come one after the other, and the queue waits. */
async function lock(tx: Transaction, campaignId: string) {
  const [campaign] = await tx
    .select({
      id: campaigns.id,
      slug: campaigns.slug,
      name: campaigns.name,
      language: campaigns.language,
      state: campaigns.state,
      isBeingErased: isNotNull(campaigns.erasedThrough),
    })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId))
    .for("update");
  if (!campaign) throw new Error("A campaign that is not there cannot change its state.");
  return campaign;
}

function canBecome({ state }: LockedCampaign, to: CampaignState) {
  return CAMPAIGN_STATES[state].mayFollow.includes(to);
}

interface Move {
  to: CampaignState;
  act: AuditAct;
  also?: Partial<Pick<typeof campaigns.$inferInsert, "openedAt" | "opensAt" | "closedAt" | "closesAt" | "isWon">>;
}

async function move(tx: Transaction, { id, slug, name, state }: LockedCampaign, { by }: CampaignStep, { to, act, also = {} }: Move, now: Date) {
  await tx.update(campaigns).set({ state: to, ...also }).where(eq(campaigns.id, id));
  const won = also.isWon === true ? { isWon: true } : {};
  await writeAudit(
    tx,
    { campaignId: id, by, act, subject: "campaign", subjectId: id, title: name, before: { state }, after: { state: to, ...won } },
    now,
  );
  await notify(tx, "published", slug);
}
