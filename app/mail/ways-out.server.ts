import { and, eq, exists, inArray, isNotNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { v7 } from "uuid";
import type { Transaction } from "#db/client.server.ts";
import { signatures, unsubscribeLinks } from "#db/schema/index.ts";
import { sortOfCard } from "#emails/index.ts";
import { isEndable, type EndableSort } from "#emails/mail-sorts.ts";
import { derivedToken, hashToken } from "#app/tokens.server.ts";

interface DueMail {
  id: string;
  card: string;
  signatureId: string | null;
}

export type WayOut = { outcome: "token"; token: string } | { outcome: "ended" } | { outcome: "erased" };

/**
 * For each due mail that its reader can end: the token of the way out, or that it was taken. Mail to a signer who was
 * erased after it was written is named too, whatever its sort. The others are not in the answer.
 */
export async function findWaysOut(tx: Transaction, mails: readonly DueMail[]): Promise<Map<string, WayOut>> {
  const toSigners = mails.flatMap(({ id, card, signatureId }) => (signatureId === null ? [] : [{ id, signatureId, sort: sortOfCard(card) }]));
  const ways = new Map<string, WayOut>();
  if (toSigners.length === 0) return ways;
  const erased = await listErased(tx, toSigners.map(({ signatureId }) => signatureId));
  for (const { id, signatureId } of toSigners) if (erased.has(signatureId)) ways.set(id, { outcome: "erased" });
  const endable = toSigners.flatMap(({ sort, ...mail }) => (isEndable(sort) && !ways.has(mail.id) ? [{ ...mail, sort }] : []));
  for (const sort of new Set(endable.map((mail) => mail.sort))) {
    const ofSort = endable.filter((mail) => mail.sort === sort);
    const found = await waysOutOf(tx, sort, [...new Set(ofSort.map(({ signatureId }) => signatureId))].toSorted());
    for (const { id, signatureId } of ofSort) {
      const way = found.get(signatureId);
      if (way) ways.set(id, way);
    }
  }
  return ways;
}

async function listErased(tx: Transaction, signatureIds: string[]) {
  const rows = await tx.select({ id: signatures.id }).from(signatures).where(and(inArray(signatures.id, signatureIds), eq(signatures.email, "")));
  return new Set(rows.map(({ id }) => id));
}

/** One link for each signer and sort, however many mails bear it. */
async function waysOutOf(tx: Transaction, sort: EndableSort, signatureIds: string[]) {
  const made = signatureIds.map((signatureId) => {
    const id = v7();
    return { id, signatureId, sort, tokenHash: hashToken(unsubscribeToken(id)) };
  });
  await tx.insert(unsubscribeLinks).values(made).onConflictDoNothing();
  const rows = await tx
    .select({ id: unsubscribeLinks.id, tokenHash: unsubscribeLinks.tokenHash, signatureId: unsubscribeLinks.signatureId, hasEnded: exists(endedAtAddress(tx, sort)).mapWith(Boolean) })
    .from(unsubscribeLinks)
    .innerJoin(signatures, eq(signatures.id, unsubscribeLinks.signatureId))
    .where(and(inArray(unsubscribeLinks.signatureId, signatureIds), eq(unsubscribeLinks.sort, sort)));
  for (const { id, tokenHash } of rows) {
    const hash = hashToken(unsubscribeToken(id));
    // The secret is another one since: the links of before end, so that those of now work.
    if (hash !== tokenHash) await tx.update(unsubscribeLinks).set({ tokenHash: hash }).where(eq(unsubscribeLinks.id, id));
  }
  return new Map<string, WayOut>(
    rows.map(({ id, signatureId, hasEnded }) => [signatureId, hasEnded ? { outcome: "ended" } : { outcome: "token", token: unsubscribeToken(id) }]),
  );
}

/** Two who share an address share what goes to it. */
function endedAtAddress(tx: Transaction, sort: EndableSort) {
  const [other, link] = [alias(signatures, "other"), alias(unsubscribeLinks, "ended_link")];
  return tx
    .select({ id: link.id })
    .from(link)
    .innerJoin(other, eq(other.id, link.signatureId))
    .where(and(eq(other.campaignId, signatures.campaignId), eq(other.canonicalEmail, signatures.canonicalEmail), eq(link.sort, sort), isNotNull(link.stoppedAt)));
}

function unsubscribeToken(linkId: string) {
  return derivedToken("unsubscribe", linkId);
}
