import { redirect } from "@remix-run/node";
import { findCampaign, type Campaign } from "#app/campaigns/find.server.ts";
import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import { findLetterFor } from "#app/letters/find.server.ts";
import { findSigner } from "#app/signatures/session.server.ts";
import { paths } from "./paths.ts";
import { notFound } from "./closed-doors.ts";
import { readSignerCookie } from "./signer-cookie.server.ts";

/** @throws 404 for a campaign that is not there or not public. */
export async function requireCampaign(slug = "") {
  const campaign = await findCampaign(slug);
  if (!campaign) throw notFound();
  return campaign;
}

/**
 * The newest text in the language asked for, or in the campaign's main one.
 * @throws 404 for a campaign whose letter is not published yet.
 */
export async function requireLetter(campaign: Pick<Campaign, "id">, language?: string) {
  const letter = await findLetterFor(campaign.id, { language });
  if (!letter) throw notFound();
  return letter;
}

/**
 * Who may write to this campaign's retailers.
 * @throws a redirect to the sign form for a browser that has not signed, or too long ago; to the letter when nothing is written any more.
 */
export async function requireSigner(request: Request, campaign: Pick<Campaign, "id" | "slug" | "state">) {
  if (!CAMPAIGN_STATES[campaign.state].canBeWrittenFrom) throw redirect(paths.letter(campaign.slug), 303);
  const signer = await findSigner(campaign.id, readSignerCookie(request));
  if (!signer) throw redirect(paths.sign(campaign.slug), 303);
  return signer;
}
