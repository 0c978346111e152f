import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { readOverviews } from "#app/desk/overview.server.ts";
import { pauseTarget } from "#app/desk/pause.server.ts";
import { countSigningsToday } from "#app/desk/today.server.ts";
import { readWaiting } from "#app/desk/waiting.server.ts";
import { recordResponse } from "#app/responses/record.server.ts";
import { db } from "#db/client.server.ts";
import { campaigns, contacts, deliveries, messages } from "#db/schema/index.ts";
import { aCampaign, aLetter, anOrganizer, aSignature, aTarget } from "#tests/build.ts";

const TEN_TO_THREE = new Date("2026-03-02T14:50:00Z");

async function aLetterToSign(given: Parameters<typeof aCampaign>[0] = {}) {
  const campaign = await aCampaign(given);
  const letter = await aLetter(campaign.id);
  return { campaign, signed: { campaignId: campaign.id, letterVersionId: letter.id } };
}

describe("today's signatures", () => {
  test("are counted by the hour beside yesterday's, and only when confirmed", async () => {
    const { campaign, signed } = await aLetterToSign();
    const confirmed = ["2026-03-02T00:00:00Z", "2026-03-02T14:10:00Z", "2026-03-02T14:49:00Z", "2026-03-01T14:30:00Z", "2026-03-01T23:59:59Z", "2026-02-28T23:00:00Z"];
    for (const at of confirmed) await aSignature(signed, { confirmedAt: new Date(at) });
    await aSignature(signed, { createdAt: new Date("2026-03-02T09:00:00Z") });
    await aSignature(signed, { createdAt: new Date("2026-03-01T09:00:00Z") });
    await aSignature(signed, { confirmedAt: new Date("2026-03-02T10:00:00Z"), state: "withdrawn" });

    const today = await countSigningsToday(campaign.id, TEN_TO_THREE);
    expect(today.confirmed).toEqual({ today: 3, yesterday: 2, yesterdayByNow: 1 });
    expect(today.pending).toEqual({ today: 1, yesterday: 1 });
    expect(today.byHour).toHaveLength(24);
    expect(today.byHour[14]).toMatchObject({ hour: 14, today: 2, yesterday: 1 });
  });
});

describe("what waits", () => {
  test("a campaign in order waits for nobody", async () => {
    const { campaign } = await aLetterToSign();
    await aTarget(campaign.id, { contact: "care@corner.shop" });
    expect(await readWaiting(campaign)).toEqual({ withoutContact: [], onExampleAddresses: [], bouncing: [], drafts: [], messages: [], failedMail: [] });
  });

  test("targets without a working contact, bouncing contacts and drafts are named", async () => {
    const { campaign } = await aLetterToSign();
    const corner = await aTarget(campaign.id, { name: "Corner Shop" });
    const market = await aTarget(campaign.id, { name: "Big Market", contact: null });
    await db.update(contacts).set({ state: "bouncing", stateReason: "mailbox full" }).where(eq(contacts.retailerId, corner.retailerId));
    const grace = await anOrganizer(campaign.id);
    const values = {
      happenedOn: "2026-03-01", channel: "none", kind: "no_answer", summary: "Nothing was found.",
      quote: null, sourceUrl: null, sourceTitle: null, capturedOn: "2026-03-01", stances: [],
    } as const;
    await recordResponse({ targetId: market.id, organizerId: grace.id, values: { ...values, stances: [] }, isPublished: false });
    await recordResponse({ targetId: market.id, organizerId: grace.id, values: { ...values, stances: [] }, isPublished: true });

    const waiting = await readWaiting(campaign);
    expect(waiting.withoutContact.map(({ name }) => name)).toEqual(["Corner Shop", "Big Market"]);
    expect(waiting.bouncing).toMatchObject([{ name: "Corner Shop", reason: "mailbox full" }]);
    expect(waiting.drafts).toMatchObject([{ retailer: "Big Market", kind: "no_answer", happenedOn: "2026-03-01" }]);
    expect((await readOverviews([campaign.id])).get(campaign.id)).toMatchObject({ withoutContact: 2, drafts: 1 });
  });

  test("a target on an example address waits for a real one, but not in a sample", async () => {
    const { campaign } = await aLetterToSign();
    await aTarget(campaign.id, { contact: "care@corner-shop.example" });
    expect((await readWaiting(campaign)).onExampleAddresses.map(({ name }) => name)).toEqual(["Corner Shop"]);
    expect((await readWaiting({ ...campaign, isSample: true })).onExampleAddresses).toEqual([]);
  });

  test("messages are counted by what holds them, and only once their signer is confirmed", async () => {
    const { campaign, signed } = await aLetterToSign();
    const [open, paused, unreachable] = [
      await aTarget(campaign.id), await aTarget(campaign.id), await aTarget(campaign.id, { contact: null }),
    ];
    await pauseTarget({ campaignId: campaign.id, target: { id: paused.id, name: paused.retailer.name }, by: null });
    const ada = await aSignature(signed, { confirmedAt: TEN_TO_THREE });
    const sam = await aSignature(signed);
    const released = { subject: "Please answer", body: "Please", replyRoute: "campaign", releasedAt: TEN_TO_THREE } as const;
    for (const { id } of [open, paused, unreachable]) await db.insert(messages).values({ signatureId: ada.id, targetId: id, ...released });
    await db.insert(messages).values({ signatureId: sam.id, targetId: open.id, ...released });

    const holds = async () => Object.fromEntries((await readWaiting(campaign)).messages.map(({ hold, count }) => [hold, count]));
    expect(await holds()).toEqual({ "its turn": 1, paused: 1, "no contact": 1 });
    await db.update(campaigns).set({ isInTestMode: true }).where(eq(campaigns.id, campaign.id));
    expect(await holds()).toEqual({ "test mode": 3 });
  });

  test("mail that failed this week is counted, without anybody's address", async () => {
    const { campaign } = await aLetterToSign();
    const failed = { toAddress: "ada@example.org", priority: 1, campaignId: campaign.id, state: "bounced", stateChangedAt: TEN_TO_THREE } as const;
    await db.insert(deliveries).values([
      { card: "confirm-signature", ...failed },
      { card: "demands", ...failed },
      { card: "demands", ...failed, isTest: true },
      { card: "demands", ...failed, stateChangedAt: new Date("2026-02-01T00:00:00Z") },
    ]);
    const { failedMail } = await readWaiting(campaign, TEN_TO_THREE);
    expect(failedMail).toEqual([
      { isDemands: true, state: "bounced", count: 1 },
      { isDemands: false, state: "bounced", count: 1 },
    ]);
  });
});
