import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { pauseTarget, resumeTarget } from "#app/desk/pause.server.ts";
import { returnToTestMode } from "#app/desk/mode.server.ts";
import { queueReadyMessages } from "#app/messages/queue.server.ts";
import { findDeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import { db } from "#db/client.server.ts";
import { deliveries, messages } from "#db/schema/index.ts";
import { aCampaign, aLetter, anOrganizer, aSignature, aTarget } from "#tests/build.ts";

const urls = { letter: () => "https://example.org/letter", howWeMail: () => "https://example.org/mail" };
let campaign: Awaited<ReturnType<typeof aCampaign>>;
let target: Awaited<ReturnType<typeof aTarget>>;

beforeEach(async () => {
  campaign = await aCampaign();
  target = await aTarget(campaign.id);
  const letter = await aLetter(campaign.id);
  const signature = await aSignature({ campaignId: campaign.id, letterVersionId: letter.id }, { confirmedAt: new Date() });
  await db.insert(messages).values({
    signatureId: signature.id,
    targetId: target.id,
    subject: "Please answer",
    body: "Please.",
    replyRoute: "campaign",
    releasedAt: new Date(),
  });
});

test("a pause takes back what waits in the outbox, and the message goes when it ends", async () => {
  await queueReadyMessages(urls);
  await pauseTarget(atDesk());
  expect(await stateOf(target.id)).toEqual({ message: "held", deliveries: [] });
  await queueReadyMessages(urls);
  expect(await stateOf(target.id)).toEqual({ message: "held", deliveries: [] });
  await resumeTarget(atDesk());
  await queueReadyMessages(urls);
  expect(await stateOf(target.id)).toEqual({ message: "queued", deliveries: ["due"] });
});

test("what a batch already holds goes out all the same", async () => {
  await queueReadyMessages(urls);
  await db.update(deliveries).set({ state: "sending" }).where(eq(deliveries.campaignId, campaign.id));
  await pauseTarget(atDesk());
  expect(await stateOf(target.id)).toEqual({ message: "queued", deliveries: ["sending"] });
});

test("a pause that races the queue leaves nothing due", async () => {
  await Promise.all([queueReadyMessages(urls), pauseTarget(atDesk()), queueReadyMessages(urls)]);
  expect(await stateOf(target.id)).toEqual({ message: "held", deliveries: [] });
});

test("returning to test mode takes back the whole campaign's outbox", async () => {
  await queueReadyMessages(urls);
  const grace = await anOrganizer(campaign.id, { role: "owner" });
  const desk = await findDeskCampaign(grace.id, campaign.slug);
  if (!desk) throw new Error("Grace has a desk.");
  await returnToTestMode({ campaign: desk, by: grace.id });
  expect(await stateOf(target.id)).toEqual({ message: "held", deliveries: [] });
});

function atDesk() {
  return { campaignId: campaign.id, target: { id: target.id, name: target.retailer.name }, by: null };
}

async function stateOf(targetId: string) {
  const [message] = await db.select().from(messages).where(eq(messages.targetId, targetId));
  const mails = await db.select({ state: deliveries.state }).from(deliveries).where(eq(deliveries.campaignId, campaign.id));
  return { message: message?.state, deliveries: mails.map(({ state }) => state) };
}
