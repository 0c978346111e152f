import { and, asc, eq, inArray, ne, sql as raw } from "drizzle-orm";
import { v7 } from "uuid";
import { MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { hashToken, newToken } from "#app/tokens.server.ts";
import type { Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { askingMarks, deliveries, letterAskings, signatureLinks, signatures } from "#db/schema/index.ts";
import type { CardProps } from "#emails/index.ts";
import { ASKING_LINK_DAYS, daysAfter } from "../links.ts";
import type { ChangedLetter } from "./changed-letter.server.ts";
import { takeBackAskings } from "./take-back-askings.server.ts";

/** How the house spells what the mail holds. */
export interface AskingUrls {
  agreement(token: string, signatureId: string): string;
  withdrawal(token: string, signatureId: string): string;
  me(token: string): string;
  /** From the version that was signed to the newest. */
  changesSince(letter: { slug: string; number: number; language: string }): string;
}

/**
 * Asks those of these signers who are under an earlier text: once about each change, however many jobs and rounds come
 * by, each with the row that says so in the same transaction. Whoever withdraws at this moment waits for its end.
 * Returns how many were asked.
 */
export async function askSigners(tx: Transaction, { letter, ids, urls }: { letter: ChangedLetter; ids: string[]; urls: AskingUrls }, now: Date): Promise<number> {
  const signers = await holdSigners(tx, letter, ids);
  if (signers.length === 0) return 0;
  const asked = await tx
    .insert(letterAskings)
    .values(signers.map(({ id }) => ({ signatureId: id, letterVersionId: letter.change.id, askedAt: now })))
    .onConflictDoNothing()
    .returning({ id: letterAskings.signatureId });
  if (asked.length === 0) return 0;
  const isAsked = new Set(asked.map(({ id }) => id));
  await takeBackAskings(tx, [...isAsked], now);
  const mails = signers.filter(({ id }) => isAsked.has(id)).map((signer) => writeMail(letter, signer, urls, now));
  await tx.insert(signatureLinks).values(mails.map(({ link }) => link));
  await tx.insert(deliveries).values(mails.map(({ delivery }) => delivery));
  await tx
    .insert(askingMarks)
    .values({ letterVersionId: letter.change.id, asked: mails.length })
    .onConflictDoUpdate({ target: askingMarks.letterVersionId, set: { asked: raw`${askingMarks.asked} + excluded.asked` } });
  await notify(tx, "mail");
  return mails.length;
}

interface Signer {
  id: string;
  name: string;
  email: string;
  letterVersionId: string;
}

async function holdSigners(tx: Transaction, { campaign, earlier }: ChangedLetter, ids: string[]): Promise<Signer[]> {
  if (ids.length === 0 || earlier.size === 0) return [];
  return tx
    .select({ id: signatures.id, name: signatures.name, email: signatures.email, letterVersionId: signatures.letterVersionId })
    .from(signatures)
    .where(
      and(
        inArray(signatures.id, ids),
        eq(signatures.campaignId, campaign.id),
        eq(signatures.state, "confirmed"),
        inArray(signatures.letterVersionId, [...earlier.keys()]),
        ne(signatures.email, ""),
      ),
    )
    .orderBy(asc(signatures.id))
    .for("no key update");
}

function writeMail({ campaign, change, newest, earlier }: ChangedLetter, { id, name, email, letterVersionId }: Signer, urls: AskingUrls, now: Date) {
  const token = newToken();
  const signedNumber = earlier.get(letterVersionId) ?? 1;
  const props: CardProps<"letter-changed"> = {
    name, signedNumber, campaignName: campaign.name, senderName: campaign.senderName, letterTitle: newest.title, changeSummary: change.changeSummary,
    agreeUrl: urls.agreement(token, id), withdrawUrl: urls.withdrawal(token, id), meUrl: urls.me(token),
    changesUrl: urls.changesSince({ slug: campaign.slug, number: signedNumber, language: newest.language }),
  };
  return {
    link: { tokenHash: hashToken(token), signatureId: id, purpose: "me" as const, expiresAt: daysAfter(now, ASKING_LINK_DAYS), createdAt: now },
    delivery: { id: v7(), card: "letter-changed", props, toAddress: email, priority: MAIL_PRIORITY.updates, campaignId: campaign.id, signatureId: id, dueAt: now },
  };
}
