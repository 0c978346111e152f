import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { CONTACT_STATES, type ContactState } from "#app/retailers/contact-states.ts";
import type { Transaction } from "#db/client.server.ts";
import {
  campaigns, contacts, coSigners, demands, files, letterDrafts, letterVersions, pressContacts, pressImages,
  pressQuotes, retailers, targets,
} from "#db/schema/index.ts";
import type { FolderCampaign, FolderLetter } from "./folder-campaign.ts";
import { readFramework } from "./framework.server.ts";
import { readPosts } from "./posts.server.ts";

interface Reading {
  /** What the team writes on, or only what everybody can read. */
  letters: "drafts" | "published";
}

/** @throws when the campaign is gone. */
export async function readCampaign(tx: Transaction, campaignId: string, { letters }: Reading): Promise<FolderCampaign> {
  const [row] = await tx.select().from(campaigns).where(eq(campaigns.id, campaignId));
  if (!row) throw new Error("The campaign is gone.");
  return {
    ...row,
    logo: row.logoHash === null ? null : await readPicture(tx, row.logoHash),
    framework: row.frameworkId === null ? null : await readFramework(tx, row.frameworkId),
    letters: await readLetters(tx, campaignId, letters),
    demands: await tx
      .select({ slug: demands.slug, title: demands.title, shortTitle: demands.shortTitle, summary: demands.summary, why: demands.why, standardUrl: demands.standardUrl })
      .from(demands)
      .where(eq(demands.campaignId, campaignId))
      .orderBy(asc(demands.position)),
    coSigners: await tx
      .select({ name: coSigners.name, url: coSigners.url, joinedOn: coSigners.joinedOn })
      .from(coSigners)
      .where(eq(coSigners.campaignId, campaignId))
      .orderBy(asc(coSigners.position), asc(coSigners.name)),
    retailers: await readRetailers(tx, campaignId),
    posts: await readPosts(tx, campaignId),
    ...(await readPress(tx, campaignId)),
  };
}

async function readPicture(tx: Transaction, hash: string) {
  const [picture] = await tx
    .select({ mediaType: files.mediaType, width: files.width, height: files.height, content: files.content })
    .from(files)
    .where(eq(files.hash, hash));
  return picture ?? null;
}

/** Of each language the draft; where nobody has begun one, the newest published version, which a draft begins as. */
async function readLetters(tx: Transaction, campaignId: string, which: Reading["letters"]): Promise<FolderLetter[]> {
  const published = await tx
    .selectDistinctOn([letterVersions.language], columnsOf(letterVersions))
    .from(letterVersions)
    .where(and(eq(letterVersions.campaignId, campaignId), isNotNull(letterVersions.publishedAt)))
    .orderBy(letterVersions.language, desc(letterVersions.number));
  const drafts = which === "drafts" ? await tx.select(columnsOf(letterDrafts)).from(letterDrafts).where(eq(letterDrafts.campaignId, campaignId)) : [];
  const newest = new Map<string, FolderLetter>([...published, ...drafts].map((letter) => [letter.language, letter]));
  return [...newest.values()].toSorted((one, other) => (one.language < other.language ? -1 : 1));
}

function columnsOf<Table extends typeof letterVersions | typeof letterDrafts>({
  language, title, addressees, datedOn, summary, bodyMarkdown, sourcesMarkdown,
}: Table) {
  return { language, title, addressees, datedOn, summary, bodyMarkdown, sourcesMarkdown };
}

async function readRetailers(tx: Transaction, campaignId: string) {
  const rows = await tx
    .select({
      id: retailers.id, slug: retailers.slug, name: retailers.name, country: retailers.country, websiteUrl: retailers.websiteUrl,
      askedOn: targets.askedOn,
    })
    .from(targets)
    .innerJoin(retailers, eq(retailers.id, targets.retailerId))
    .where(eq(targets.campaignId, campaignId))
    .orderBy(asc(targets.position), asc(retailers.name));
  const addresses = await tx
    .select({ retailerId: contacts.retailerId, role: contacts.role, email: contacts.email })
    .from(contacts)
    .where(and(inArray(contacts.retailerId, rows.map(({ id }) => id)), inArray(contacts.state, WRITABLE)))
    .orderBy(asc(contacts.createdAt), asc(contacts.id));
  return rows.map(({ id, ...retailer }) => ({
    ...retailer,
    contacts: addresses.filter(({ retailerId }) => retailerId === id).map(({ role, email }) => ({ role, email })),
  }));
}

const WRITABLE = (["new", "working", "bouncing", "wrong", "retired"] satisfies ContactState[]).filter((state) => CONTACT_STATES[state].canBeWrittenTo);

async function readPress(tx: Transaction, campaignId: string) {
  const images = await tx
    .select({ alt: pressImages.alt, credit: pressImages.credit, mediaType: files.mediaType, width: files.width, height: files.height, content: files.content })
    .from(pressImages)
    .innerJoin(files, eq(files.hash, pressImages.fileHash))
    .where(eq(pressImages.campaignId, campaignId))
    .orderBy(asc(pressImages.position), asc(pressImages.id));
  return {
    pressQuotes: await tx
      .select({ quote: pressQuotes.quote, speaker: pressQuotes.speaker, role: pressQuotes.role, permission: pressQuotes.permission })
      .from(pressQuotes)
      .where(eq(pressQuotes.campaignId, campaignId))
      .orderBy(asc(pressQuotes.position), asc(pressQuotes.id)),
    pressContacts: await tx
      .select({ name: pressContacts.name, role: pressContacts.role, email: pressContacts.email, phone: pressContacts.phone })
      .from(pressContacts)
      .where(eq(pressContacts.campaignId, campaignId))
      .orderBy(asc(pressContacts.position), asc(pressContacts.id)),
    pressImages: images.map(({ alt, credit, ...picture }) => ({ alt, credit, picture })),
  };
}
