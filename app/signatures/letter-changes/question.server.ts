import { and, eq, gt } from "drizzle-orm";
import { listLetterVersions, type ListedVersion } from "#app/letters/find.server.ts";
import { newestChange } from "#app/letters/texts.ts";
import { hashToken } from "#app/tokens.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { campaigns, letterVersions, signatureLinks, signatures } from "#db/schema/index.ts";

/** What a signer is asked as long as they stand under an earlier text. */
export interface LetterQuestion {
  signed: ListedVersion;
  change: ListedVersion;
  /** The text that they would agree to. */
  newest: ListedVersion;
}

/** Today's question to whoever signed this version; undefined when its text is still the letter's. */
export async function questionAbout(signedVersionId: string, tx: Transaction | typeof db = db): Promise<LetterQuestion | undefined> {
  const [found] = await tx
    .select({ campaignId: letterVersions.campaignId, language: letterVersions.language })
    .from(letterVersions)
    .where(eq(letterVersions.id, signedVersionId));
  if (!found) return undefined;
  const versions = (await listLetterVersions(found.campaignId, found.language, tx)).toSorted((one, other) => other.number - one.number);
  const [newest] = versions;
  const [change, signed] = [newestChange(versions, found.language), versions.find(({ id }) => id === signedVersionId)];
  if (!newest || !change || !signed || signed.number >= change.number) return undefined;
  return { signed, change, newest };
}

/** Whose question a mailed link opens: always today's, however old the mail is. Undefined once the link has expired. */
export async function findAskedSigner(token: string, now: Date = new Date()) {
  const [found] = await db
    .select({
      signature: { id: signatures.id, name: signatures.name, state: signatures.state, letterVersionId: signatures.letterVersionId },
      letter: { title: letterVersions.title, number: letterVersions.number, language: letterVersions.language },
      campaign: {
        slug: campaigns.slug, name: campaigns.name, language: campaigns.language, isSample: campaigns.isSample, accent: campaigns.accent,
        logoHash: campaigns.logoHash, privacyContact: campaigns.privacyContact,
      },
    })
    .from(signatureLinks)
    .innerJoin(signatures, eq(signatures.id, signatureLinks.signatureId))
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .innerJoin(letterVersions, eq(letterVersions.id, signatures.letterVersionId))
    .where(and(eq(signatureLinks.tokenHash, hashToken(token)), eq(signatureLinks.purpose, "me"), gt(signatureLinks.expiresAt, now)));
  return found && { ...found, question: await questionAbout(found.signature.letterVersionId) };
}
