import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { countWaitingMessages } from "#app/desk/roll-ups/count-waiting-messages.server.ts";
import { rollUp } from "#app/desk/roll-ups/roll-up.server.ts";
import { countWaiting, readWaiting, readWaitingKind } from "#app/desk/waiting/read.server.ts";
import { messageUrls } from "#app/http/absolute-urls.server.ts";
import { WAITING_KINDS } from "#app/http/waiting-kinds.server.ts";
import { paths } from "#app/http/paths.ts";
import type { Role } from "#app/organizers/roles.ts";
import { recordResponse } from "#app/responses/record.server.ts";
import { loader as opensWaiting } from "#app/routes/organize/waiting.tsx";
import { db } from "#db/client.server.ts";
import { campaigns, contacts, deliveries, invitations, jobs, letterDrafts, messages, targets } from "#db/schema/index.ts";
import { aCampaign, aLetter, anOrganizer, aSignature, aTarget } from "#tests/build.ts";
import { answerOf, browserOf } from "./organizers-steps.ts";
import { aWholeDraft, lookAt } from "./set-up-steps.ts";

const NOW = new Date("2026-03-02T14:50:00Z");
const EARLIER = new Date("2026-03-01T12:00:00Z");
const UNRESTED = { rests: 0 };

let campaign: Awaited<ReturnType<typeof aCampaign>>;
let letter: Awaited<ReturnType<typeof aLetter>>;

beforeEach(async () => {
  campaign = await aCampaign();
  letter = await aLetter(campaign.id);
});

async function waits(role: Role = "owner") {
  return readWaiting(WAITING_KINDS, { ...campaign, role }, NOW);
}

async function waitsOf(name: string) {
  return (await waits()).find((kind) => kind.name === name);
}

async function names() {
  return (await waits()).map(({ name }) => name);
}

const aDraft = {
  happenedOn: "2026-03-01", channel: "none", kind: "no_answer", summary: "Nothing was found.",
  quote: null, sourceUrl: null, sourceTitle: null, capturedOn: "2026-03-01",
} as const;

test("each kind has a name and a title of its own", () => {
  for (const part of ["name", "title"] as const) expect(new Set(WAITING_KINDS.map((kind) => kind[part])).size).toBe(WAITING_KINDS.length);
});

test("a campaign in order waits for nobody", async () => {
  await aTarget(campaign.id, { contact: "care@corner.shop" });
  expect(await waits()).toEqual([]);
  expect((await countWaiting(WAITING_KINDS, [campaign], NOW)).get(campaign.id)).toBeUndefined();
});

describe("what waits", () => {
  test("begins with suspect signatures, counted, with the list of them", async () => {
    for (const days of [3, 1]) {
      await aSignature({ campaignId: campaign.id, letterVersionId: letter.id }, { state: "suspect", createdAt: new Date(NOW.getTime() - days * 86_400_000) });
    }
    await aSignature({ campaignId: campaign.id, letterVersionId: letter.id }, { confirmedAt: NOW });
    const [first] = await waits();
    expect(first).toMatchObject({ name: "suspect-signatures", count: 2 });
    expect(first?.things).toMatchObject([{ words: "2 to look at", since: new Date("2026-02-27T14:50:00Z"), path: `${paths.deskSignatures(campaign.slug)}?state=suspect` }]);
    expect((await countWaiting(WAITING_KINDS, [campaign], NOW)).get(campaign.id)).toMatchObject([{ count: 2 }]);
  });

  test("names targets without a working address, bouncing contacts and drafts, with where to", async () => {
    const corner = await aTarget(campaign.id, { name: "Corner Shop" });
    const market = await aTarget(campaign.id, { name: "Big Market", contact: null });
    await db.update(contacts).set({ state: "bouncing", stateReason: "mailbox full" }).where(eq(contacts.retailerId, corner.retailerId));
    const grace = await anOrganizer(campaign.id);
    for (const isPublished of [false, true]) await recordResponse({ targetId: market.id, organizerId: grace.id, values: { ...aDraft, stances: [] }, isPublished });

    expect(await waitsOf("no-contact")).toMatchObject({
      count: 2,
      things: [{ words: "Give Corner Shop an address", path: paths.deskContacts(campaign.slug, corner.retailer.slug) }, { words: "Give Big Market an address" }],
    });
    expect(await waitsOf("bouncing-contacts")).toMatchObject({ count: 1, things: [{ words: "Corner Shop, Customer care: mailbox full" }] });
    const drafts = await waitsOf("drafts");
    expect(drafts).toMatchObject({ count: 1, isYours: true, things: [{ words: "Big Market, search without a result: Nothing was found.", press: { words: "Publish" } }] });
    expect((await countWaiting(WAITING_KINDS, [campaign], NOW)).get(campaign.id)).toEqual([
      { title: "Drafts to publish", count: 1 }, { title: "Retailers without a working address", count: 2 }, { title: "Bouncing contacts", count: 1 },
    ]);
  });

  test("shows the oldest three of a kind, and all of them on its own page", async () => {
    for (const name of ["Corner Shop", "Big Market", "Oasis", "Fourth"]) await aTarget(campaign.id, { name, contact: null });
    expect(await waitsOf("no-contact")).toMatchObject({ count: 4, things: [{}, {}, {}] });
    const kind = WAITING_KINDS.find(({ name }) => name === "no-contact");
    expect(kind && (await readWaitingKind(kind, { ...campaign, role: "owner" }, NOW)).things).toHaveLength(4);
  });

  test("on an example address is not a sample's", async () => {
    await aTarget(campaign.id, { contact: "care@corner-shop.example" });
    expect(await waitsOf("example-addresses")).toMatchObject({ count: 1, things: [{ words: "Give Corner Shop a real address" }] });
    await db.update(campaigns).set({ isSample: true }).where(eq(campaigns.id, campaign.id));
    expect(await names()).toEqual([]);
  });

  test("is told apart from what a role may do itself, which comes first", async () => {
    const target = await aTarget(campaign.id, { contact: null });
    const grace = await anOrganizer(campaign.id);
    await recordResponse({ targetId: target.id, organizerId: grace.id, values: { ...aDraft, stances: [] }, isPublished: false });
    const seen = async (role: Role) => (await waits(role)).map(({ name, isYours }) => [name, isYours]);
    expect(await seen("viewer")).toEqual([["drafts", false], ["no-contact", false]]);
    expect(await seen("reviewer")).toEqual([["drafts", true], ["no-contact", false]]);
    expect(await seen("organizer")).toEqual([["drafts", true], ["no-contact", true]]);
  });

  test("counts held messages by what holds them, the first reason only, and only of confirmed signers", async () => {
    const [open, paused, unreachable] = [await aTarget(campaign.id), await aTarget(campaign.id), await aTarget(campaign.id, { contact: null })];
    await db.update(targets).set({ pausedAt: NOW }).where(eq(targets.id, paused.id));
    const of = { campaignId: campaign.id, letterVersionId: letter.id };
    const [ada, sam] = [await aSignature(of, { confirmedAt: EARLIER }), await aSignature(of)];
    const released = { subject: "Please answer", body: "Please", replyRoute: "campaign", releasedAt: EARLIER } as const;
    for (const { id } of [open, paused, unreachable]) await db.insert(messages).values({ signatureId: ada.id, targetId: id, ...released });
    await db.insert(messages).values({ signatureId: sam.id, targetId: open.id, ...released });
    await countWaitingMessages(NOW, UNRESTED);

    const held = async () => Object.fromEntries((await waits()).filter(({ name }) => name.startsWith("held")).map(({ name, count }) => [name, count]));
    expect(await held()).toEqual({ "held-by-pause": 1, "held-without-contact": 1 });
    expect(await waitsOf("held-by-pause")).toMatchObject({ things: [{ words: "1 to Corner Shop", since: EARLIER, path: paths.deskTarget(campaign.slug, paused.retailer.slug) }] });
    await db.update(campaigns).set({ isInTestMode: true }).where(eq(campaigns.id, campaign.id));
    expect(await held()).toEqual({ "held-in-test-mode": 3 });
    await db.update(campaigns).set({ state: "paused" }).where(eq(campaigns.id, campaign.id));
    expect(await held()).toEqual({ "held-by-campaign": 3 });
  });

  test("counts mail that failed this week, to whom and how, without anybody's address", async () => {
    const ada = await aSignature({ campaignId: campaign.id, letterVersionId: letter.id }, { createdAt: EARLIER, stateChangedAt: EARLIER });
    const failed = { toAddress: "ada@example.org", priority: 1, campaignId: campaign.id, state: "bounced", createdAt: EARLIER, stateChangedAt: EARLIER } as const;
    await db.insert(deliveries).values([
      { ...failed, card: "confirm-signature", signatureId: ada.id },
      { ...failed, card: "demands" },
      { ...failed, card: "demands", isTest: true },
      { ...failed, card: "demands", createdAt: new Date("2026-02-01T00:00:00Z") },
    ]);
    await rollUp(NOW, UNRESTED);
    expect(await waitsOf("failed-mail-to-retailers")).toMatchObject({ count: 1, things: [{ words: "1 came back" }] });
    expect(await waitsOf("failed-mail-to-signers")).toMatchObject({ count: 1, things: [{ words: "1 came back" }] });
    expect(JSON.stringify(await waits())).not.toContain("ada@");
  });

  test("names a job that failed, until the same has been done", async () => {
    const grace = await anOrganizer(campaign.id);
    const job = { campaignId: campaign.id, kind: "export", title: "Export of signatures", input: {}, requestedBy: grace.id } as const;
    const [failed] = await db.insert(jobs).values({ ...job, state: "failed", endedAt: EARLIER }).returning();
    expect(await waitsOf("failed-jobs")).toMatchObject({ count: 1, things: [{ words: "Export of signatures", path: paths.deskJob(campaign.slug, failed?.id ?? "") }] });
    await db.insert(jobs).values({ ...job, state: "done", endedAt: NOW });
    expect(await names()).not.toContain("failed-jobs");
  });

  test("names an invitation that expired, unless it was taken or taken back", async () => {
    const grace = await anOrganizer(campaign.id, { role: "owner" });
    const invitation = { campaignId: campaign.id, role: "reviewer", invitedBy: grace.id, expiresAt: EARLIER } as const;
    await db.insert(invitations).values([
      { ...invitation, email: "sam@example.org", tokenHash: `${campaign.id} 1` },
      { ...invitation, email: "ada@example.org", tokenHash: `${campaign.id} 2`, acceptedAt: EARLIER },
      { ...invitation, email: "eve@example.org", tokenHash: `${campaign.id} 3`, revokedAt: EARLIER },
      { ...invitation, email: "new@example.org", tokenHash: `${campaign.id} 4`, expiresAt: new Date("2026-03-09T00:00:00Z") },
    ]);
    expect(await waitsOf("expired-invitations")).toMatchObject({ count: 1, things: [{ words: "Somebody invited as reviewer", since: EARLIER }] });
  });

  test("asks about an opening that passed, or that will not be possible", async () => {
    const grace = await anOrganizer(campaign.id);
    campaign = { ...campaign, ...(await aWholeDraft(grace)) };
    await lookAt(grace, campaign.slug, messageUrls);
    const plan = (opensAt: Date | null) => db.update(campaigns).set({ opensAt }).where(eq(campaigns.id, campaign.id));
    await plan(new Date("2026-03-05T09:00:00Z"));
    expect(await names()).not.toContain("scheduled-opening");
    await plan(EARLIER);
    expect(await waitsOf("scheduled-opening")).toMatchObject({ things: [{ words: "It was to open at 2026-03-01 12:00 UTC and is still a draft" }] });
    await plan(new Date("2026-03-05T09:00:00Z"));
    await db.delete(targets).where(eq(targets.campaignId, campaign.id));
    expect(await waitsOf("scheduled-opening")).toMatchObject({ things: [{ words: "It is to open at 2026-03-05 09:00 UTC; missing: Retailers, Checklist" }] });
  });

  test("names a letter that was changed and not published, but not one that was saved as it is", async () => {
    const { title, addressees, datedOn, summary, bodyMarkdown, sourcesMarkdown } = letter;
    const asItIs = { campaignId: campaign.id, language: "en", title, addressees, datedOn, summary, bodyMarkdown, sourcesMarkdown };
    await db.insert(letterDrafts).values(asItIs);
    expect(await names()).not.toContain("letter-changes");
    await db.update(letterDrafts).set({ bodyMarkdown: "Please, all the same.", updatedAt: EARLIER }).where(eq(letterDrafts.campaignId, campaign.id));
    await db.insert(letterDrafts).values({ ...asItIs, language: "fr", updatedAt: NOW });
    expect(await waitsOf("letter-changes")).toMatchObject({
      count: 2, things: [{ words: "English: changed since it was published", since: EARLIER }, { words: "French: written and not published" }],
    });
    await db.update(campaigns).set({ state: "closed" }).where(eq(campaigns.id, campaign.id));
    expect(await names()).not.toContain("letter-changes");
  });

  test("of one campaign has nothing of another, each counted in the same statement", async () => {
    const other = await aCampaign();
    await aTarget(campaign.id, { contact: null });
    await aTarget(other.id, { contact: null });
    await aTarget(other.id, { contact: null });
    const counts = await countWaiting(WAITING_KINDS, [campaign, other], NOW);
    expect([campaign, other].map(({ id }) => counts.get(id)?.[0]?.count)).toEqual([1, 2]);
  });
});

describe("the page of one kind", () => {
  const context = { isFromThisMachine: false };

  test("lists it to a member, and is absent for anybody else and for a kind that is none", async () => {
    await aTarget(campaign.id, { contact: null });
    const [sam, stranger] = [await anOrganizer(campaign.id, { role: "viewer" }), await anOrganizer((await aCampaign()).id)];
    const opens = async (organizer: { id: string }, kind: string) =>
      answerOf(opensWaiting({ request: (await browserOf(organizer)).gets("/organize/x"), params: { slug: campaign.slug, kind }, context }));
    expect(await (await opens(sam, "no-contact")).json()).toMatchObject({ waiting: { count: 1, isYours: false } });
    expect((await opens(sam, "nothing")).status).toBe(404);
    expect((await opens(stranger, "no-contact")).status).toBe(404);
  });
});
