import { canSign } from "#app/campaigns/states.ts";
import { listCoSigners } from "#app/campaigns/co-signers.server.ts";
import { listDemands } from "#app/campaigns/demands.server.ts";
import type { Campaign } from "#app/campaigns/find.server.ts";
import type { LetterPageProps } from "#app/components/letter-page-props.ts";
import { listCriteria } from "#app/frameworks/list-criteria.server.ts";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { requireCampaign, requireLetter } from "#app/http/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { letterHtml } from "#app/letters/markdown.ts";
import { readScoreboard } from "#app/scoreboard/read.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { listRecentSigners } from "#app/signatures/recent.server.ts";

/** All that the letter's page shows, at its own address and at the front door. */
export async function readLetterPage(slug: string | undefined) {
  const campaign = await requireCampaign(slug);
  const [letter, signatureCount, coSigners, recentSigners, standards, demands, board] = await Promise.all([
    requireLetter(campaign),
    countSignatures(campaign.id),
    listCoSigners(campaign.id),
    listRecentSigners(campaign.id),
    listCriteria(campaign.frameworkId),
    listDemands(campaign.id),
    readScoreboard(campaign),
  ]);
  const { bodyMarkdown, sourcesMarkdown, ...head } = letter;
  const letterPage: LetterPageProps = {
    url: absolute(paths.letter(campaign.slug)),
    campaign: chooseCampaign(campaign),
    letter: { ...head, bodyHtml: letterHtml(bodyMarkdown), sourcesHtml: letterHtml(sourcesMarkdown) },
    signatureCount,
    coSigners,
    recentSigners,
    standards,
    demands,
    board,
  };
  return { letterPage, page: { language: letter.language, isSample: campaign.isSample } };
}

function chooseCampaign(campaign: Campaign) {
  const { slug, goal, closedAt, updatesConsentWording, privacyContact } = campaign;
  return { slug, goal, closedAt, updatesConsentWording, privacyContact, canSign: canSign(campaign), isPaused: campaign.state === "paused" };
}
