import { and, asc, eq, inArray, isNull, sql as raw } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { campaigns, letterVersions, messages, retailers, signatureLinks, signatures, targets } from "#db/schema/index.ts";
import { hashToken } from "#app/tokens.server.ts";
import { LINKED_STATES } from "./links.ts";

/** What a mailed confirmation link shows before anything is done with it; undefined for a link we do not know. */
export async function findConfirmation(token: string, now: Date = new Date()) {
  const [found] = await db
    .select({
      signatureId: signatures.id,
      name: signatures.name,
      country: signatures.country,
      postcode: signatures.postcode,
      comment: signatures.comment,
      isNameShown: signatures.isNameShown,
      wantsUpdates: raw<boolean>`exists (select from consents where signature_id = ${signatures.id} and kind = 'updates' and withdrawn_at is null)`,
      sharesWith: raw<string | null>`(select c.name from consents k join co_signers c on c.id = k.co_signer_id where k.signature_id = ${signatures.id} and k.withdrawn_at is null limit 1)`,
      state: signatures.state,
      expiresAt: signatureLinks.expiresAt,
      campaignSlug: campaigns.slug,
      campaignName: campaigns.name,
      isSample: campaigns.isSample,
      accent: campaigns.accent,
      logoHash: campaigns.logoHash,
      letterTitle: letterVersions.title,
      language: letterVersions.language,
    })
    .from(signatureLinks)
    .innerJoin(signatures, eq(signatures.id, signatureLinks.signatureId))
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .innerJoin(letterVersions, eq(letterVersions.id, signatures.letterVersionId))
    .where(
      and(
        eq(signatureLinks.tokenHash, hashToken(token)),
        eq(signatureLinks.purpose, "confirm"),
        inArray(signatures.state, LINKED_STATES),
      ),
    );
  if (!found) return undefined;
  const { signatureId, state, expiresAt, ...shown } = found;
  const heldMessages = await listHeldMessages(signatureId);
  return { ...shown, state: confirmationState(state, expiresAt, now), heldMessages };
}

function confirmationState(state: string, expiresAt: Date, now: Date) {
  if (expiresAt <= now) return "expired" as const;
  if (state === "pending" || state === "withdrawn") return "waiting" as const;
  return "confirmed" as const;
}

/** Messages written before the address was proven: their owner decides on each. */
async function listHeldMessages(signatureId: string) {
  return db
    .select({ id: messages.id, retailerName: retailers.name, subject: messages.subject, body: messages.body })
    .from(messages)
    .innerJoin(targets, eq(targets.id, messages.targetId))
    .innerJoin(retailers, eq(retailers.id, targets.retailerId))
    .where(and(eq(messages.signatureId, signatureId), eq(messages.state, "held"), isNull(messages.releasedAt)))
    .orderBy(asc(targets.position));
}
