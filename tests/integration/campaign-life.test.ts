import { asc, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { addDemand } from "#app/campaigns/change-demands.server.ts";
import { findCampaign } from "#app/campaigns/find.server.ts";
import { findNewDeskSlug, findNewSlug } from "#app/campaigns/moved.server.ts";
import {
  archiveCampaign, closeCampaign, openCampaign, pauseCampaign, reopenCampaign, restoreCampaign, resumeCampaign,
} from "#app/desk/campaign-life.server.ts";
import { saveEndMessages } from "#app/desk/end-messages.server.ts";
import { openAndCloseOnTime, setSchedule } from "#app/desk/schedule.server.ts";
import { takeStep } from "#app/desk/take-step.server.ts";
import { queueReadyMessages } from "#app/messages/queue.server.ts";
import { db } from "#db/client.server.ts";
import { listen } from "#db/notices.server.ts";
import { auditEntries, campaigns, deliveries, messages } from "#db/schema/index.ts";
import { aCampaign, aLetter, anOrganizer, aSignature, aTarget } from "#tests/build.ts";
import { A_DEMAND, aWholeDraft, lookAt, urls } from "./set-up-steps.ts";

const NOW = new Date("2026-03-02T09:00:00Z");

async function aStory(given: Parameters<typeof aCampaign>[0] = {}) {
  const campaign = await aCampaign(given);
  const grace = await anOrganizer(campaign.id);
  return { campaign, grace, who: { campaignId: campaign.id, by: grace.id } };
}

async function stateOf(id: string) {
  const [campaign] = await db.select().from(campaigns).where(eq(campaigns.id, id));
  if (!campaign) throw new Error("The campaign is gone.");
  return campaign;
}

async function logOf(campaignId: string) {
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.campaignId, campaignId)).orderBy(asc(auditEntries.id));
  return entries.map(({ act, organizerId }) => [act, organizerId === null ? "the clock" : "Grace"]);
}

type Step<Outcome> = (tx: Parameters<Parameters<typeof db.transaction>[0]>[0]) => Promise<Outcome>;
const take = <Outcome>(step: Step<Outcome>) => db.transaction(step);

describe("opening", () => {
  test("puts a draft with a letter before the public, and tells its pages and the log", async () => {
    const { campaign, who } = await aStory({ state: "draft", openedAt: null });
    await aLetter(campaign.id);
    const heard: string[] = [];
    const unlisten = await listen("published", (slug) => heard.push(slug));
    expect(await findCampaign(campaign.slug)).toBeUndefined();
    expect(await take((tx) => openCampaign(tx, who, NOW))).toEqual({ outcome: "opened" });
    expect(await findCampaign(campaign.slug)).toMatchObject({ state: "open", openedAt: NOW });
    await expect.poll(() => heard).toEqual([campaign.slug]);
    await unlisten();
    expect(await logOf(campaign.id)).toEqual([["opened", "Grace"]]);
  });

  test("is refused without a published letter in the campaign's own language", async () => {
    const { campaign, who } = await aStory({ state: "draft" });
    await aLetter(campaign.id, { publishedAt: null });
    await aLetter(campaign.id, { language: "fr" });
    expect(await take((tx) => openCampaign(tx, who, NOW))).toEqual({ outcome: "no letter" });
    expect((await stateOf(campaign.id)).state).toBe("draft");
    expect(await logOf(campaign.id)).toEqual([]);
  });

  test("twice at once is opening once", async () => {
    const { campaign, who } = await aStory({ state: "draft" });
    await aLetter(campaign.id);
    const outcomes = await Promise.all([1, 2, 3].map(() => take((tx) => openCampaign(tx, who, NOW))));
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["not possible", "not possible", "opened"]);
    expect(await logOf(campaign.id)).toEqual([["opened", "Grace"]]);
  });
});

describe("pausing", () => {
  let story: Awaited<ReturnType<typeof aStory>>;

  beforeEach(async () => {
    story = await aStory();
    const target = await aTarget(story.campaign.id);
    const letter = await aLetter(story.campaign.id);
    const ada = await aSignature({ campaignId: story.campaign.id, letterVersionId: letter.id }, { confirmedAt: NOW });
    await db.insert(messages).values({ signatureId: ada.id, targetId: target.id, subject: "Please", body: "Please.", replyRoute: "campaign", releasedAt: NOW });
  });

  async function outbox() {
    const mails = await db.select().from(deliveries).where(eq(deliveries.campaignId, story.campaign.id));
    return mails.map(({ state }) => state);
  }

  test("takes back what waits in the outbox; resumed, it goes", async () => {
    await queueReadyMessages(urls);
    expect(await outbox()).toEqual(["due"]);
    expect(await take((tx) => pauseCampaign(tx, story.who, NOW))).toEqual({ outcome: "paused" });
    await queueReadyMessages(urls);
    expect(await outbox()).toEqual([]);
    expect(await take((tx) => resumeCampaign(tx, story.who, NOW))).toEqual({ outcome: "resumed" });
    await queueReadyMessages(urls);
    expect(await outbox()).toEqual(["due"]);
  });

  test("races the queue and leaves nothing due", async () => {
    await Promise.all([queueReadyMessages(urls), take((tx) => pauseCampaign(tx, story.who, NOW)), queueReadyMessages(urls)]);
    expect(await outbox()).toEqual([]);
  });

  test("closed, what was written still leaves; archived, it waits", async () => {
    await take((tx) => closeCampaign(tx, { ...story.who, isWon: false }, NOW));
    await queueReadyMessages(urls);
    expect(await outbox()).toEqual(["due"]);
    await take((tx) => archiveCampaign(tx, story.who, NOW));
    await queueReadyMessages(urls);
    expect(await outbox()).toEqual([]);
  });
});

describe("closing", () => {
  test("says whether it was won, and can be taken back", async () => {
    const { campaign, who } = await aStory({ closesAt: new Date("2026-12-31T00:00:00Z") });
    expect(await take((tx) => closeCampaign(tx, { ...who, isWon: true }, NOW))).toEqual({ outcome: "closed" });
    expect(await stateOf(campaign.id)).toMatchObject({ state: "closed", isWon: true, closedAt: NOW, closesAt: null });
    expect(await take((tx) => reopenCampaign(tx, who, NOW))).toEqual({ outcome: "reopened" });
    expect(await stateOf(campaign.id)).toMatchObject({ state: "open", isWon: false, closedAt: null });
    expect(await logOf(campaign.id)).toEqual([["closed", "Grace"], ["reopened", "Grace"]]);
  });

  test("cannot be taken back once signers have begun to be erased", async () => {
    const { campaign, who } = await aStory({ state: "closed", closedAt: NOW });
    await db.update(campaigns).set({ erasedThrough: campaign.id }).where(eq(campaigns.id, campaign.id));
    expect(await take((tx) => reopenCampaign(tx, who, NOW))).toEqual({ outcome: "erased" });
    expect((await stateOf(campaign.id)).state).toBe("closed");
  });

  test("goes on to the archive and back, and from a draft nowhere", async () => {
    const { campaign, who } = await aStory({ state: "closed", closedAt: NOW });
    await take((tx) => archiveCampaign(tx, who, NOW));
    expect((await stateOf(campaign.id)).state).toBe("archived");
    expect(await take((tx) => closeCampaign(tx, { ...who, isWon: true }, NOW))).toEqual({ outcome: "not possible", state: "archived" });
    await take((tx) => restoreCampaign(tx, who, NOW));
    expect((await stateOf(campaign.id)).state).toBe("closed");
    const draft = await aStory({ state: "draft" });
    for (const step of ["open", "pause", "resume", "reopen", "archive", "restore", "constructor", "", null]) {
      expect(await takeStep(step, draft.who, NOW)).toMatchObject({ outcome: "refused" });
    }
    expect((await stateOf(draft.campaign.id)).state).toBe("draft");
  });
});

describe("the clock", () => {
  const nine = new Date("2026-03-02T09:00:00Z");
  const before = new Date("2026-03-02T08:59:59Z");

  async function aPlannedDraft(times: { opensAt: Date; closesAt?: Date }) {
    const { grace } = await aStory();
    const draft = await aWholeDraft(grace);
    await db.update(campaigns).set(times).where(eq(campaigns.id, draft.id));
    return draft;
  }

  test("opens at its time and closes at its time, once, however many workers look", async () => {
    const campaign = await aPlannedDraft({ opensAt: nine, closesAt: new Date("2026-04-01T00:00:00Z") });
    await openAndCloseOnTime(urls, before);
    expect((await stateOf(campaign.id)).state).toBe("draft");
    await Promise.all([openAndCloseOnTime(urls, nine), openAndCloseOnTime(urls, nine), openAndCloseOnTime(urls, nine)]);
    expect(await stateOf(campaign.id)).toMatchObject({ state: "open", openedAt: nine, opensAt: null });
    await Promise.all([openAndCloseOnTime(urls, new Date("2026-04-02T00:00:00Z")), openAndCloseOnTime(urls, new Date("2026-04-02T00:00:00Z"))]);
    expect(await stateOf(campaign.id)).toMatchObject({ state: "closed", isWon: false, closesAt: null });
    expect((await logOf(campaign.id)).slice(-2)).toEqual([["opened", "the clock"], ["closed", "the clock"]]);
  });

  test("does not open what is not ready, and opens it as soon as it is", async () => {
    const { grace } = await aStory();
    const { id, slug } = await aWholeDraft(grace);
    await setSchedule({ campaignId: id, by: grace.id, opensAt: nine, closesAt: null }, before);
    await addDemand({ campaignId: id, demandId: v7(), by: grace.id, values: A_DEMAND });
    await openAndCloseOnTime(urls, nine);
    expect(await stateOf(id)).toMatchObject({ state: "draft", opensAt: nine });
    await lookAt(grace, slug);
    await openAndCloseOnTime(urls, nine);
    expect((await stateOf(id)).state).toBe("open");
  });

  test("leaves alone what was taken back, and what is paused until it is to close", async () => {
    const { grace } = await aStory();
    const campaign = await aPlannedDraft({ opensAt: nine });
    const taken = await setSchedule({ campaignId: campaign.id, by: grace.id, opensAt: null, closesAt: null }, before);
    expect(taken).toEqual({ outcome: "unscheduled" });
    await openAndCloseOnTime(urls, nine);
    expect((await stateOf(campaign.id)).state).toBe("draft");
    const paused = await aStory({ state: "paused", closesAt: nine });
    await openAndCloseOnTime(urls, nine);
    expect((await stateOf(paused.campaign.id)).state).toBe("closed");
  });

  test("is told a schedule once, and none for what is over", async () => {
    const { campaign, grace } = await aStory();
    const schedule = { campaignId: campaign.id, by: grace.id, opensAt: nine, closesAt: nine };
    expect([await setSchedule(schedule, before), await setSchedule(schedule, before)]).toEqual([{ outcome: "scheduled" }, { outcome: "as before" }]);
    expect(await stateOf(campaign.id)).toMatchObject({ opensAt: null, closesAt: nine });
    const over = await aStory({ state: "closed" });
    expect(await setSchedule({ ...schedule, campaignId: over.campaign.id }, before)).toEqual({ outcome: "not possible" });
  });
});

describe("the words that end a campaign", () => {
  test("are not written over by whoever opened them earlier", async () => {
    const { campaign, grace } = await aStory();
    const text = { campaignId: campaign.id, by: grace.id, revision: campaign.revision, victoryMessage: "" };
    expect(await saveEndMessages({ ...text, closingMessage: "Thank you." })).toEqual({ outcome: "saved" });
    expect(await saveEndMessages({ ...text, closingMessage: "Thanks a lot." })).toMatchObject({
      outcome: "conflict",
      conflict: { by: "Grace Hopper", revision: campaign.revision + 1, fields: [{ label: "Closing message" }] },
    });
    expect((await stateOf(campaign.id)).closingMessage).toBe("Thank you.");
  });
});

describe("an old slug", () => {
  test("leads to the campaign's present one, over several names; a draft's only for its organizers", async () => {
    const { campaign, grace } = await aStory();
    const names = [campaign.slug, `${campaign.slug}-two`, `${campaign.slug}-three`];
    for (const slug of names) await db.update(campaigns).set({ slug }).where(eq(campaigns.id, campaign.id));
    expect(await Promise.all(names.map(findNewSlug))).toEqual([names[2], names[2], undefined]);
    await db.update(campaigns).set({ state: "draft" }).where(eq(campaigns.id, campaign.id));
    expect(await findNewSlug(names[0] ?? "")).toBeUndefined();
    expect(await findNewDeskSlug(grace.id, names[0] ?? "")).toBe(names[2]);
    const stranger = await anOrganizer((await aCampaign()).id);
    expect(await findNewDeskSlug(stranger.id, names[0] ?? "")).toBeUndefined();
  });

  test("cannot be taken by another campaign", async () => {
    const { campaign } = await aStory();
    await db.update(campaigns).set({ slug: `${campaign.slug}-new` }).where(eq(campaigns.id, campaign.id));
    await expect(aCampaign({ slug: campaign.slug })).rejects.toThrow("insert into");
  });
});
