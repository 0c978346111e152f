import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { listMessages } from "#app/messages/list.server.ts";
import { copyMessagesToOrganizers } from "#app/messages/queue.server.ts";
import { cancelMessage } from "#app/messages/release.server.ts";
import { addContact, listContacts, setContactState } from "#app/retailers/contacts.server.ts";
import { withdrawSignature } from "#app/signatures/withdraw.server.ts";
import { db } from "#db/client.server.ts";
import { campaigns, deliveries, signatures, targets } from "#db/schema/index.ts";
import { printCard } from "#emails/index.ts";
import { anOrganizer } from "#tests/build.ts";
import { aMessage, type Given, messageUrls, NOON, queue } from "./message-steps.ts";

async function mailsOf(messageId: string, isTest = false) {
  return db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.messageId, messageId), eq(deliveries.isTest, isTest)))
    .orderBy(asc(deliveries.toAddress));
}

function deskOf({ campaignId }: { campaignId: string }) {
  return { campaignId, by: null };
}

async function statusOf(signatureId: string) {
  return (await listMessages(signatureId)).map(({ status }) => status);
}

describe("a message that nothing holds", () => {
  test("goes into the outbox, once", async () => {
    const { campaign, target, signature, message } = await aMessage();
    await queue();
    await queue();
    const [contact] = await listContacts(target.retailerId);
    expect(await mailsOf(message.id)).toMatchObject([
      { card: "demands", toAddress: "care@corner-shop.example", state: "due", priority: 2, isTest: false, campaignId: campaign.id, contactId: contact?.id, dueAt: NOON },
    ]);
    expect(await statusOf(signature.id)).toEqual(["on its way"]);
  });

  test("carries the signer's words, name and reply address, and prints", async () => {
    const { campaign, signature, message } = await aMessage({ signature: { email: "ada@example.net" } });
    await queue();
    const [mail] = await mailsOf(message.id);
    expect(await printCard("demands", mail?.props)).toMatchObject({
      subject: "Answer", replyTo: signature.email, text: expect.stringContaining("Please."),
    });
    expect(mail?.props).toMatchObject({ signerName: "Ada Lovelace", signerPlace: "United Kingdom", letterUrl: messageUrls.letter(campaign.slug) });
  });

  test("is queued once by two workers at the same time", async () => {
    const { message } = await aMessage();
    const { message: second } = await aMessage();
    await Promise.all([queue(), queue(), queue(), queue()]);
    expect(await mailsOf(message.id)).toHaveLength(1);
    expect(await mailsOf(second.id)).toHaveLength(1);
  });

  test("goes to a contact that is known to work rather than to a new one", async () => {
    const { target, message } = await aMessage();
    await addContact({ ...deskOf(target), retailerId: target.retailerId, role: "Press", email: "press@corner-shop.example" });
    const press = (await listContacts(target.retailerId)).find(({ role }) => role === "Press");
    await setContactState(press?.id ?? "", target.retailerId, { ...deskOf(target), state: "working", reason: null }, NOON);
    await queue();
    expect(await mailsOf(message.id)).toMatchObject([{ toAddress: "press@corner-shop.example" }]);
  });

  test("goes also when the campaign has closed to new signatures", async () => {
    const { message } = await aMessage({ campaign: { state: "closed" } });
    await queue();
    expect(await mailsOf(message.id)).toHaveLength(1);
  });
});

describe("a message is held", () => {
  test.each([
    ["until its signer lets it go", { message: { releasedAt: null } }, "waits for you to confirm it"],
    ["until its signature is confirmed", { signature: { confirmedAt: null } }, "waits for its turn"],
    ["once its signature is withdrawn", { signature: { state: "withdrawn" as const } }, "waits for its turn"],
    ["once its signature is found suspect", { signature: { state: "suspect" as const } }, "waits for its turn"],
    ["while its retailer has no contact", { target: { contact: null } }, "waits until we have a working address of the retailer"],
    ["while its retailer is paused", { target: { pausedAt: NOON } }, "waits: sending to this retailer is paused"],
    ["while its campaign is paused", { campaign: { state: "paused" as const } }, "waits for its turn"],
    ["while its campaign is in test mode", { campaign: { isInTestMode: true } }, "waits for its turn"],
    ["once it was taken back", { message: { state: "cancelled" as const } }, "cancelled"],
  ])("%s", async (_, given: Given, status) => {
    const { signature, message } = await aMessage(given);
    await queue();
    expect(await mailsOf(message.id)).toEqual([]);
    expect(await statusOf(signature.id)).toEqual([status]);
  });

  test("and goes when its signature is confirmed", async () => {
    const { signature, message } = await aMessage({ signature: { confirmedAt: null } });
    await queue();
    await db.update(signatures).set({ state: "confirmed", confirmedAt: NOON }).where(eq(signatures.id, signature.id));
    await queue();
    expect(await mailsOf(message.id)).toHaveLength(1);
  });

  test("and goes when a contact appears, and holds again when it bounces", async () => {
    const { target, message } = await aMessage({ target: { contact: null } });
    const added = await addContact({ ...deskOf(target), retailerId: target.retailerId, role: "Customer care", email: "Care@corner-shop.example" });
    expect(await addContact({ ...deskOf(target), retailerId: target.retailerId, role: "Again", email: "care@corner-shop.example" })).toEqual({ outcome: "already there" });
    if (added.outcome !== "added") throw new Error(added.outcome);
    await setContactState(added.id, target.retailerId, { ...deskOf(target), state: "bouncing", reason: "No such mailbox." }, NOON);
    await queue();
    expect(await mailsOf(message.id)).toEqual([]);
    await setContactState(added.id, target.retailerId, { ...deskOf(target), state: "working", reason: null }, NOON);
    await queue();
    expect(await mailsOf(message.id)).toMatchObject([{ toAddress: "Care@corner-shop.example" }]);
  });

  test("and goes when the pause of its retailer ends", async () => {
    const { target, message } = await aMessage({ target: { pausedAt: NOON } });
    await db.update(targets).set({ pausedAt: null }).where(eq(targets.id, target.id));
    await queue();
    expect(await mailsOf(message.id)).toHaveLength(1);
  });
});

describe("in test mode", () => {
  test("a copy goes to each organizer once, marked so, and the message still waits", async () => {
    const { campaign, signature, message } = await aMessage({ campaign: { isInTestMode: true } });
    await anOrganizer(campaign.id, { email: "grace@countersign.example", role: "owner" });
    await anOrganizer(campaign.id, { email: "sam@countersign.example", role: "organizer" });
    await anOrganizer(campaign.id, { email: "viewer@countersign.example", role: "viewer" });
    await Promise.all([copyMessagesToOrganizers(messageUrls, NOON), copyMessagesToOrganizers(messageUrls, NOON)]);
    await queue();
    const copies = await mailsOf(message.id, true);
    expect(copies.map(({ toAddress }) => toAddress)).toEqual(["grace@countersign.example", "sam@countersign.example"]);
    expect(await printCard("demands", copies[0]?.props)).toMatchObject({ subject: "[Test for Corner Shop] Answer" });
    expect(await mailsOf(message.id)).toEqual([]);
    expect(await statusOf(signature.id)).toEqual(["waits until the campaign is live; its organizers got a copy"]);
  });

  test("the message goes to the retailer when the campaign goes live", async () => {
    const { campaign, message } = await aMessage({ campaign: { isInTestMode: true } });
    await anOrganizer(campaign.id);
    await copyMessagesToOrganizers(messageUrls, NOON);
    await db.update(campaigns).set({ isInTestMode: false }).where(eq(campaigns.id, campaign.id));
    await queue();
    expect(await mailsOf(message.id)).toMatchObject([{ toAddress: "care@corner-shop.example" }]);
    expect(await mailsOf(message.id, true)).toHaveLength(1);
  });

  test("a campaign without organizers holds up no other, and its copies wait for the first one", async () => {
    const lonely = await aMessage({ campaign: { isInTestMode: true } });
    const other = await aMessage({ campaign: { isInTestMode: true } });
    await anOrganizer(other.campaign.id);
    await copyMessagesToOrganizers(messageUrls, NOON);
    expect(await mailsOf(other.message.id, true)).toHaveLength(1);
    expect(await statusOf(lonely.signature.id)).toEqual(["waits for its turn"]);
    await anOrganizer(lonely.campaign.id);
    await copyMessagesToOrganizers(messageUrls, NOON);
    expect(await mailsOf(lonely.message.id, true)).toHaveLength(1);
  });

  test("nothing is copied that its signer has not let go", async () => {
    const { campaign, message } = await aMessage({ campaign: { isInTestMode: true }, message: { releasedAt: null } });
    await anOrganizer(campaign.id);
    await copyMessagesToOrganizers(messageUrls, NOON);
    expect(await mailsOf(message.id, true)).toEqual([]);
  });
});

describe("a message taken back", () => {
  test("never goes, whoever wins the race", async () => {
    const { signature, message } = await aMessage();
    const [{ outcome }] = await Promise.all([cancelMessage(signature.id, message.id, NOON), queue()]);
    expect(await mailsOf(message.id)).toHaveLength(outcome === "cancelled" ? 0 : 1);
    await queue();
    expect(await mailsOf(message.id)).toHaveLength(outcome === "cancelled" ? 0 : 1);
  });

  test("by withdrawing the signature does not go, not even from the outbox", async () => {
    const { campaign, signature, message } = await aMessage();
    await queue();
    expect(await withdrawSignature({ signatureId: signature.id, campaignSlug: campaign.slug }, NOON)).toEqual({ outcome: "withdrawn" });
    expect(await mailsOf(message.id)).toMatchObject([{ state: "cancelled", props: null }]);
    expect(await statusOf(signature.id)).toEqual(["cancelled"]);
  });

  test("stays told as sent when it had left before the signature was withdrawn", async () => {
    const { campaign, signature, message } = await aMessage();
    await queue();
    await db.update(deliveries).set({ state: "sent" }).where(eq(deliveries.messageId, message.id));
    await withdrawSignature({ signatureId: signature.id, campaignSlug: campaign.slug }, NOON);
    expect(await statusOf(signature.id)).toEqual(["sent"]);
  });
});

describe("what a signer reads of a message", () => {
  test.each([
    ["sent", "sent"],
    ["delivered", "delivered"],
    ["bounced", "came back: the retailer's address does not take mail"],
    ["failed", "could not be sent"],
  ] as const)("follows its mail: %s", async (state, status) => {
    const { signature, message } = await aMessage();
    await queue();
    await db.update(deliveries).set({ state }).where(eq(deliveries.messageId, message.id));
    expect(await statusOf(signature.id)).toEqual([status]);
  });
});
