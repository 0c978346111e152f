import { faultsInTemplate, type TemplateFault } from "#app/messages/template-faults.ts";
import { TEMPLATE_WORDS } from "#app/messages/template-words.ts";
import { readDemands } from "./check-demands.ts";
import { readLetters } from "./check-letters.ts";
import { readPictures } from "./check-pictures.ts";
import { blameTwins } from "./check-twins.ts";
import type { Fault, FolderCampaign, FolderFiles } from "./folder-campaign.ts";
import { type OpenFolder, openFolder } from "./reading.ts";
import { CoSigners, Framework, Message, Post, Retailers, Settings, slug as slugShape } from "./shapes.ts";

export type Checked = { ok: true; campaign: FolderCampaign } | { ok: false; faults: Fault[] };

/** Nobody reads more at once; those beyond show when these are mended. */
const MAX_FAULTS = 500;

/** Reads a folder whole, and says everything that is wrong in it at once. */
export function checkFolder(files: FolderFiles): Checked {
  const folder = openFolder(files);
  const settings = folder.readJsonFile("campaign.json", Settings);
  const message = readMessage(folder);
  const rest = {
    ...readPictures(folder, settings),
    letters: readLetters(folder, settings),
    demands: readDemands(folder),
    coSigners: readCoSigners(folder),
    retailers: readRetailers(folder),
    framework: readFramework(folder),
    posts: readPosts(folder),
    closingMessage: folder.readProse("closing.md"),
    victoryMessage: folder.readProse("victory.md"),
  };
  for (const file of ["campaign.json", "message.liquid"]) {
    if (!folder.has(file)) folder.faults.push({ file, line: 1, message: "This file is missing." });
  }
  folder.blameUnread();
  if (settings && message && folder.faults.length === 0) return { ok: true, campaign: { ...fieldsOf(settings.value), ...message, ...rest } };
  return { ok: false, faults: folder.faults.toSorted(byPlace).slice(0, MAX_FAULTS) };
}

function byPlace(one: Fault, other: Fault): number {
  if (one.file === other.file) return one.line - other.line;
  return one.file < other.file ? -1 : 1;
}

function fieldsOf(settings: ReturnType<typeof Settings.parse>) {
  const { slug, name, sample, language, goal, accent, ...rest } = settings;
  return {
    slug, name, isSample: sample, language, goal, accent,
    senderName: rest.sender_name,
    privacyContact: rest.privacy_contact,
    updatesConsentWording: rest.updates_consent,
    unconfirmedDays: rest.unconfirmed_days,
    remindAfterDays: rest.remind_after_days,
    sharesAddresses: rest.shares_addresses,
    mailsReceipts: rest.mails_receipts,
    keptDaysAfterClosing: rest.kept_days_after_closing,
    opensAt: rest.opens_at,
    closesAt: rest.closes_at,
  };
}

function readMessage(folder: OpenFolder) {
  const file = folder.readFrontMatterFile("message.liquid", Message);
  if (!file) return undefined;
  const { value, body, bodyLine, blame } = file;
  for (const fault of faultsInTemplate(value.subject)) blame(["subject"], sentenceOf(fault));
  for (const fault of faultsInTemplate(body)) folder.faults.push({ file: "message.liquid", line: bodyLine + fault.line - 1, message: sentenceOf(fault) });
  return { messageSubject: value.subject, messageTemplate: body };
}

function sentenceOf({ message, isName }: TemplateFault): string {
  const sentence = `${message.slice(0, 1).toUpperCase()}${message.slice(1)}`;
  return isName ? `${sentence} A message knows ${TEMPLATE_WORDS.map(({ name }) => name).join(", ")}.` : sentence;
}

function readCoSigners(folder: OpenFolder): FolderCampaign["coSigners"] {
  const file = folder.readJsonFile("co-signers.json", CoSigners);
  if (!file) return [];
  blameTwins(file, file.value, ({ name }) => [["name", name]]);
  return file.value.map(({ name, url, joined_on: joinedOn }) => ({ name, url, joinedOn }));
}

function readRetailers(folder: OpenFolder): FolderCampaign["retailers"] {
  const file = folder.readJsonFile("retailers.json", Retailers);
  if (!file) return [];
  blameTwins(file, file.value, ({ slug }) => [["slug", slug]]);
  for (const [position, { contacts }] of file.value.entries()) {
    blameTwins(file, contacts, ({ email }) => [["email", email.toLowerCase()]], [position, "contacts"]);
  }
  return file.value.map(({ website, asked_on: askedOn, ...retailer }) => ({ ...retailer, websiteUrl: website, askedOn }));
}

function readFramework(folder: OpenFolder): FolderCampaign["framework"] {
  const file = folder.readJsonFile("framework.json", Framework);
  if (!file) return null;
  blameTwins(file, file.value.criteria, ({ slug }) => [["slug", slug]], ["criteria"]);
  const { published_on: publishedOn, source_url: sourceUrl, ...framework } = file.value;
  return { ...framework, publishedOn, sourceUrl };
}

function readPosts(folder: OpenFolder): FolderCampaign["posts"] {
  return folder.list(/^posts\/([^/]+)\.md$/).flatMap(({ file, match: [, slug = ""] }) => {
    const post = folder.readFrontMatterFile(file, Post);
    const named = slugShape.safeParse(slug);
    if (!named.success) folder.faults.push({ file, line: 1, message: "Name the file by letters a to z, digits and hyphens, for example posts/we-began.md." });
    return post ? [{ slug, title: post.value.title, bodyMarkdown: post.body }] : [];
  });
}
