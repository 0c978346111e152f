import { CAMPAIGN_STATES, canSign } from "#app/campaigns/states.ts";
import { listCoSigners } from "#app/campaigns/co-signers.server.ts";
import { listDemands } from "#app/campaigns/demands.server.ts";
import type { Campaign } from "#app/campaigns/find.server.ts";
import { letterPath } from "#app/components/letter-languages.tsx";
import type { LetterPageProps } from "#app/components/letter-page-props.ts";
import { listCriteria } from "#app/frameworks/list-criteria.server.ts";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { requireCampaign, requireLetter } from "#app/http/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { type LetterVersion, listLetterVersions, listPublishedLanguages } from "#app/letters/find.server.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { letterHtml } from "#app/letters/markdown.ts";
import { listPublishedPosts } from "#app/posts/list.server.ts";
import { readScoreboard } from "#app/scoreboard/read.server.ts";
import { countPaper } from "#app/signatures/count-paper.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { countUnderTexts } from "#app/signatures/letter-changes/count-by-version.server.ts";
import { listRecentSigners } from "#app/signatures/recent.server.ts";

/** All that the letter's page shows, at its own address and at the front door; in the main language unless another is asked for. */
export async function readLetterPage(slug: string | undefined, language?: string) {
  const campaign = await requireCampaign(slug);
  const letter = await requireLetter(campaign, language);
  const letterPage = await drawLetterPage(campaign, letter);
  return { letterPage, page: campaignPage(campaign, INTERFACE_LANGUAGE) };
}

/** The page around a text of the letter, be it published or not. */
export async function drawLetterPage(campaign: Campaign, letter: Omit<LetterVersion, "id" | "publishedAt">): Promise<LetterPageProps> {
  const [languages, versions, signatureCount, paperCount, coSigners, recentSigners, standards, demands, board, [newestPost]] = await Promise.all([
    listPublishedLanguages(campaign.id),
    listLetterVersions(campaign.id),
    countSignatures(campaign.id),
    countPaper(campaign.id),
    listCoSigners(campaign.id),
    listRecentSigners(campaign.id),
    listCriteria(campaign.frameworkId),
    listDemands(campaign.id),
    readScoreboard(campaign),
    listPublishedPosts(campaign.id, 1),
  ]);
  const { bodyMarkdown, sourcesMarkdown, ...head } = letter;
  const shown = versions.find(({ language, number }) => language === letter.language && number === letter.number);
  return {
    url: absolute(letterPath(campaign, letter.language)),
    campaign: chooseCampaign(campaign),
    letter: { ...head, bodyHtml: letterHtml(bodyMarkdown), sourcesHtml: letterHtml(sourcesMarkdown) },
    languages,
    alternates: languages.length > 1 ? listAlternates(campaign, languages) : [],
    signatureCount,
    underTexts: await countUnderTexts(campaign.id, signatureCount, versions),
    changedAt: shown && shown.number > 1 && shown.publishedAt ? shown.publishedAt : undefined,
    paperCount,
    coSigners,
    recentSigners,
    standards,
    demands,
    feedUrl: absolute(paths.postsFeed(campaign.slug)),
    newestPost: newestPost && { slug: newestPost.slug, title: newestPost.title, publishedAt: newestPost.publishedAt },
    board,
  };
}

function listAlternates(campaign: Campaign, languages: string[]) {
  const ways = languages.map((language) => ({ language, href: absolute(letterPath(campaign, language)) }));
  return [...ways, { language: "x-default", href: absolute(paths.letter(campaign.slug)) }];
}

function chooseCampaign(campaign: Campaign) {
  const { slug, language, goal, state, isWon, closedAt, closingMessage, victoryMessage, updatesConsentWording, privacyContact, asksForProof } = campaign;
  const endMessage = (isWon && victoryMessage) || closingMessage;
  return {
    slug, language, goal, isWon, closedAt, updatesConsentWording, privacyContact, asksForProof,
    canSign: canSign(campaign),
    isPaused: state === "paused",
    isArchived: state === "archived",
    endHtml: CAMPAIGN_STATES[state].isInArchive ? letterHtml(endMessage) : "",
  };
}
