import { createHash } from "node:crypto";
import type { FolderCampaign, FolderFiles, FolderPicture } from "./folder-campaign.ts";
import { printFrontMatter } from "./front-matter.ts";
import { README } from "./readme.ts";
import { FORMAT } from "./shapes.ts";
import { asInFile } from "./text-file.ts";

const ENDINGS = { "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp" } as const;

/**
 * A campaign as files, by their names in order. The same campaign is always the same bytes; a change of one thing
 * changes few lines; a file that would hold nothing is not there.
 */
export function printCampaign(campaign: FolderCampaign): FolderFiles {
  const files = new Map<string, Uint8Array>();
  const put = (path: string, text: string) => files.set(path, new TextEncoder().encode(text));
  const putProse = (path: string, text: string) => asInFile(text) !== "" && put(path, `${asInFile(text)}\n`);
  const putList = (path: string, list: unknown[]) => list.length > 0 && put(path, printJson(list));
  const putPicture = (name: string, picture: FolderPicture) => {
    const path = `images/${name}.${ENDINGS[picture.mediaType]}`;
    files.set(path, new Uint8Array(picture.content));
    return path;
  };

  put("README.md", README);
  put("campaign.json", printJson(settingsOf(campaign, campaign.logo && putPicture("logo", campaign.logo))));
  put("message.liquid", printFrontMatter({ subject: asInFile(campaign.messageSubject) }, asInFile(campaign.messageTemplate)));
  putProse("closing.md", campaign.closingMessage);
  putProse("victory.md", campaign.victoryMessage);
  for (const { language, title, addressees, datedOn, summary, bodyMarkdown, sourcesMarkdown } of campaign.letters) {
    const head = { title: asInFile(title), addressees: asInFile(addressees), dated: datedOn ?? "", summary: asInFile(summary) };
    put(`letter.${language}.md`, printFrontMatter(head, asInFile(bodyMarkdown)));
    putProse(`letter.${language}.sources.md`, sourcesMarkdown);
  }
  for (const [position, { slug, title, shortTitle, summary, why, standardUrl }] of campaign.demands.entries()) {
    const head = { title: asInFile(title), short_title: asInFile(shortTitle), summary: asInFile(summary), standard: standardUrl ?? "" };
    put(`demands/${String(position + 1).padStart(2, "0")}-${slug}.md`, printFrontMatter(head, asInFile(why)));
  }
  putList("co-signers.json", campaign.coSigners.map(({ name, url, joinedOn }) => ({ name: asInFile(name), url, joined_on: joinedOn })));
  putList("retailers.json", campaign.retailers.map(retailerOf));
  if (campaign.framework) put("framework.json", printJson(frameworkOf(campaign.framework)));
  for (const { slug, title, bodyMarkdown } of campaign.posts) put(`posts/${slug}.md`, printFrontMatter({ title: asInFile(title) }, asInFile(bodyMarkdown)));
  const press = pressOf(campaign, (picture) => putPicture(`press-${shortHash(picture)}`, picture));
  if (Object.values(press).some((list) => list.length > 0)) put("press.json", printJson(press));
  return new Map([...files].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Two spaces deep, a line for each value, and a break at the end, as editors and git like it. */
function printJson(value: unknown): string {
  return `${JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? asInFile(part) : part), 2)}\n`;
}

function settingsOf(campaign: FolderCampaign, logo: string | null) {
  return {
    format: FORMAT,
    slug: campaign.slug,
    name: campaign.name,
    sample: campaign.isSample,
    language: campaign.language,
    goal: campaign.goal,
    sender_name: campaign.senderName,
    privacy_contact: campaign.privacyContact,
    updates_consent: campaign.updatesConsentWording,
    unconfirmed_days: campaign.unconfirmedDays,
    remind_after_days: campaign.remindAfterDays,
    shares_addresses: campaign.sharesAddresses,
    mails_receipts: campaign.mailsReceipts,
    kept_days_after_closing: campaign.keptDaysAfterClosing,
    accent: campaign.accent,
    logo,
    opens_at: campaign.opensAt,
    closes_at: campaign.closesAt,
  };
}

function retailerOf({ slug, name, country, websiteUrl, askedOn, contacts }: FolderCampaign["retailers"][number]) {
  return { slug, name, country, website: websiteUrl, asked_on: askedOn, contacts: contacts.map(({ role, email }) => ({ role, email })) };
}

function frameworkOf({ slug, title, edition, publisher, publishedOn, sourceUrl, criteria }: NonNullable<FolderCampaign["framework"]>) {
  return {
    slug, title, edition, publisher, published_on: publishedOn, source_url: sourceUrl,
    criteria: criteria.map(({ slug: name, title: standard, summary, points }) => ({ slug: name, title: standard, summary, points })),
  };
}

function pressOf({ pressQuotes, pressContacts, pressImages }: FolderCampaign, put: (picture: FolderPicture) => string) {
  return {
    quotes: pressQuotes.map(({ quote, speaker, role, permission }) => ({ quote, speaker, role, permission })),
    contacts: pressContacts.map(({ name, role, email, phone }) => ({ name, role, email, phone })),
    images: pressImages.map(({ picture, alt, credit }) => ({ file: put(picture), alt, credit })),
  };
}

/** A press picture keeps its file's name however the list is ordered. */
function shortHash({ content }: FolderPicture): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 12);
}
