import { and, eq } from "drizzle-orm";
import { listLetterVersions } from "#app/letters/find.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { letterAskings, signatures } from "#db/schema/index.ts";
import { questionAbout } from "./question.server.ts";
import { takeBackAskings } from "./take-back-askings.server.ts";

interface Agreement {
  signatureId: string;
  /** Which version of the letter was on the page, in the signer's language. */
  readNumber: number;
}

export type AgreeOutcome = { outcome: "agreed" | "agreed before" | "changed again" | "not confirmed" };

/**
 * From now on the signature is under the text that its owner read. Agreeing twice is agreeing once; whoever withdraws
 * at the same moment is withdrawn. "Changed again": the letter has changed materially since that page was opened.
 */
export async function agreeToText({ signatureId, readNumber }: Agreement, now: Date = new Date()): Promise<AgreeOutcome> {
  return db.transaction(async (tx) => {
    const [signature] = await tx
      .select({ state: signatures.state, campaignId: signatures.campaignId, letterVersionId: signatures.letterVersionId })
      .from(signatures)
      .where(eq(signatures.id, signatureId))
      .for("no key update");
    if (signature?.state !== "confirmed") return { outcome: "not confirmed" };
    const question = await questionAbout(signature.letterVersionId, tx);
    if (!question) return { outcome: "agreed before" };
    const read = await findRead(tx, signature.campaignId, question.newest.language, readNumber);
    if (!read || read.number < question.change.number) return { outcome: "changed again" };
    await tx
      .update(signatures)
      .set({ letterVersionId: read.id })
      .where(and(eq(signatures.id, signatureId), eq(signatures.state, "confirmed"), eq(signatures.letterVersionId, signature.letterVersionId)));
    await keepAgreement(tx, { signatureId, letterVersionId: question.change.id, signedVersionId: signature.letterVersionId, agreedVersionId: read.id, agreedAt: now });
    await takeBackAskings(tx, [signatureId], now);
    return { outcome: "agreed" };
  });
}

async function findRead(tx: Transaction, campaignId: string, language: string, number: number) {
  return (await listLetterVersions(campaignId, language, tx)).find((version) => version.number === number);
}

async function keepAgreement(tx: Transaction, agreement: Required<Omit<typeof letterAskings.$inferInsert, "askedAt">>) {
  const { agreedAt, signedVersionId, agreedVersionId } = agreement;
  await tx
    .insert(letterAskings)
    .values(agreement)
    .onConflictDoUpdate({ target: [letterAskings.signatureId, letterAskings.letterVersionId], set: { agreedAt, signedVersionId, agreedVersionId } });
}
