import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { loader as openCampaign } from "#app/routes/organize/campaign.tsx";
import { action as changeContacts } from "#app/routes/organize/targets/contacts.tsx";
import { action as changeMode } from "#app/routes/organize/mode.tsx";
import { action as record } from "#app/routes/organize/responses/new-response.tsx";
import { action as publish } from "#app/routes/organize/responses/publication.tsx";
import { loader as openResponse } from "#app/routes/organize/responses/response.tsx";
import { action as pause } from "#app/routes/organize/targets/target.tsx";
import { db } from "#db/client.server.ts";
import { listen } from "#db/notices.server.ts";
import { campaigns, contacts, responses, stances, targets } from "#db/schema/index.ts";
import { aCampaign, aDemand, aLetter, anOrganizer, aTarget } from "#tests/build.ts";
import { answerOf, browserOf } from "./organizers-steps.ts";

const context = { isFromThisMachine: false };

async function aDesk() {
  const campaign = await aCampaign({ isInTestMode: true });
  await aLetter(campaign.id);
  const demand = await aDemand(campaign.id);
  const target = await aTarget(campaign.id, { askedOn: "2026-01-05" });
  const grace = await anOrganizer(campaign.id, { role: "organizer" });
  const params = { slug: campaign.slug, retailer: target.retailer.slug };
  return { campaign, demand, target, grace, params };
}

let desk: Awaited<ReturnType<typeof aDesk>>;

beforeEach(async () => {
  desk = await aDesk();
});

/** An answer of Corner Shop with one stance, as the form sends it. */
function anAnswer(change: Record<string, string> = {}) {
  return {
    happened_on: "2026-02-01", channel: "press", kind: "statement", summary: "It endorsed the standards.",
    quote: "We stand behind them.", source_url: "https://corner-shop.example/news", captured_on: "2026-02-02",
    [`stance_${desk.demand.slug}`]: "pledged", [`due_on_${desk.demand.slug}`]: "2026-12-31", ...change,
  };
}

async function records(organizer = desk.grace) {
  const request = (await browserOf(organizer)).sends("/organize/x", anAnswer());
  const answer = await answerOf(record({ request, params: desk.params, context }));
  return { ...desk.params, response: answer.headers.get("Location")?.split("/").at(-1) ?? "" };
}

async function publishes(organizer: { id: string }, params: { slug: string; response: string }) {
  const request = (await browserOf(organizer)).sends("/organize/x");
  return answerOf(publish({ request, params, context }));
}

describe("the desk", () => {
  test("sends a stranger to the sign-in page, and back afterwards", async () => {
    const request = (await browserOf(undefined)).gets(`/organize/campaigns/${desk.campaign.slug}`);
    const answer = await answerOf(openCampaign({ request, params: desk.params, context }));
    expect(answer.status).toBe(302);
    expect(answer.headers.get("Location")).toBe(`/organize/sign-in?next=%2Forganize%2Fcampaigns%2F${desk.campaign.slug}`);
  });

  test("somebody else's campaign is a 404, as one that does not exist", async () => {
    const other = await aDesk();
    const browser = await browserOf(other.grace);
    for (const slug of [desk.campaign.slug, "no-such-letter"]) {
      const answer = await answerOf(openCampaign({ request: browser.gets("/organize/x"), params: { slug }, context }));
      expect(answer.status).toBe(404);
    }
  });

  test("a response of somebody else's campaign cannot be published through one's own", async () => {
    const { response } = await records();
    const other = await aDesk();
    const answer = await publishes(other.grace, { slug: other.campaign.slug, response });
    expect(answer.status).toBe(404);
    expect(await db.select().from(responses).where(eq(responses.id, response))).toMatchObject([{ publishedAt: null }]);
  });
});

describe("recording and publishing", () => {
  test("a record is a draft with its stance until it is published", async () => {
    const { response } = await records();
    expect(await db.select().from(responses).where(eq(responses.id, response))).toMatchObject([
      { publishedAt: null, recordedBy: desk.grace.id, summary: "It endorsed the standards." },
    ]);
    expect(await db.select().from(stances).where(eq(stances.responseId, response))).toMatchObject([
      { value: "pledged", dueOn: "2026-12-31", publishedAt: null },
    ]);
  });

  test("a form with faults comes back with all of them and with what was typed", async () => {
    const request = (await browserOf(desk.grace)).sends("/organize/x", anAnswer({ summary: "", source_url: "", quote: "Kept" }));
    const answer = await record({ request, params: desk.params, context });
    expect(answer).toMatchObject({
      init: { status: 422 },
      data: { typed: { quote: "Kept" }, errors: { summary: expect.any(String), source_url: expect.any(String) } },
    });
  });

  test("pressed twice at once, it is published once and the public pages hear it once", async () => {
    const heard: string[] = [];
    const unlisten = await listen("published", (slug) => heard.push(slug));
    const params = await records();
    const answers = await Promise.all([publishes(desk.grace, params), publishes(desk.grace, params)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    await expect.poll(() => heard).toEqual([desk.campaign.slug]);
    await unlisten();
  });

  test("a viewer sees a draft and cannot publish it", async () => {
    const params = await records();
    const sam = await anOrganizer(desk.campaign.id, { role: "viewer", name: "Sam" });
    const seen = await openResponse({ request: (await browserOf(sam)).gets("/organize/x"), params, context });
    expect(seen).toMatchObject({ canPublish: false, publishedOn: null });
    expect((await publishes(sam, params)).status).toBe(403);
    expect(await db.select().from(responses).where(eq(responses.id, params.response))).toMatchObject([{ publishedAt: null }]);
  });

  test("a reviewer publishes what an organizer recorded: two people stand behind it", async () => {
    const params = await records();
    const sam = await anOrganizer(desk.campaign.id, { role: "reviewer", name: "Sam" });
    expect((await publishes(sam, params)).status).toBe(303);
    const seen = await openResponse({ request: (await browserOf(sam)).gets("/organize/x"), params, context });
    expect(seen.preview.review).toBe("two people");
  });

  test("a reviewer cannot record", async () => {
    const sam = await anOrganizer(desk.campaign.id, { role: "reviewer", name: "Sam" });
    const request = (await browserOf(sam)).sends("/organize/x", anAnswer());
    expect((await answerOf(record({ request, params: desk.params, context }))).status).toBe(403);
  });
});

describe("contacts and sending", () => {
  async function sendsContacts(fields: Record<string, string>) {
    const request = (await browserOf(desk.grace)).sends("/organize/x", fields);
    return changeContacts({ request, params: desk.params, context });
  }

  function listOwnContacts() {
    return db.select().from(contacts).where(eq(contacts.retailerId, desk.target.retailerId)).orderBy(asc(contacts.email));
  }

  test("a contact is added once", async () => {
    await sendsContacts({ role: "Product safety", email: "safety@corner-shop.example" });
    const again = await sendsContacts({ role: "Safety", email: "Safety@corner-shop.example" });
    expect(again).toMatchObject({ data: { errors: { email: expect.any(String) } } });
    expect((await listOwnContacts()).map(({ email }) => email)).toEqual(["care@corner-shop.example", "safety@corner-shop.example"]);
  });

  test("a contact that does not work says why", async () => {
    const [contact] = await listOwnContacts();
    const fields = { contact: contact?.id ?? "", state: "wrong" };
    expect(await sendsContacts({ ...fields, reason: "" })).toMatchObject({ data: { errors: { reason: expect.any(String) } } });
    await sendsContacts({ ...fields, reason: "It is a florist." });
    expect(await listOwnContacts()).toMatchObject([{ state: "wrong", stateReason: "It is a florist." }]);
  });

  test("sending to a target is paused and resumed", async () => {
    const browser = await browserOf(desk.grace);
    const isPaused = async () => {
      const [target] = await db.select().from(targets).where(eq(targets.id, desk.target.id));
      return target?.pausedAt !== null;
    };
    await pause({ request: browser.sends("/organize/x", { sending: "pause" }), params: desk.params, context });
    expect(await isPaused()).toBe(true);
    await pause({ request: browser.sends("/organize/x", { sending: "resume" }), params: desk.params, context });
    expect(await isPaused()).toBe(false);
  });
});

describe("going live", () => {
  async function sendsMode(fields: Record<string, string>) {
    const request = (await browserOf(desk.grace)).sends("/organize/x", fields);
    return changeMode({ request, params: desk.params, context });
  }

  async function isInTestMode() {
    const [campaign] = await db.select().from(campaigns).where(eq(campaigns.id, desk.campaign.id));
    return campaign?.isInTestMode;
  }

  test("needs the campaign's slug, typed", async () => {
    expect(await sendsMode({ slug: "dear" })).toMatchObject({ data: { errors: { slug: expect.any(String) }, typed: { slug: "dear" } } });
    expect(await isInTestMode()).toBe(true);
    await sendsMode({ slug: desk.campaign.slug });
    expect(await isInTestMode()).toBe(false);
  });

  test("is refused while the template does not print", async () => {
    await db.update(campaigns).set({ messageTemplate: "{{ nobody_knows }}" }).where(eq(campaigns.id, desk.campaign.id));
    expect(await sendsMode({ slug: desk.campaign.slug })).toMatchObject({ init: { status: 422 } });
    expect(await isInTestMode()).toBe(true);
  });

  test("is taken back with one press", async () => {
    await sendsMode({ slug: desk.campaign.slug });
    await sendsMode({ mode: "test" });
    expect(await isInTestMode()).toBe(true);
  });
});
