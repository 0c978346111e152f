import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { files, pressContacts, pressImages, pressQuotes } from "#db/schema/index.ts";

/** What the press page of a campaign holds beside its facts. How a speaker agreed is chosen for the desk only. */
export async function readPress(campaignId: string) {
  const [quotes, contacts, images] = await Promise.all([listQuotes(campaignId), listPressContacts(campaignId), listImages(campaignId)]);
  return { quotes, contacts, images };
}

export async function listQuotes(campaignId: string) {
  return db
    .select({ id: pressQuotes.id, quote: pressQuotes.quote, speaker: pressQuotes.speaker, role: pressQuotes.role, permission: pressQuotes.permission })
    .from(pressQuotes)
    .where(eq(pressQuotes.campaignId, campaignId))
    .orderBy(asc(pressQuotes.position), asc(pressQuotes.id));
}

export async function listPressContacts(campaignId: string) {
  return db
    .select({ id: pressContacts.id, name: pressContacts.name, role: pressContacts.role, email: pressContacts.email, phone: pressContacts.phone })
    .from(pressContacts)
    .where(eq(pressContacts.campaignId, campaignId))
    .orderBy(asc(pressContacts.position), asc(pressContacts.id));
}

export async function listImages(campaignId: string) {
  return db
    .select({
      id: pressImages.id,
      hash: pressImages.fileHash,
      alt: pressImages.alt,
      credit: pressImages.credit,
      mediaType: files.mediaType,
      width: files.width,
      height: files.height,
    })
    .from(pressImages)
    .innerJoin(files, eq(files.hash, pressImages.fileHash))
    .where(eq(pressImages.campaignId, campaignId))
    .orderBy(asc(pressImages.position), asc(pressImages.id));
}
