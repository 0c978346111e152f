import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { countWaitingMessages } from "#app/desk/roll-ups/count-waiting-messages.server.ts";
import { rollUp } from "#app/desk/roll-ups/roll-up.server.ts";
import { countMessagesByTarget } from "#app/messages/counts.server.ts";
import { countsOf } from "#app/messages/message-counts.ts";
import { copyMessagesToOrganizers } from "#app/messages/queue.server.ts";
import { db } from "#db/client.server.ts";
import { deliveries, messages, openings, signatures } from "#db/schema/index.ts";
import { anOrganizer, aSignature } from "#tests/build.ts";
import { aMessage, messageUrls, NOON, queue } from "./message-steps.ts";

/** Ada's message to Corner Shop, and Sam's and Grace's beside it. */
async function threeMessages() {
  const first = await aMessage();
  const more = await Promise.all(
    ["sam@example.org", "grace@example.org"].map(async (email) => {
      const signature = await aSignature({ campaignId: first.campaign.id, letterVersionId: first.signature.letterVersionId }, { email, confirmedAt: NOON });
      await db.insert(messages).values({ signatureId: signature.id, targetId: first.target.id, subject: "Answer", body: "Please.", replyRoute: "signer", releasedAt: NOON });
      return signature;
    }),
  );
  return { ...first, others: more };
}

async function countsFor({ campaign, target }: { campaign: { id: string }; target: { id: string } }) {
  return countsOf(await countMessagesByTarget(campaign.id), target.id);
}

describe("the counts of a retailer", () => {
  test("tell waiting, sent, delivered and failed apart", async () => {
    const story = await threeMessages();
    expect(await countsFor(story)).toEqual({ sent: 0, delivered: 0, failed: 0, waiting: 3, opened: 0 });
    await queue();
    expect(await countsFor(story)).toEqual({ sent: 0, delivered: 0, failed: 0, waiting: 0, opened: 0 });
    const mails = await db.select({ id: deliveries.id }).from(deliveries).where(eq(deliveries.campaignId, story.campaign.id));
    const states = ["sent", "delivered", "bounced"] as const;
    for (const [turn, { id }] of mails.entries()) await db.update(deliveries).set({ state: states[turn] ?? "due" }).where(eq(deliveries.id, id));
    expect(await countsFor(story)).toEqual({ sent: 2, delivered: 1, failed: 1, waiting: 0, opened: 0 });
  });

  test("leave test copies out", async () => {
    const story = await aMessage({ campaign: { isInTestMode: true } });
    await anOrganizer(story.campaign.id);
    await copyMessagesToOrganizers(messageUrls, NOON);
    await db.update(deliveries).set({ state: "delivered" }).where(eq(deliveries.messageId, story.message.id));
    expect(await countsFor(story)).toEqual({ sent: 0, delivered: 0, failed: 0, waiting: 1, opened: 0 });
  });

  test("tell openings of confirmed signers apart from what was sent", async () => {
    const story = await aMessage();
    const pending = await aSignature({ campaignId: story.campaign.id, letterVersionId: story.signature.letterVersionId });
    for (const { id } of [story.signature, pending]) await db.insert(openings).values({ signatureId: id, targetId: story.target.id, program: "gmail" });
    expect(await countsFor(story)).toMatchObject({ sent: 0, opened: 1 });
  });

  test("are those of the clock when they are many, whatever became of the messages and their signers", async () => {
    const story = await threeMessages();
    await queue();
    const mails = await db.select({ id: deliveries.id }).from(deliveries).where(eq(deliveries.campaignId, story.campaign.id));
    const states = ["delivered", "bounced", "complained"] as const;
    for (const [turn, { id }] of mails.entries()) await db.update(deliveries).set({ state: states[turn] ?? "due" }).where(eq(deliveries.id, id));
    for (const state of ["confirmed", "confirmed", "removed", "suspect", "withdrawn", "pending"] as const) {
      const { id } = await aSignature({ campaignId: story.campaign.id, letterVersionId: story.signature.letterVersionId }, { confirmedAt: NOON });
      await db.update(signatures).set({ state, confirmedAt: state === "pending" ? null : NOON }).where(eq(signatures.id, id));
      await db.insert(messages).values({ signatureId: id, targetId: story.target.id, subject: "Answer", body: "Please.", replyRoute: "signer", releasedAt: NOON });
      await db.insert(openings).values({ signatureId: id, targetId: story.target.id, program: "gmail" });
    }
    await rollUp(new Date(), { rests: 0 });
    await countWaitingMessages(new Date(), { rests: 0 });
    const rolledUp = await countMessagesByTarget(story.campaign.id, { atOnce: 14 });
    expect(rolledUp).toEqual(await countMessagesByTarget(story.campaign.id, { atOnce: 15 }));
    expect(countsOf(rolledUp, story.target.id)).toEqual({ sent: 2, delivered: 2, failed: 1, waiting: 2, opened: 2 });

    // Of which of the two it tells shows when something has happened since the clock's round.
    await db.update(messages).set({ state: "cancelled" }).where(eq(messages.state, "held"));
    const waiting = async (atOnce: number) => countsOf(await countMessagesByTarget(story.campaign.id, { atOnce }), story.target.id).waiting;
    expect([await waiting(14), await waiting(15)]).toEqual([2, 0]);
  });
});
