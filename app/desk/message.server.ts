import { desc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { isId } from "#db/id.ts";
import { deliveries } from "#db/schema/index.ts";
import { DELIVERY_STATES } from "./lists/delivery-words.ts";
import { messagesList, statusFor } from "./lists/messages-list.server.ts";
import { openSelection, readSelected } from "./lists/selected.server.ts";

/** One message of this campaign with its text, as the list of messages tells of it, and each mail that carried it. */
export async function readDeskMessage(campaignId: string, id: string) {
  if (!isId(id)) return undefined;
  const selected = await openSelection(messagesList, campaignId, { which: "ticked", ids: [id] });
  const { rows } = await readSelected(messagesList, selected, { after: null, limit: 1 });
  const message = rows[0]?.row;
  if (!message) return undefined;
  const { subject, body, signatureId, signerName, retailerName, retailerSlug, hasOwnWords, createdAt, queuedAt } = message;
  return {
    id, subject, body, signatureId, signerName, retailerName, retailerSlug, hasOwnWords, createdAt, queuedAt,
    status: statusFor(message),
    mails: await listCarriers(id),
  };
}

/** Copies for the organizers are told apart; a retailer's address is no secret of the desk. */
async function listCarriers(messageId: string) {
  const rows = await db
    .select({ id: deliveries.id, state: deliveries.state, reason: deliveries.reason, isTest: deliveries.isTest, to: deliveries.toAddress, dueAt: deliveries.dueAt, sentAt: deliveries.sentAt })
    .from(deliveries)
    .where(eq(deliveries.messageId, messageId))
    .orderBy(desc(deliveries.dueAt));
  return rows.map(({ state, to, isTest, ...mail }) => ({
    ...mail,
    word: isTest ? "A copy for the organizers" : `To ${to}`,
    state: DELIVERY_STATES[state].word,
    isTrouble: DELIVERY_STATES[state].isTrouble === true,
  }));
}
