import { and, eq, gt } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { campaigns, letterVersions, signatureLinks, signatures } from "#db/schema/index.ts";
import { hashToken } from "#app/tokens.server.ts";

export type SignerPage = NonNullable<Awaited<ReturnType<typeof findSignerByLink>>>;

/** Whose own page a mailed link opens, with what is held about that signature; undefined once the link has expired. */
export async function findSignerByLink(token: string, now: Date = new Date()) {
  const [found] = await db
    .select({
      signature: {
        id: signatures.id,
        name: signatures.name,
        email: signatures.email,
        country: signatures.country,
        postcode: signatures.postcode,
        comment: signatures.comment,
        isNameShown: signatures.isNameShown,
        state: signatures.state,
        signedAt: signatures.createdAt,
        confirmedAt: signatures.confirmedAt,
      },
      letter: { title: letterVersions.title, number: letterVersions.number, language: letterVersions.language },
      campaign: {
        id: campaigns.id,
        slug: campaigns.slug,
        name: campaigns.name,
        state: campaigns.state,
        isSample: campaigns.isSample,
        language: campaigns.language,
        accent: campaigns.accent,
        logoHash: campaigns.logoHash,
      },
    })
    .from(signatureLinks)
    .innerJoin(signatures, eq(signatures.id, signatureLinks.signatureId))
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .innerJoin(letterVersions, eq(letterVersions.id, signatures.letterVersionId))
    .where(
      and(
        eq(signatureLinks.tokenHash, hashToken(token)),
        eq(signatureLinks.purpose, "me"),
        gt(signatureLinks.expiresAt, now),
      ),
    );
  return found;
}
