import { and, eq } from "drizzle-orm";
import { TOTP } from "otpauth";
import { beforeEach, describe, expect, test } from "vitest";
import { beginCodeApp, confirmCodeApp, findCodeAppToConfirm, removeCodeApp } from "#app/organizers/code-app.server.ts";
import { removePasskey } from "#app/organizers/passkeys.server.ts";
import { resetSecondStepByOperator } from "#app/organizers/reset-second-step.server.ts";
import { findSecondSteps } from "#app/organizers/second-step.server.ts";
import { findOrganizerBySession } from "#app/organizers/session.server.ts";
import { action as removeApp } from "#app/routes/organize/account/code-app-removal.ts";
import { action as changeCampaign } from "#app/routes/organize/team/second-step.tsx";
import { loader as openCampaigns } from "#app/routes/organize/campaigns.tsx";
import { loader as openContacts, action as changeContacts } from "#app/routes/organize/targets/contacts.tsx";
import { loader as openPasskeys } from "#app/routes/organize/account/passkeys.tsx";
import { action as give } from "#app/routes/organize/sign-in/second-step.tsx";
import { db } from "#db/client.server.ts";
import { auditEntries, campaigns, deliveries, keptForms, memberships, organizerSessions, passkeys } from "#db/schema/index.ts";
import { aCampaign, anOrganizer, aTarget } from "#tests/build.ts";
import { answerOf, browserOf, sessionOf } from "./organizers-steps.ts";

const context = { isFromThisMachine: false };
const accountUrl = "https://countersign.example/organize/account";

async function aDesk() {
  const campaign = await aCampaign();
  const target = await aTarget(campaign.id);
  const grace = await anOrganizer(campaign.id, { role: "owner" });
  const params = { slug: campaign.slug, retailer: target.retailer.slug };
  return { campaign, grace, params, path: `/organize/campaigns/${campaign.slug}/targets/${target.retailer.slug}/contacts` };
}

type Browser = Awaited<ReturnType<typeof browserOf>>;
let desk: Awaited<ReturnType<typeof aDesk>>;

beforeEach(async () => {
  desk = await aDesk();
});

function isAskedFor() {
  return db.update(campaigns).set({ requiresSecondStep: true }).where(eq(campaigns.id, desk.campaign.id));
}

/** Sets up an app long ago, from another browser; returns what it shows now. */
async function hasCodeApp(organizer: { id: string }) {
  const anHourAgo = new Date(Date.now() - 3_600_000);
  const found = await findOrganizerBySession(await sessionOf(organizer));
  if (!found) throw new Error("The session was not found.");
  await beginCodeApp(found.id);
  const { secret = "" } = (await findCodeAppToConfirm(found.id)) ?? {};
  const app = new TOTP({ secret });
  await confirmCodeApp({ organizer: found, code: app.generate({ timestamp: anHourAgo.getTime() }), accountUrl }, anHourAgo);
  return () => app.generate();
}

function opens(by: Browser, params = desk.params) {
  return answerOf(openContacts({ request: by.gets(desk.path), params, context }));
}

function gives(by: Browser, code: string, next = "") {
  return answerOf(give({ request: by.sends(`/organize/second-step?next=${encodeURIComponent(next)}`, { one_time_code: code }), params: {}, context }));
}

function asks(by: Browser, fields: Record<string, string>, params = desk.params) {
  return answerOf(changeCampaign({ request: by.sends(`/organize/campaigns/${desk.campaign.slug}/second-step`, fields), params, context }));
}

describe("a campaign that asks for a second step", () => {
  test("opens after a code, and leads back", async () => {
    await isAskedFor();
    const shows = await hasCodeApp(desk.grace);
    const browser = await browserOf(desk.grace);
    expect((await opens(browser)).headers.get("Location")).toBe(`/organize/second-step?next=${encodeURIComponent(desk.path)}`);
    expect((await gives(browser, "000000")).status).toBe(200);
    expect((await opens(browser)).status).toBe(302);
    expect((await gives(browser, shows(), desk.path)).headers.get("Location")).toBe(desk.path);
    expect((await opens(browser)).status).toBe(200);
  });

  test("keeps the form that came too early", async () => {
    await isAskedFor();
    await db.delete(keptForms);
    const browser = await browserOf(desk.grace);
    const request = browser.sends(desk.path, { role: "Press", email: "press@corner-shop.example" });
    const answer = await answerOf(changeContacts({ request, params: desk.params, context }));
    expect(answer.headers.get("Location")).toMatch(/^\/organize\/second-step\?next=%2Forganize%2Fkept%2F/);
    expect(await db.select().from(keptForms)).toMatchObject([{ organizerId: desk.grace.id, path: desk.path }]);
  });

  test("is a 404 for whoever does not belong to it, as without", async () => {
    await isAskedFor();
    const other = await aDesk();
    expect((await opens(await browserOf(other.grace))).status).toBe(404);
  });

  test("does not lead away to another site", async () => {
    const shows = await hasCodeApp(desk.grace);
    expect((await gives(await browserOf(desk.grace), shows(), "//elsewhere.example/organize/x")).headers.get("Location")).toBe("/organize");
  });
});

describe("asking for it", () => {
  test("is an owner's, and is written down", async () => {
    const shows = await hasCodeApp(desk.grace);
    const browser = await browserOf(desk.grace);
    await gives(browser, shows());
    expect((await asks(browser, { required: "yes" })).status).toBe(303);
    const [campaign] = await db.select().from(campaigns).where(eq(campaigns.id, desk.campaign.id));
    expect(campaign?.requiresSecondStep).toBe(true);
    expect(await db.select().from(auditEntries).where(eq(auditEntries.campaignId, desk.campaign.id))).toMatchObject([
      { organizerId: desk.grace.id, subject: "settings", before: { requiresSecondStep: false }, after: { requiresSecondStep: true } },
    ]);
    await asks(browser, { required: "yes" });
    expect(await db.select().from(auditEntries).where(eq(auditEntries.campaignId, desk.campaign.id))).toHaveLength(1);
    const sam = await anOrganizer(desk.campaign.id, { name: "Sam" });
    await hasCodeApp(sam);
    await db.update(organizerSessions).set({ secondStepAt: new Date() }).where(eq(organizerSessions.organizerId, sam.id));
    const samsBrowser = await browserOf(sam);
    await db.update(organizerSessions).set({ secondStepAt: new Date() }).where(eq(organizerSessions.organizerId, sam.id));
    expect((await asks(samsBrowser, { required: "no" })).status).toBe(403);
  });

  test("is refused to an owner who has none", async () => {
    const answer = await asks(await browserOf(desk.grace), { required: "yes" });
    expect(await answer.json()).toMatchObject({ data: { refusal: "none of your own" } });
    const [campaign] = await db.select().from(campaigns).where(eq(campaigns.id, desk.campaign.id));
    expect(campaign?.requiresSecondStep).toBe(false);
  });
});

describe("the ways in", () => {
  test("are changed by whoever shows the second step, not by a mailed link alone", async () => {
    const shows = await hasCodeApp(desk.grace);
    const browser = await browserOf(desk.grace);
    const removal = () => answerOf(removeApp({ request: browser.sends("/organize/account/code-app/removal"), params: {}, context }));
    expect((await removal()).headers.get("Location")).toMatch(/^\/organize\/second-step\?next=/);
    const adding = await answerOf(openPasskeys({ request: browser.gets("/organize/account/passkeys"), params: {}, context }));
    expect(adding.headers.get("Location")).toBe("/organize/second-step?next=%2Forganize%2Faccount%2Fpasskeys");
    expect(await findSecondSteps(desk.grace.id)).toMatchObject({ hasCodeApp: true });
    await gives(browser, shows());
    expect((await removal()).headers.get("Location")).toBe("/organize/account");
    expect(await findSecondSteps(desk.grace.id)).toMatchObject({ hasCodeApp: false });
  });
});

describe("the last second step", () => {
  const removal = (browser: Browser) => answerOf(removeApp({ request: browser.sends("/organize/account/code-app/removal"), params: {}, context }));

  test("stays while a campaign asks for one: without it the next mailed link would open all", async () => {
    await isAskedFor();
    const shows = await hasCodeApp(desk.grace);
    const browser = await browserOf(desk.grace);
    await gives(browser, shows());
    await removal(browser);
    expect(await findSecondSteps(desk.grace.id)).toEqual({ passkeys: 0, hasCodeApp: true });
  });

  test("of two, removed at the same time, one stays", async () => {
    await isAskedFor();
    await hasCodeApp(desk.grace);
    const id = `key-of-${desk.grace.id}`;
    await db.insert(passkeys).values({ id, organizerId: desk.grace.id, name: "Phone", publicKey: Buffer.from("x"), counter: 0 });
    const removed = await Promise.all([removePasskey({ organizerId: desk.grace.id, id, accountUrl }), removeCodeApp(desk.grace.id, accountUrl)]);
    expect(removed.map(({ outcome }) => outcome).toSorted()).toEqual(["asked for", "removed"]);
  });
});

test("the list of campaigns tells nothing of one that asks for a second step before it is given", async () => {
  await isAskedFor();
  const shows = await hasCodeApp(desk.grace);
  const browser = await browserOf(desk.grace);
  const read = async () => (await answerOf(openCampaigns({ request: browser.gets("/organize"), params: {}, context }))).json();
  const before = await read();
  expect(before.campaigns).toMatchObject([{ slug: desk.campaign.slug }]);
  expect(before.campaigns[0]).not.toHaveProperty("overview");
  expect(before.campaigns[0]).not.toHaveProperty("waiting");
  await gives(browser, shows());
  expect((await read()).campaigns[0]).toHaveProperty("overview");
});

describe("resetting a colleague's", () => {
  let sam: Awaited<ReturnType<typeof anOrganizer>>;
  let browser: Browser;

  beforeEach(async () => {
    sam = await anOrganizer(desk.campaign.id, { name: "Sam", email: `sam-of-${desk.campaign.slug}@example.org` });
    await hasCodeApp(sam);
    await db.insert(passkeys).values({ id: `key-of-${sam.id}`, organizerId: sam.id, name: "Phone", publicKey: Buffer.from("x"), counter: 0 });
    browser = await browserOf(desk.grace);
  });

  test("takes it away, ends their sessions, tells them and is written down", async () => {
    const samsSession = await sessionOf(sam);
    expect((await asks(browser, { member: sam.id })).status).toBe(303);
    expect(await findSecondSteps(sam.id)).toEqual({ passkeys: 0, hasCodeApp: false });
    expect(await findOrganizerBySession(samsSession)).toBeUndefined();
    const mails = await db.select().from(deliveries).where(and(eq(deliveries.toAddress, sam.email), eq(deliveries.card, "account-changed")));
    expect(mails.at(-1)?.props).toMatchObject({ change: "second step reset" });
    expect(await db.select().from(auditEntries).where(eq(auditEntries.campaignId, desk.campaign.id))).toMatchObject([
      { organizerId: desk.grace.id, act: "removed", subject: "second step", subjectId: sam.id, before: { passkeys: 1, codeApp: true } },
    ]);
  });

  test("is refused where another campaign asks it of them, unless one owns that too", async () => {
    const other = await aCampaign({ requiresSecondStep: true });
    await db.insert(memberships).values({ campaignId: other.id, organizerId: sam.id, role: "viewer" });
    expect(await (await asks(browser, { member: sam.id })).json()).toMatchObject({ data: { refusal: "asked for elsewhere" } });
    expect(await findSecondSteps(sam.id)).toEqual({ passkeys: 1, hasCodeApp: true });
    await db.insert(memberships).values({ campaignId: other.id, organizerId: desk.grace.id, role: "owner" });
    expect((await asks(browser, { member: sam.id })).status).toBe(303);
  });

  test("is not for oneself, nor for somebody of another team", async () => {
    expect(await (await asks(browser, { member: desk.grace.id })).json()).toMatchObject({ data: { refusal: "yourself" } });
    const { grace: stranger } = await aDesk();
    expect((await asks(browser, { member: stranger.id })).status).toBe(404);
    expect((await asks(browser, { member: "nonsense" })).status).toBe(404);
  });

  test("can be done by whoever runs the machine", async () => {
    expect(await resetSecondStepByOperator(` ${sam.email.toUpperCase()} `, accountUrl)).toEqual({ outcome: "reset" });
    expect(await resetSecondStepByOperator(sam.email, accountUrl)).toEqual({ outcome: "nothing to reset" });
    expect(await resetSecondStepByOperator("nobody@example.org", accountUrl)).toEqual({ outcome: "unknown" });
  });
});
