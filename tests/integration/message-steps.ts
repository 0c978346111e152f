import { queueReadyMessages, type MessageUrls } from "#app/messages/queue.server.ts";
import { db } from "#db/client.server.ts";
import { messages } from "#db/schema/index.ts";
import { aCampaign, aLetter, aSignature, aTarget } from "#tests/build.ts";

/** Steps that the stories of messages share. */
export const NOON = new Date("2026-03-02T12:00:00Z");
export const messageUrls: MessageUrls = {
  letter: (slug) => `https://countersign.example/letters/${slug}`,
  howWeMail: () => "https://countersign.example/about/mail",
};

export interface Given {
  campaign?: Parameters<typeof aCampaign>[0];
  signature?: Parameters<typeof aSignature>[1];
  target?: Parameters<typeof aTarget>[1];
  message?: Partial<typeof messages.$inferInsert>;
}

/** Ada has written to Corner Shop, and nothing holds her message but what the test says. */
export async function aMessage(given: Given = {}) {
  const campaign = await aCampaign(given.campaign);
  const letter = await aLetter(campaign.id);
  const target = await aTarget(campaign.id, given.target);
  const signature = await aSignature({ campaignId: campaign.id, letterVersionId: letter.id }, { confirmedAt: NOON, ...given.signature });
  const [message] = await db
    .insert(messages)
    .values({ signatureId: signature.id, targetId: target.id, subject: "Answer", body: "Please.", replyRoute: "signer", releasedAt: NOON, ...given.message })
    .returning();
  if (!message) throw new Error("no message");
  return { campaign, target, signature, message };
}

export function queue() {
  return queueReadyMessages(messageUrls, NOON);
}
