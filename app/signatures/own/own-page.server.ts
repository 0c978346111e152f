import { and, desc, eq, gt, ne, sql as raw } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { campaigns, letterVersions, signatureLinks, signatures } from "#db/schema/index.ts";
import { hashToken } from "#app/tokens.server.ts";
import { isSameMailbox } from "../same-mailbox.ts";
import { toldState } from "./told-state.ts";

export type OwnPage = NonNullable<Awaited<ReturnType<typeof findOwnPage>>>;
export type OwnSignature = OwnPage["signatures"][number];

/**
 * What a mailed link opens: every signature of its address under every campaign, newest first, also that of a second
 * person at the address; undefined once the link has expired or was ended. Not what only a rule of the desk puts under
 * the same mailbox: see `isSameMailbox`.
 */
export async function findOwnPage(token: string, now: Date = new Date()) {
  const [link] = await db
    .select({ email: signatures.email, canonicalEmail: signatures.canonicalEmail, expiresAt: signatureLinks.expiresAt })
    .from(signatureLinks)
    .innerJoin(signatures, eq(signatures.id, signatureLinks.signatureId))
    .where(and(opens(token, now), ne(signatures.email, "")));
  if (!link) return undefined;
  const own = (await listOwnSignatures(link.canonicalEmail)).filter(({ email }) => isSameMailbox(email, link.email));
  return { canonicalEmail: link.canonicalEmail, expiresAt: link.expiresAt, signatures: own };
}

/** One signature of the link's address; undefined for another's, and for what is none. */
export async function findOwnSignature(token: string, signatureId: string, now: Date = new Date()) {
  const page = await findOwnPage(token, now);
  return page?.signatures.find(({ id }) => id === signatureId);
}

function opens(token: string, now: Date) {
  return and(eq(signatureLinks.tokenHash, hashToken(token)), eq(signatureLinks.purpose, "me"), gt(signatureLinks.expiresAt, now));
}

/** Asked campaign by campaign, so that the index that keeps one person to one signature answers. */
async function listOwnSignatures(canonicalEmail: string) {
  const rows = await db
    .select({
      id: signatures.id,
      seat: signatures.seat,
      canonicalEmail: signatures.canonicalEmail,
      name: signatures.name,
      email: signatures.email,
      country: signatures.country,
      postcode: signatures.postcode,
      comment: signatures.comment,
      isNameShown: signatures.isNameShown,
      source: signatures.source,
      state: signatures.state,
      signedAt: signatures.createdAt,
      mailedAt: signatures.mailedAt,
      confirmedAt: signatures.confirmedAt,
      withdrawnAt: signatures.withdrawnAt,
      removedAt: signatures.removedAt,
      removedFrom: signatures.removedFrom,
      letter: { id: letterVersions.id, title: letterVersions.title, number: letterVersions.number, language: letterVersions.language, publishedAt: letterVersions.publishedAt },
      campaign: {
        id: campaigns.id,
        slug: campaigns.slug,
        name: campaigns.name,
        state: campaigns.state,
        isSample: campaigns.isSample,
        language: campaigns.language,
        accent: campaigns.accent,
        logoHash: campaigns.logoHash,
        senderName: campaigns.senderName,
        privacyContact: campaigns.privacyContact,
        updatesConsentWording: campaigns.updatesConsentWording,
        closedAt: campaigns.closedAt,
        unconfirmedDays: campaigns.unconfirmedDays,
        keptDaysAfterClosing: campaigns.keptDaysAfterClosing,
      },
      newestNumber: raw<number | null>`(
        select max(newest.number) from letter_versions newest
        where newest.campaign_id = ${campaigns.id} and newest.language = ${letterVersions.language} and newest.published_at is not null)`,
    })
    .from(campaigns)
    .innerJoin(signatures, and(eq(signatures.campaignId, campaigns.id), eq(signatures.canonicalEmail, canonicalEmail)))
    .innerJoin(letterVersions, eq(letterVersions.id, signatures.letterVersionId))
    .orderBy(desc(signatures.createdAt), signatures.seat);
  return rows.map(({ state, removedFrom, ...row }) => ({ ...row, state: toldState(state), isTakenBack: state === "removed" && removedFrom === "withdrawn" }));
}
