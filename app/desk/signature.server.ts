import { and, asc, desc, eq } from "drizzle-orm";
import { listMessages } from "#app/messages/list.server.ts";
import { listSuspicions, suspicionInWords } from "#app/signatures/screening/suspicion-words.ts";
import { countryName } from "#app/signatures/countries.ts";
import { type SignedVersion, versionsSigned } from "#app/signatures/letter-changes/versions-signed.server.ts";
import { db } from "#db/client.server.ts";
import { hasId } from "#db/id.ts";
import { consents, deliveries, screenedSignings, signatureReleases, signatures } from "#db/schema/index.ts";
import { cardWord, DELIVERY_STATES, reasonWithoutAddress } from "./lists/delivery-words.ts";

const MAILS_SHOWN = 50;

export type DeskSignature = NonNullable<Awaited<ReturnType<typeof readDeskSignature>>>;

/** All that the desk shows of one signature of this campaign: never its address, nor that of any mail. */
export async function readDeskSignature(campaignId: string, id: string) {
  const [signature] = await db
    .select({
      id: signatures.id,
      name: signatures.name,
      country: signatures.country,
      state: signatures.state,
      source: signatures.source,
      comment: signatures.comment,
      isNameShown: signatures.isNameShown,
      createdAt: signatures.createdAt,
      confirmedAt: signatures.confirmedAt,
      withdrawnAt: signatures.withdrawnAt,
      removedAt: signatures.removedAt,
      removalReason: signatures.removalReason,
      removalJobId: signatures.removalJobId,
      suspicion: signatures.suspicion,
    })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaignId), hasId(signatures.id, id)));
  if (!signature) return undefined;
  const [messages, mails, agreed, versions, trace, releaseJobIds] = await Promise.all([
    listMessages(signature.id), listMails(signature.id), listConsents(signature.id), versionsSigned(signature.id), findTrace(signature.id), listReleases(signature.id),
  ]);
  return {
    ...signature,
    suspicions: listSuspicions(signature.suspicion).map(suspicionInWords),
    trace,
    releaseJobIds,
    country: countryName(signature.country, "en"),
    timeline: tellLife(signature, agreed, versions),
    messages: messages.map(({ id: message, retailerName, isReleased, status }) => ({
      id: message,
      retailerName,
      status: isReleased || status === "cancelled" ? status : "waits for its signer to confirm it",
    })),
    mails: mails.map(({ card, state, reason, ...mail }) => ({
      ...mail,
      word: cardWord(card),
      state: DELIVERY_STATES[state].word,
      isTrouble: DELIVERY_STATES[state].isTrouble === true,
      reason: reason === null ? null : reasonWithoutAddress(reason),
    })),
  };
}

type Life = Pick<typeof signatures.$inferSelect, "confirmedAt" | "withdrawnAt" | "removedAt" | "removalReason">;

function tellLife(life: Life, agreed: { givenAt: Date; withdrawnAt: Date | null }[], versions: SignedVersion[]) {
  const steps: [Date | null, string][] = [
    ...versions.map(({ how, number, language, at }): [Date, string] => [at, `${how === "signed" ? "signed" : "agreed to"} version ${number} of the letter (${language})`]),
    [life.confirmedAt, "confirmed by its owner"],
    [life.withdrawnAt, "withdrawn by its owner"],
    [life.removedAt, `removed: ${life.removalReason ?? "no reason was kept"}`],
    ...agreed.map(({ givenAt }): [Date, string] => [givenAt, "agreed to updates"]),
    ...agreed.map(({ withdrawnAt }): [Date | null, string] => [withdrawnAt, "wants no more updates"]),
  ];
  return steps
    .flatMap(([at, words]) => (at ? [{ at, words }] : []))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

/** Where the signing that made it came from, as long as that is kept. */
async function findTrace(signatureId: string) {
  const [trace] = await db
    .select({ network: screenedSignings.network, mailDomain: screenedSignings.mailDomain })
    .from(screenedSignings)
    .where(and(eq(screenedSignings.signatureId, signatureId), screenedSignings.isNew))
    .limit(1);
  return trace ?? null;
}

async function listReleases(signatureId: string) {
  const rows = await db.select({ jobId: signatureReleases.jobId }).from(signatureReleases).where(eq(signatureReleases.signatureId, signatureId));
  return rows.map(({ jobId }) => jobId);
}

function listConsents(signatureId: string) {
  return db
    .select({ givenAt: consents.givenAt, withdrawnAt: consents.withdrawnAt })
    .from(consents)
    .where(and(eq(consents.signatureId, signatureId), eq(consents.kind, "updates")))
    .orderBy(asc(consents.givenAt));
}

function listMails(signatureId: string) {
  return db
    .select({ id: deliveries.id, card: deliveries.card, state: deliveries.state, reason: deliveries.reason, dueAt: deliveries.dueAt, sentAt: deliveries.sentAt })
    .from(deliveries)
    .where(eq(deliveries.signatureId, signatureId))
    .orderBy(desc(deliveries.dueAt))
    .limit(MAILS_SHOWN);
}
