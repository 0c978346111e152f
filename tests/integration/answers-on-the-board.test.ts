import { expect, it } from "vitest";
import { findResponse, listPublishedResponses, listResponses } from "#app/responses/list.server.ts";
import { publishResponse } from "#app/responses/publish.server.ts";
import { recordResponse } from "#app/responses/record.server.ts";
import type { ResponseValues } from "#app/responses/response-form.ts";
import { readRetailerRecord } from "#app/scoreboard/retailer-record.server.ts";
import { readScoreboard } from "#app/scoreboard/read.server.ts";
import { db } from "#db/client.server.ts";
import { listen } from "#db/notices.server.ts";
import { contacts, deliveries, messages } from "#db/schema/index.ts";
import { aCampaign, aDemand, aLetter, anOrganizer, aSignature, aTarget } from "#tests/build.ts";

const NOW = new Date("2026-03-02T09:00:00Z");
const LATER = new Date("2026-03-03T09:00:00Z");

async function aBoard() {
  const campaign = await aCampaign();
  const endorse = await aDemand(campaign.id, { slug: "endorse" });
  const drop = await aDemand(campaign.id, { slug: "drop" });
  const target = await aTarget(campaign.id, { askedOn: "2026-01-10" });
  const grace = await anOrganizer(campaign.id);
  return { campaign, endorse, drop, target, grace };
}

function answering(values: Partial<ResponseValues>): ResponseValues {
  return {
    happenedOn: "2026-02-20",
    channel: "website",
    kind: "answer",
    summary: "Corner Shop wrote that it will endorse the standards.",
    quote: "We will endorse them.",
    sourceUrl: "https://corner-shop.example/news",
    sourceTitle: null,
    capturedOn: "2026-03-01",
    stances: [],
    ...values,
  };
}

function standing(demandId: string, value: ResponseValues["stances"][number]["value"], dueOn: string | null = null) {
  return { demandId, value, sinceOn: "2026-02-20", dueOn, reason: null };
}

it("keeps a draft to the desk until it is published, then tells the house", async () => {
  const { campaign, endorse, target, grace } = await aBoard();
  const heard: string[] = [];
  const stop = await listen("published", (slug) => heard.push(slug));
  const values = answering({ stances: [standing(endorse.id, "pledged", "2026-12-31")] });

  const recorded = await recordResponse({ targetId: target.id, organizerId: grace.id, values, isPublished: false }, NOW);
  expect(recorded.outcome).toBe("recorded");
  expect(await listPublishedResponses([target.id])).toEqual([]);
  expect(await listResponses(target.id)).toMatchObject([{ publishedAt: null, stances: [{ value: "pledged" }] }]);
  expect((await readScoreboard(campaign, NOW)).rows[0]).toMatchObject({ contact: { state: "asked" }, cells: [{ stance: "not_assessed" }, {}] });
  expect((await readRetailerRecord(target.retailer.id, NOW)).campaigns[0]?.responses).toEqual([]);

  expect(await publishResponse(recorded.responseId, grace.id, NOW)).toEqual({ outcome: "published" });
  const board = await readScoreboard(campaign, NOW);
  expect(board.rows[0]).toMatchObject({
    contact: { state: "replied", daysSinceAsked: 51, daysOfSilence: null },
    cells: [
      { demand: { slug: "endorse" }, stance: "pledged", dueOn: "2026-12-31", isOverdue: false },
      { demand: { slug: "drop" }, stance: "not_assessed" },
    ],
  });
  expect(board.totals).toMatchObject({ asked: 1, answered: 1 });
  await expect.poll(() => heard).toEqual([campaign.slug]);
  await stop();
});

it("publishes once, whoever races to do it", async () => {
  const { endorse, target, grace, campaign } = await aBoard();
  const sam = await anOrganizer(campaign.id, { name: "Sam" });
  const values = answering({ stances: [standing(endorse.id, "declined")] });
  const { responseId } = await recordResponse({ targetId: target.id, organizerId: grace.id, values, isPublished: false }, NOW);

  const outcomes = await Promise.all([
    publishResponse(responseId, sam.id, NOW), publishResponse(responseId, sam.id, NOW), publishResponse(responseId, sam.id, NOW),
  ]);
  expect(outcomes.filter(({ outcome }) => outcome === "published")).toHaveLength(1);
  expect(await publishResponse(responseId, grace.id, LATER)).toEqual({ outcome: "nothing to publish" });
  expect(await listResponses(target.id)).toMatchObject([{ review: "two people", publishedAt: NOW }]);
});

it("says that one person alone stands behind a record", async () => {
  const { target, grace } = await aBoard();
  await recordResponse({ targetId: target.id, organizerId: grace.id, values: answering({}), isPublished: true }, NOW);
  expect((await readRetailerRecord(target.retailer.id, NOW)).campaigns[0]?.responses).toMatchObject([{ review: "single review" }]);
});

it("records all of a response or nothing", async () => {
  const { target, grace, endorse } = await aBoard();
  const values = answering({ stances: [standing(endorse.id, "pledged"), standing("0195f000-0000-7000-8000-000000000000", "pledged")] });
  await expect(recordResponse({ targetId: target.id, organizerId: grace.id, values, isPublished: true }, NOW)).rejects.toThrow(/insert into "stances"/);
  expect(await listResponses(target.id)).toEqual([]);
});

it("keeps the whole history: a correction is a further record, and the newest published one counts", async () => {
  const { campaign, target, grace, endorse } = await aBoard();
  const record = (value: "pledged" | "under_discussion", reason: string | null, now: Date) =>
    recordResponse(
      {
        targetId: target.id,
        organizerId: grace.id,
        values: answering({ stances: [{ ...standing(endorse.id, value), sinceOn: value === "pledged" ? "2026-02-20" : "2026-02-10", reason }] }),
        isPublished: true,
      },
      now,
    );
  await record("pledged", null, NOW);
  await record("under_discussion", "We had read too much into it.", LATER);

  expect((await readScoreboard(campaign, LATER)).rows[0]?.cells[0]).toMatchObject({ stance: "under_discussion" });
  const [recorded] = (await readRetailerRecord(target.retailer.id, LATER)).campaigns;
  expect(recorded?.demands[0]).toMatchObject({
    current: { stance: "under_discussion" },
    history: [
      { stance: "pledged", sinceOn: "2026-02-20", publishedOn: "2026-03-02" },
      { stance: "under_discussion", sinceOn: "2026-02-10", publishedOn: "2026-03-03", reason: "We had read too much into it." },
    ],
  });
});

it("tells what a retailer did before it was asked, without calling it a reply", async () => {
  const { target, grace } = await aBoard();
  const values = answering({ kind: "action", happenedOn: "2025-12-01", capturedOn: "2025-12-02" });
  await recordResponse({ targetId: target.id, organizerId: grace.id, values, isPublished: true }, NOW);
  expect((await readRetailerRecord(target.retailer.id, NOW)).campaigns[0]).toMatchObject({
    contact: { state: "asked", daysOfSilence: 51 },
    responses: [{ kind: "action", isBeforeAsked: true }],
  });
});

it("counts messages that left, and a retailer that cannot be written to", async () => {
  const { campaign, target } = await aBoard();
  const letter = await aLetter(campaign.id);
  const bigMarket = await aTarget(campaign.id, { name: "Big Market", contact: null });
  await db.insert(contacts).values({ retailerId: bigMarket.retailer.id, role: "Press", email: "press@big-market.example", state: "bouncing" });
  for (const state of ["sent", "delivered", "bounced"] as const) {
    const signature = await aSignature({ campaignId: campaign.id, letterVersionId: letter.id }, { confirmedAt: NOW });
    const [message] = await db
      .insert(messages)
      .values({ signatureId: signature.id, targetId: target.id, subject: "Please", body: "Answer.", replyRoute: "campaign", state: "queued" })
      .returning();
    await db.insert(deliveries).values({ card: "demand", toAddress: "care@corner-shop.example", priority: 2, messageId: message?.id ?? null, state });
  }
  const board = await readScoreboard(campaign, NOW);
  expect(board.rows).toMatchObject([
    { retailer: { name: "Corner Shop" }, messages: { sent: 2, delivered: 1 } },
    { retailer: { name: "Big Market" }, contact: { state: "undeliverable", isAsked: false }, messages: { sent: 0 } },
  ]);
  expect(board.totals).toMatchObject({ retailers: 2, asked: 1, answered: 0, sent: 2, delivered: 1 });
});

it("shows a draft campaign nowhere, and finds no response through another campaign", async () => {
  const { campaign, target, grace } = await aBoard();
  const { responseId } = await recordResponse({ targetId: target.id, organizerId: grace.id, values: answering({}), isPublished: true }, NOW);
  const other = await aCampaign({ state: "draft" });
  const hidden = await aTarget(other.id, { name: "Big Market" });

  expect((await readRetailerRecord(hidden.retailer.id, NOW)).campaigns).toEqual([]);
  expect(await findResponse(other.id, responseId)).toBeUndefined();
  expect(await findResponse(campaign.id, "not-an-id")).toBeUndefined();
  expect(await findResponse(campaign.id, responseId)).toMatchObject({ id: responseId });
});

it("leaves who recorded it, and every address, in the house", async () => {
  const { campaign, target, grace } = await aBoard();
  await recordResponse({ targetId: target.id, organizerId: grace.id, values: answering({}), isPublished: true }, NOW);
  const shown = JSON.stringify([await readScoreboard(campaign, NOW), await readRetailerRecord(target.retailer.id, NOW)]);
  expect(shown).not.toContain(grace.id);
  expect(shown).not.toContain("@corner-shop");
});

it("records a form that is sent twice once, and another one from the same page as another", async () => {
  const { target, grace } = await aBoard();
  const form = { id: "01890a5d-ac96-774b-bcce-b302099a8057", targetId: target.id, organizerId: grace.id, isPublished: false };
  const [first, second] = await Promise.all([
    recordResponse({ ...form, values: answering({}) }, NOW),
    recordResponse({ ...form, values: answering({}) }, NOW),
  ]);
  expect(first.responseId).toBe(second.responseId);
  const another = await recordResponse({ ...form, values: answering({ summary: "Corner Shop wrote again." }) }, NOW);
  expect(another.responseId).not.toBe(first.responseId);
  expect(await listResponses(target.id)).toHaveLength(2);
});
