import { keepFile } from "#app/campaigns/files.server.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  campaigns, coSigners, demands, letterDrafts, memberships, posts, pressContacts, pressImages, pressQuotes, targets,
} from "#db/schema/index.ts";
import type { FolderCampaign, FolderPicture } from "./folder-campaign.ts";
import { joinFramework } from "./framework.server.ts";
import { joinRetailers } from "./join-retailers.server.ts";

interface Writing {
  id: string;
  /** Who owns it. */
  owner: string;
  now: Date;
}

/**
 * Writes a campaign anew: a draft in test mode, with one owner. Returns undefined when a campaign has this id already,
 * otherwise what the directory had and was left as it was, in sentences.
 * @throws when another campaign has or had the slug: see `isSlugTaken`; SampleMix.
 */
export async function writeCampaign(tx: Transaction, campaign: FolderCampaign, { id, owner, now }: Writing): Promise<string[] | undefined> {
  const logoHash = campaign.logo && (await keepPicture(tx, campaign.logo));
  const framework = campaign.framework && (await joinFramework(tx, campaign.framework));
  const [started] = await tx
    .insert(campaigns)
    .values({ id, ...settingsOf(campaign), logoHash, frameworkId: framework?.id ?? null, createdAt: now })
    .onConflictDoNothing({ target: campaigns.id })
    .returning({ id: campaigns.id });
  if (!started) return undefined;
  await tx.insert(memberships).values({ campaignId: id, organizerId: owner, role: "owner" });
  await writeTexts(tx, campaign, { id, owner, now });
  await writePress(tx, campaign, id);
  const joined = await joinRetailers(tx, campaign, now);
  const asked = joined.retailers.map(({ id: retailerId, askedOn }, position) => ({ campaignId: id, retailerId, askedOn, position }));
  if (asked.length > 0) await tx.insert(targets).values(asked);
  return [...(framework?.leftAsItIs ?? []), ...joined.leftAsItIs];
}

/** Everything but what the house gives: state and mode are those of a new campaign, whatever the folder's was. */
function settingsOf(campaign: FolderCampaign) {
  const {
    slug, name, isSample, language, goal, senderName, privacyContact, updatesConsentWording, unconfirmedDays, remindAfterDays, sharesAddresses, mailsReceipts, keptDaysAfterClosing,
    accent, opensAt, closesAt, closingMessage, victoryMessage, messageSubject, messageTemplate,
  } = campaign;
  return {
    slug, name, isSample, language, goal, senderName, privacyContact, updatesConsentWording, unconfirmedDays, remindAfterDays, sharesAddresses, mailsReceipts, keptDaysAfterClosing,
    accent, opensAt, closesAt, closingMessage, victoryMessage, messageSubject, messageTemplate,
    state: "draft" as const,
    isInTestMode: true,
  };
}

async function writeTexts(tx: Transaction, campaign: FolderCampaign, { id: campaignId, owner, now }: Writing) {
  const letters = campaign.letters.map((letter) => ({ campaignId, ...letter, updatedBy: owner, updatedAt: now }));
  if (letters.length > 0) await tx.insert(letterDrafts).values(letters);
  if (campaign.demands.length > 0) await tx.insert(demands).values(inOrder(campaign.demands, campaignId));
  if (campaign.coSigners.length > 0) await tx.insert(coSigners).values(inOrder(campaign.coSigners, campaignId));
  const news = campaign.posts.map((post) => ({ campaignId, ...post, createdAt: now, updatedAt: now }));
  if (news.length > 0) await tx.insert(posts).values(news);
}

async function writePress(tx: Transaction, { pressQuotes: quotes, pressContacts: contacts, pressImages: images }: FolderCampaign, campaignId: string) {
  if (quotes.length > 0) await tx.insert(pressQuotes).values(inOrder(quotes, campaignId));
  if (contacts.length > 0) await tx.insert(pressContacts).values(inOrder(contacts, campaignId));
  for (const [position, { picture, alt, credit }] of images.entries()) {
    const fileHash = await keepPicture(tx, picture);
    await tx.insert(pressImages).values({ campaignId, position, fileHash, alt, credit });
  }
}

function inOrder<Row extends object>(rows: Row[], campaignId: string) {
  return rows.map((row, position) => ({ campaignId, position, ...row }));
}

function keepPicture(tx: Transaction, { content, ...kind }: FolderPicture): Promise<string> {
  return keepFile(tx, { content, kind });
}
