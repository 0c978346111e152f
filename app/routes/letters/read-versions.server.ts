import { letterPath } from "#app/components/letter-languages.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { compareTexts } from "#app/letters/difference.ts";
import { findLetter, findLetterVersion, listLetterVersions, type ListedVersion, textOf } from "#app/letters/find.server.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { readVersionNumber } from "#app/letters/version-number.ts";

/**
 * The published versions of a letter in one language, the newest first; in the one that the letter's own address shows
 * where none is asked for.
 * @throws 404 for a campaign that is not public, and for a language in which nothing is published.
 */
export async function readVersions(slug: string | undefined, asked: string | undefined) {
  const campaign = await requireCampaign(slug);
  const language = asked ?? (await findLetter(campaign.id))?.language;
  const versions = language === undefined ? [] : await listLetterVersions(campaign.id, language);
  const [newest, ...older] = versions.toSorted((one, other) => other.number - one.number);
  if (!newest || language === undefined) throw notFound();
  const { name, language: main, privacyContact } = campaign;
  return {
    campaign: { id: campaign.id, slug: campaign.slug, name, language: main, privacyContact },
    /** For links: none where it is the main one, whose addresses name no language. */
    linkLanguage: language === main ? undefined : language,
    language,
    newest,
    versions: [newest, ...older],
    letterUrl: absolute(letterPath(campaign, language)),
    page: campaignPage(campaign, INTERFACE_LANGUAGE),
  };
}

/** @throws 404 when there is no version of this number. */
export async function readVersion(slug: string | undefined, asked: string | undefined, spelled: string | undefined) {
  const all = await readVersions(slug, asked);
  const number = readVersionNumber(spelled);
  const version = all.versions.find((candidate) => candidate.number === number);
  if (!version) throw notFound();
  return { ...all, version, previous: all.versions.find((candidate) => candidate.number < version.number) };
}

/** Part by part what differs; nothing for the same version twice. */
export async function compareVersions(campaignId: string, older: ListedVersion, newer: ListedVersion) {
  const [one, other] = await Promise.all([older, newer].map(({ language, number }) => findLetterVersion(campaignId, language, number)));
  if (!one || !other) throw notFound();
  return compareTexts(textOf(one), textOf(other));
}
