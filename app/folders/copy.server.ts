import { and, eq } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { isSlugTaken } from "#app/campaigns/slug-taken.server.ts";
import { may } from "#app/organizers/roles.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { campaigns, campaignSlugs, memberships } from "#db/schema/index.ts";
import type { FolderCampaign } from "./folder-campaign.ts";
import { readCampaign } from "./read.server.ts";
import { writeCampaign } from "./write.server.ts";

/** The campaign that Countersign comes with. */
const SHIPPED_SLUG = "dear-retailers";

interface Start {
  /** Made with the form, so that sending it twice is copying once. */
  id: string;
  slug: string;
  name: string;
  /** The organizer who copies it, and owns the copy. */
  by: string;
}

interface CopyOf {
  fromCampaignId: string;
  /** Whether this session gave one: a copy shows all that a campaign holds, and so asks for what its desk asks for. */
  hasSecondStep: boolean;
}

export type Copied = { outcome: "created" | "slug taken" | "created before" | "no such campaign" };

/**
 * A new campaign that begins with the texts of one of the organizer's own: a draft in test mode. What belongs to the old
 * one alone stays there: its co-signers, who signed that letter; its dates; its posts; what was said to the press.
 */
export async function copyCampaign({ fromCampaignId, hasSecondStep, ...start }: Start & CopyOf, now: Date = new Date()): Promise<Copied> {
  return startFrom(start, now, async (tx) => {
    const [membership] = await tx
      .select({ role: memberships.role, requiresSecondStep: campaigns.requiresSecondStep })
      .from(memberships)
      .innerJoin(campaigns, eq(campaigns.id, memberships.campaignId))
      .where(and(eq(memberships.campaignId, fromCampaignId), eq(memberships.organizerId, start.by)));
    if (!membership || !may(membership.role, "export") || (membership.requiresSecondStep && !hasSecondStep)) return undefined;
    return readCampaign(tx, fromCampaignId, { letters: "drafts" });
  });
}

/**
 * The same from the campaign that Countersign comes with, for any organizer of the house: only what its pages show to
 * everybody, and without the addresses that were placeholders.
 */
export async function copyShippedCampaign(start: Start, now: Date = new Date()): Promise<Copied> {
  return startFrom(start, now, async (tx) => {
    const [shipped] = await tx
      .select({ id: campaigns.id, state: campaigns.state })
      .from(campaignSlugs)
      .innerJoin(campaigns, eq(campaigns.id, campaignSlugs.campaignId))
      .where(eq(campaignSlugs.slug, SHIPPED_SLUG));
    if (!shipped || shipped.state === "draft") return undefined;
    const campaign = await readCampaign(tx, shipped.id, { letters: "published" });
    return { ...campaign, privacyContact: "", senderName: "", pressContacts: [], pressImages: [] };
  });
}

async function startFrom(start: Start, now: Date, read: (tx: Transaction) => Promise<FolderCampaign | undefined>): Promise<Copied> {
  try {
    return await db.transaction(async (tx) => {
      const source = await read(tx);
      if (!source) return { outcome: "no such campaign" } as const;
      return writeCopy(tx, source, start, now);
    });
  } catch (error) {
    if (isSlugTaken(error)) return { outcome: "slug taken" };
    throw error;
  }
}

async function writeCopy(tx: Transaction, source: FolderCampaign, { id, slug, name, by }: Start, now: Date): Promise<Copied> {
  const written = await writeCampaign(tx, { ...source, ...LEFT_BEHIND, ...notYetAsked(source), slug, name }, { id, owner: by, now });
  if (!written) return { outcome: "created before" };
  const after = { name, slug, copiedFrom: source.slug };
  await writeAudit(tx, { campaignId: id, by, act: "created", subject: "campaign", subjectId: id, title: name, after }, now);
  return { outcome: "created" };
}

const LEFT_BEHIND = { isSample: false, opensAt: null, closesAt: null, coSigners: [], posts: [], pressQuotes: [] };

/** Nobody has asked the retailers this yet: their days of silence begin anew. A sample's do not exist. */
function notYetAsked({ retailers, isSample }: FolderCampaign) {
  if (isSample) return { retailers: [] };
  return { retailers: retailers.map((retailer) => ({ ...retailer, askedOn: null })) };
}
