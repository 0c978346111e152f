import { countCoSigners } from "#app/campaigns/co-signers.server.ts";
import { listDemands } from "#app/campaigns/demands.server.ts";
import type { Campaign } from "#app/campaigns/find.server.ts";
import { listCriteria } from "#app/frameworks/list-criteria.server.ts";
import type { LetterVersion } from "#app/letters/find.server.ts";
import type { Target } from "#app/retailers/targets.server.ts";
import { countryName } from "#app/signatures/countries.ts";
import { draftMessage } from "./template.ts";

interface Drafting {
  campaign: Campaign;
  letter: Pick<LetterVersion, "title" | "language">;
  letterUrl: string;
  signer: { name: string; country: string };
  ownWords: string;
}

/** For each target, the message that the campaign's template begins with. */
export async function draftMessages(targets: Target[], { campaign, letter, letterUrl, signer, ownWords }: Drafting) {
  const [demands, standards, coSignerCount] = await Promise.all([
    listDemands(campaign.id),
    listCriteria(campaign.frameworkId),
    countCoSigners(campaign.id),
  ]);
  const template = { subject: campaign.messageSubject, body: campaign.messageTemplate };
  return targets.map((target) => ({
    target,
    ...draftMessage(template, {
      retailer: target.name,
      signer: signer.name,
      country: countryName(signer.country, letter.language),
      own_words: ownWords,
      letter_title: letter.title,
      letter_url: letterUrl,
      co_signer_count: coSignerCount,
      demands,
      standards,
    }),
  }));
}
