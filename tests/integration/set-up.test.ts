import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { addDemand, changeDemand, findDemand, placeDemand, removeDemand } from "#app/campaigns/change-demands.server.ts";
import { listDemands } from "#app/campaigns/demands.server.ts";
import { seenOf } from "#app/campaigns/seen.server.ts";
import { saveSettings, settingsOf } from "#app/campaigns/settings.server.ts";
import { suggestFreeSlug } from "#app/campaigns/slug-taken.server.ts";
import { startCampaign } from "#app/campaigns/start.server.ts";
import { readNameStep, saveNameStep } from "#app/desk/name-step.server.ts";
import { publishSetUp, scheduleSetUp } from "#app/desk/publish-set-up.server.ts";
import { openAndCloseOnTime } from "#app/desk/schedule.server.ts";
import { readSetUp } from "#app/desk/set-up.server.ts";
import { whatIsMissing } from "#app/desk/set-up-needs.ts";
import { signOff } from "#app/desk/sign-off.server.ts";
import { fingerprintViews, printTestMessage } from "#app/desk/test-views.server.ts";
import { readLetterDraft, saveLetterDraft } from "#app/letters/draft.server.ts";
import { findLetter } from "#app/letters/find.server.ts";
import { sendTestMessage } from "#app/messages/test-message.server.ts";
import { db } from "#db/client.server.ts";
import { listen } from "#db/notices.server.ts";
import { deliveries, memberships, responses, stances } from "#db/schema/index.ts";
import { aCampaign, aLetter, anOrganizer, aTarget } from "#tests/build.ts";
import { A_DEMAND, aDraft, aWholeDraft, deskOf, grace as someOrganizer, logOf, lookAt, urls } from "./set-up-steps.ts";

let grace: Awaited<ReturnType<typeof someOrganizer>>;

beforeEach(async () => {
  grace = await someOrganizer();
});

describe("starting", () => {
  test("sent twice at once starts one campaign, which its starter owns, and is told in the log once", async () => {
    const start = { id: v7(), slug: `twice-${Date.now()}`, name: "Twice", language: "fr", by: grace.id };
    const outcomes = await Promise.all([startCampaign(start), startCampaign(start)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["started", "started before"]);
    expect(await deskOf(grace, start.slug)).toMatchObject({ state: "draft", isInTestMode: true, role: "owner", language: "fr" });
    expect((await logOf(start.id)).map(({ act, subject }) => `${act} ${subject}`)).toEqual(["created campaign"]);
  });

  test("an address that another campaign has, or had once, is taken; a free one is suggested beside it", async () => {
    const { id, slug, revision } = await aDraft(grace);
    await saveSettings({ campaignId: id, values: { slug: `${slug}-renamed` }, by: grace.id, revision, seen: "" });
    const again = { id: v7(), name: "Again", language: "en", by: grace.id };
    expect(await startCampaign({ ...again, slug })).toEqual({ outcome: "slug taken" });
    expect(await startCampaign({ ...again, slug: `${slug}-renamed` })).toEqual({ outcome: "slug taken" });
    expect(await suggestFreeSlug(slug)).toBe(`${slug}-2`);
    expect(await db.select().from(memberships).where(eq(memberships.campaignId, again.id))).toEqual([]);
  });
});

describe("settings", () => {
  test("saved by two at once: the second is told what the first saved, and nothing of it is lost", async () => {
    const draft = await aDraft(grace);
    const sam = await anOrganizer(draft.id, { name: "Sam" });
    const opened = { revision: draft.revision, seen: seenOf(settingsOf(draft, ["senderName"])) };
    const save = (senderName: string, by: string) => saveSettings({ campaignId: draft.id, values: { senderName }, by, ...opened });
    expect(await save("Kettle Watch", sam.id)).toEqual({ outcome: "saved" });
    expect(await save("Toaster Watch", grace.id)).toMatchObject({ outcome: "changed meanwhile", theirs: { senderName: "Kettle Watch" }, by: "Sam", revision: 2 });
    expect(await deskOf(grace, draft.slug)).toMatchObject({ senderName: "Kettle Watch", revision: 2 });
  });

  test("of another step stand in nobody's way", async () => {
    const draft = await aDraft(grace);
    await saveSettings({ campaignId: draft.id, values: { accent: "#1c5a8c" }, by: grace.id, revision: 1, seen: "" });
    const opened = { revision: 1, seen: seenOf(settingsOf(draft, ["senderName"])) };
    expect(await saveSettings({ campaignId: draft.id, values: { senderName: "Kettle Watch" }, by: grace.id, ...opened })).toEqual({ outcome: "saved" });
  });

  test("of an open campaign are in the log with before and after, and its public pages hear of them", async () => {
    const campaign = await aWholeDraft(grace);
    await publishSetUp({ campaign, by: grace.id }, urls);
    const heard: string[] = [];
    const unlisten = await listen("published", (slug) => heard.push(slug));
    const change = { campaignId: campaign.id, values: { senderName: "Kettle Watch", privacyContact: "dpo@example.org" }, by: grace.id };
    await saveSettings({ ...change, revision: campaign.revision, seen: "" });
    await expect.poll(() => heard).toEqual([campaign.slug]);
    expect((await logOf(campaign.id)).at(-1)).toMatchObject({
      act: "changed", subject: "settings", organizerId: grace.id,
      before: { senderName: "", privacyContact: "privacy@example.org" }, after: { senderName: "Kettle Watch", privacyContact: "dpo@example.org" },
    });
    await unlisten();
  });

  test("that say what was there before are no change", async () => {
    const draft = await aDraft(grace);
    expect(await saveSettings({ campaignId: draft.id, values: { goal: 1_000 }, by: grace.id, revision: 1, seen: "" })).toEqual({ outcome: "unchanged" });
    expect(await logOf(draft.id)).toHaveLength(1);
  });
});

describe("the first step", () => {
  async function names(draft: Awaited<ReturnType<typeof aDraft>>, { typed, before, language = "en", slug = draft.slug }: { typed: string; before: string; language?: string; slug?: string }) {
    const { seen } = await readNameStep(draft);
    const values = { name: draft.name, goal: draft.goal, slug, language };
    return saveNameStep({ campaign: draft, values, addressees: { typed, before }, revision: draft.revision, seen, by: grace.id });
  }

  test("names to whom the letter is, and a letter nobody has written goes along into another language", async () => {
    const draft = await aDraft(grace);
    expect(await names(draft, { typed: "Corner Shop", before: "" })).toEqual({ outcome: "unchanged" });
    expect((await readLetterDraft(draft.id, "en")).text.addressees).toBe("Corner Shop");
    await names(await deskOf(grace, draft.slug), { typed: "Corner Shop", before: "Corner Shop", language: "fr" });
    expect((await readLetterDraft(draft.id, "fr")).text.addressees).toBe("Corner Shop");
    expect((await readLetterDraft(draft.id, "en")).revision).toBe(0);
  });

  test("does not write over addressees that somebody changed in the letter meanwhile", async () => {
    const draft = await aDraft(grace);
    const text = { title: "", addressees: "Big Market", datedOn: null, summary: "", bodyMarkdown: "Dear Big Market", sourcesMarkdown: "" };
    await saveLetterDraft({ campaignId: draft.id, language: "en", text, revision: 0, by: grace.id });
    expect(await names(draft, { typed: "", before: "" })).toEqual({ outcome: "unchanged" });
    expect(await names(draft, { typed: "Corner Shop", before: "Small Shop" })).toMatchObject({ outcome: "changed meanwhile", theirs: { addressees: "Big Market" } });
    expect((await readLetterDraft(draft.id, "en")).text).toEqual(text);
  });

  test("with an address that is taken saves nothing at all", async () => {
    const [draft, other] = [await aDraft(grace), await aDraft(grace)];
    expect(await names(draft, { typed: "Corner Shop", before: "", slug: other.slug })).toEqual({ outcome: "slug taken" });
    expect((await readLetterDraft(draft.id, "en")).text.addressees).toBe("");
  });
});

describe("demands", () => {
  async function three() {
    const draft = await aDraft(grace);
    for (const shortTitle of ["One", "Two", "Three"]) {
      await addDemand({ campaignId: draft.id, demandId: v7(), by: grace.id, values: { ...A_DEMAND, title: shortTitle, shortTitle } });
    }
    return { draft, order: async () => (await listDemands(draft.id)).map(({ title }) => title), ids: (await listDemands(draft.id)).map(({ id }) => id) };
  }

  test("are added once, moved to a place however often, and taken off", async () => {
    const { draft, order, ids: [, , third = ""] } = await three();
    const demand = { campaignId: draft.id, demandId: third, by: grace.id };
    expect(await addDemand({ ...demand, values: A_DEMAND })).toEqual({ outcome: "added before" });
    expect((await Promise.all([placeDemand({ ...demand, place: 0 }), placeDemand({ ...demand, place: 0 })])).map(({ outcome }) => outcome).toSorted()).toEqual(["placed", "unchanged"]);
    expect(await order()).toEqual(["Three", "One", "Two"]);
    expect(await removeDemand(demand)).toEqual({ outcome: "removed" });
    expect(await removeDemand(demand)).toEqual({ outcome: "gone" });
    expect(await order()).toEqual(["One", "Two"]);
  });

  test("with a stance, a draft of one too, stay", async () => {
    const { draft, ids: [first = ""] } = await three();
    const target = await aTarget(draft.id);
    const [response] = await db.insert(responses).values({ targetId: target.id, happenedOn: "2026-02-01", channel: "press", kind: "statement", summary: "It said so." }).returning();
    await db.insert(stances).values({ targetId: target.id, demandId: first, responseId: response?.id ?? "", value: "pledged", sinceOn: "2026-02-01" });
    expect(await removeDemand({ campaignId: draft.id, demandId: first, by: grace.id })).toEqual({ outcome: "has stances" });
    expect(await listDemands(draft.id)).toHaveLength(3);
  });

  test("of another campaign are out of reach", async () => {
    const { draft, ids: [first = ""] } = await three();
    const other = { campaignId: (await aDraft(grace)).id, demandId: first, by: grace.id };
    expect(await removeDemand(other)).toEqual({ outcome: "gone" });
    expect(await placeDemand({ ...other, place: 0 })).toEqual({ outcome: "gone" });
    expect(await changeDemand({ ...other, values: A_DEMAND, revision: 1, seen: "" })).toEqual({ outcome: "gone" });
    expect(await findDemand(other.campaignId, "one")).toBeUndefined();
    expect(await listDemands(draft.id)).toHaveLength(3);
  });

  test("changed by two: the second is told, but a change of another demand is none of theirs", async () => {
    const { draft } = await three();
    const [one, two] = [await findDemand(draft.id, "one"), await findDemand(draft.id, "two")];
    if (!one || !two) throw new Error("They are gone.");
    const save = (demand: typeof one, title: string) => changeDemand({ campaignId: draft.id, demandId: demand.id, by: grace.id, values: { ...demand.values, title }, revision: demand.revision, seen: demand.seen });
    expect(await save(one, "Uno")).toEqual({ outcome: "saved" });
    expect(await save(two, "Dos")).toEqual({ outcome: "saved" });
    expect(await save(one, "Un")).toMatchObject({ outcome: "changed meanwhile", theirs: { title: "Uno" } });
  });
});

describe("publishing", () => {
  test("waits until nothing is missing, and both views were looked at as they are now", async () => {
    const draft = await aDraft(grace);
    expect(await publishSetUp({ campaign: draft, by: grace.id }, urls)).toEqual({ outcome: "not ready" });
    const whole = await aWholeDraft(grace);
    expect(whatIsMissing(await readSetUp(whole, urls))).toEqual([]);
    await addDemand({ campaignId: whole.id, demandId: v7(), by: grace.id, values: A_DEMAND });
    expect(whatIsMissing(await readSetUp(await deskOf(grace, whole.slug), urls)).map(({ key }) => key)).toEqual(["checklist"]);
    expect(await publishSetUp({ campaign: await deskOf(grace, whole.slug), by: grace.id }, urls)).toEqual({ outcome: "not ready" });
    await lookAt(grace, whole.slug);
    expect(await publishSetUp({ campaign: await deskOf(grace, whole.slug), by: grace.id }, urls)).toEqual({ outcome: "opened" });
  });

  test("pressed twice at once opens once: one version of each whole letter, and the rest stay drafts", async () => {
    const campaign = await aWholeDraft(grace);
    const text = { title: "Demi", addressees: "", datedOn: null, summary: "", bodyMarkdown: "", sourcesMarkdown: "" };
    await saveLetterDraft({ campaignId: campaign.id, language: "fr", text, revision: 0, by: grace.id });
    await lookAt(grace, campaign.slug);
    const outcomes = await Promise.all([publishSetUp({ campaign, by: grace.id }, urls), publishSetUp({ campaign, by: grace.id }, urls)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["opened", "opened before"]);
    expect(await findLetter(campaign.id, { language: "en" })).toMatchObject({ number: 1, title: "Kettles should not listen" });
    expect(await findLetter(campaign.id, { language: "fr" })).toBeUndefined();
    expect(await deskOf(grace, campaign.slug)).toMatchObject({ state: "open", isInTestMode: true });
    expect((await logOf(campaign.id)).filter(({ act }) => act === "opened")).toHaveLength(1);
  });

  test("at a time to come publishes what stands then, once somebody has looked at it", async () => {
    const campaign = await aWholeDraft(grace);
    const opensAt = new Date(Date.now() + 3_600_000);
    expect(await scheduleSetUp({ campaign, by: grace.id, opensAt }, urls)).toEqual({ outcome: "scheduled" });
    const { text, revision } = await readLetterDraft(campaign.id, "en");
    await saveLetterDraft({ campaignId: campaign.id, language: "en", text: { ...text, title: "Kettles must not listen" }, revision, by: grace.id });
    await openAndCloseOnTime(urls, new Date(opensAt.getTime() - 60_000));
    await openAndCloseOnTime(urls, opensAt);
    expect((await deskOf(grace, campaign.slug)).state).toBe("draft");
    await lookAt(grace, campaign.slug);
    await openAndCloseOnTime(urls, opensAt);
    expect((await deskOf(grace, campaign.slug)).state).toBe("open");
    expect(await findLetter(campaign.id, { language: "en" })).toMatchObject({ title: "Kettles must not listen" });
  });

  test("a view that changed while it was looked at is not signed off", async () => {
    const campaign = await aWholeDraft(grace);
    const before = await fingerprintViews(campaign, urls);
    await addDemand({ campaignId: campaign.id, demandId: v7(), by: grace.id, values: A_DEMAND });
    expect(await signOff({ campaign, view: "letter", fingerprint: before.letter, by: grace.id }, urls)).toEqual({ outcome: "changed meanwhile" });
  });
});

test("a test of the message goes to whoever asks for it, once, marked as a test", async () => {
  const campaign = await aWholeDraft(grace);
  const message = await printTestMessage(campaign, { urls });
  if (!message) throw new Error("It did not print.");
  const copy = { id: v7(), campaign, message, by: grace.id };
  expect((await Promise.all([sendTestMessage(copy, urls), sendTestMessage(copy, urls)])).map(({ outcome }) => outcome).toSorted()).toEqual(["sent", "sent before"]);
  const sent = await db.select().from(deliveries).where(and(eq(deliveries.campaignId, campaign.id), eq(deliveries.isTest, true)));
  expect(sent).toMatchObject([{ toAddress: grace.email, card: "demands", props: { testFor: message.retailer, subject: "Please answer our open letter" } }]);
});

test("a campaign whose letter was published before anybody edited it lacks no text", async () => {
  const shipped = await aCampaign();
  await aLetter(shipped.id, { addressees: "Corner Shop" });
  const owner = await anOrganizer(shipped.id, { role: "owner" });
  const steps = await readSetUp(await deskOf(owner, shipped.slug), urls);
  expect(steps.filter(({ key }) => key === "letter" || key === "name").map(({ needs }) => needs)).toEqual([[], []]);
});
