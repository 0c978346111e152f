import { listCoSigners } from "#app/campaigns/co-signers.server.ts";
import { listDemands } from "#app/campaigns/demands.server.ts";
import { seenOf } from "#app/campaigns/seen.server.ts";
import { countryName } from "#app/signatures/countries.ts";
import { type EditedText, listLetterTexts } from "#app/letters/draft.server.ts";
import { draftMessages } from "#app/messages/draft.server.ts";
import type { Campaign } from "#app/campaigns/find.server.ts";
import { listTargets } from "#app/retailers/targets.server.ts";

export const EXAMPLE_SIGNER = { name: "Ada Example", country: "GB" };
const OWN_WORDS = "I bought my first kettle from you, and I would like the next one to keep to itself.";

interface ViewUrls {
  letter(campaignSlug: string): string;
}

export type Template = Pick<Campaign, "messageSubject" | "messageTemplate">;

/** A message as a signer named Ada Example would find it, with the words she adds; undefined without a retailer, or when the template does not print. */
export async function printTestMessage(campaign: Campaign, { urls, retailerSlug, template = campaign }: { urls: ViewUrls; retailerSlug?: string | undefined; template?: Template }) {
  const [targets, drafts] = await Promise.all([listTargets(campaign.id), listLetterTexts(campaign.id)]);
  const target = targets.find(({ slug }) => slug === retailerSlug) ?? targets[0];
  const letter = { language: campaign.language, title: ownDraft(campaign, drafts)?.text.title || campaign.name };
  if (!target) return undefined;
  const drafting = { campaign: { ...campaign, ...template }, letter, letterUrl: urls.letter(campaign.slug), signer: EXAMPLE_SIGNER, ownWords: OWN_WORDS };
  const [draft] = await draftMessages([target], drafting).catch(() => []);
  if (!draft) return undefined;
  const { name, country } = EXAMPLE_SIGNER;
  return { slug: target.slug, retailer: target.name, subject: draft.subject, body: draft.body, signer: name, country: countryName(country, campaign.language) };
}

/** Names what each test view shows now: a sign-off counts for that and nothing else. */
export async function fingerprintViews(campaign: Campaign, urls: ViewUrls) {
  const [drafts, demands, coSigners, message] = await Promise.all([
    listLetterTexts(campaign.id), listDemands(campaign.id), listCoSigners(campaign.id), printTestMessage(campaign, { urls }),
  ]);
  const asked = demands.map(({ title, summary, why }) => `${title}\n${summary}\n${why}`);
  const signedBy = coSigners.map(({ name }) => name);
  const texts = drafts.map(({ language, text }) => JSON.stringify([language, text]));
  return { letter: seenOf({ texts, asked, signedBy }), message: message ? seenOf({ subject: message.subject, body: message.body }) : "" };
}

export function ownDraft({ language }: Pick<Campaign, "language">, drafts: EditedText[]): EditedText | undefined {
  return drafts.find((draft) => draft.language === language);
}
