import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { forgetKeptForms, keepForm } from "#app/organizers/kept-forms.server.ts";
import { action as changeContacts } from "#app/routes/organize/targets/contacts.tsx";
import { action as throwAway, loader as openKeptForm } from "#app/routes/organize/sign-in/kept-form.tsx";
import { action as changeMode } from "#app/routes/organize/mode.tsx";
import { action as giveSecondStep } from "#app/routes/organize/sign-in/second-step.tsx";
import { db } from "#db/client.server.ts";
import { campaigns, contacts, keptForms, memberships, organizerSessions } from "#db/schema/index.ts";
import { aCampaign, aLetter, anOrganizer, aTarget } from "#tests/build.ts";
import { answerOf, browserOf } from "./organizers-steps.ts";

const context = { isFromThisMachine: false };
const CONTACT = { role: "Product safety", email: "safety@corner-shop.example" };

async function aDesk() {
  const campaign = await aCampaign({ isInTestMode: true });
  await aLetter(campaign.id);
  const target = await aTarget(campaign.id);
  const grace = await anOrganizer(campaign.id, { role: "owner" });
  const path = `/organize/campaigns/${campaign.slug}/targets/${target.retailer.slug}/contacts`;
  return { campaign, grace, target, path, params: { slug: campaign.slug, retailer: target.retailer.slug } };
}

type Browser = Awaited<ReturnType<typeof browserOf>>;
let desk: Awaited<ReturnType<typeof aDesk>>;
let browser: Browser;

beforeEach(async () => {
  await db.delete(keptForms);
  desk = await aDesk();
  browser = await browserOf(desk.grace);
});

function changesSessions(change: Partial<typeof organizerSessions.$inferInsert>) {
  return db.update(organizerSessions).set(change).where(eq(organizerSessions.organizerId, desk.grace.id));
}

function sends(from: Browser, path = desk.path, fields: Record<string, string> = CONTACT) {
  return answerOf(changeContacts({ request: from.sends(path, fields), params: desk.params, context }));
}

function nextOf(answer: Response) {
  return new URL(answer.headers.get("Location") ?? "", "http://localhost:3000").searchParams.get("next");
}

function opens(by: Browser, path: string) {
  return answerOf(openKeptForm({ request: by.gets(path), params: { form: path.split("/").at(-1) ?? "" }, context }));
}

const ending = { expiresAt: new Date(Date.now() - 60_000) };

describe("a form whose session has expired", () => {
  test("is kept, shown after signing in, and sent to the same door in one click", async () => {
    await changesSessions(ending);
    const answer = await sends(browser);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toMatch(/^\/organize\/sign-in\?next=%2Forganize%2Fkept%2F/);
    expect(answer.headers.get("X-Remix-Reload-Document")).toBe("true");
    expect(await db.select().from(contacts).where(eq(contacts.retailerId, desk.target.retailerId))).toHaveLength(1);

    const again = await browserOf(desk.grace);
    const shown = await (await opens(again, nextOf(answer) ?? "")).json();
    expect(shown).toMatchObject({
      fields: [["role", CONTACT.role], ["email", CONTACT.email]],
      spoken: [{ label: "Role", value: CONTACT.role }, { label: "Email", value: CONTACT.email }],
    });
    expect(shown.place).toContain("Dear retailers, targets,");
    expect(shown.sendTo).toMatch(new RegExp(`^${desk.path}\\?kept=`));
    expect((await sends(again, shown.sendTo, Object.fromEntries(shown.fields))).headers.get("Location")).toBe(desk.path);
    expect(await db.select().from(contacts).where(eq(contacts.retailerId, desk.target.retailerId))).toHaveLength(2);
    expect((await opens(again, nextOf(answer) ?? "")).status).toBe(404);
  });

  test("is nobody else's to see or to throw away", async () => {
    await changesSessions(ending);
    const path = nextOf(await sends(browser)) ?? "";
    const sam = await browserOf(await anOrganizer(desk.campaign.id, { role: "owner", name: "Sam" }));
    expect((await opens(sam, path)).status).toBe(404);
    const params = { form: path.split("/").at(-1) ?? "" };
    expect((await answerOf(throwAway({ request: sam.sends(path), params, context }))).status).toBe(404);
    expect(await db.select().from(keptForms)).toHaveLength(1);
  });

  test("of somebody who belongs to no team any more is not kept", async () => {
    await changesSessions(ending);
    // Somebody has to own the campaign when she is gone.
    await anOrganizer(desk.campaign.id, { role: "owner", name: "Sam" });
    await db.delete(memberships).where(eq(memberships.organizerId, desk.grace.id));
    expect((await sends(browser)).headers.get("Location")).toBe("/organize/sign-in");
    expect(await db.select().from(keptForms)).toEqual([]);
  });

  test("with a code in it is not kept, only its page is come back to", async () => {
    await changesSessions(ending);
    const request = browser.sends("/organize/second-step", { one_time_code: "123456" });
    expect(nextOf(await answerOf(giveSecondStep({ request, params: {}, context })))).toBe("/organize/second-step");
    expect(await db.select().from(keptForms)).toEqual([]);
  });
});

test("a form whose session was ended is not kept: whoever holds its cookie may be a thief, and its owner would send it for them", async () => {
  await changesSessions({ endedAt: new Date() });
  expect((await sends(browser)).headers.get("Location")).toBe("/organize/sign-in");
  expect(await db.select().from(keptForms)).toEqual([]);
});

test("a stranger's form is not kept", async () => {
  const stranger = await browserOf(undefined);
  expect((await sends(stranger)).headers.get("Location")).toBe("/organize/sign-in");
  expect(await db.select().from(keptForms)).toEqual([]);
});

test("a form is thrown away by its owner, and is gone", async () => {
  await changesSessions(ending);
  const path = nextOf(await sends(browser)) ?? "";
  const again = await browserOf(desk.grace);
  const params = { form: path.split("/").at(-1) ?? "" };
  expect((await answerOf(throwAway({ request: again.sends(path), params, context }))).status).toBe(303);
  expect((await opens(again, path)).status).toBe(404);
});

test.each(["/letters/dear-retailers/sign", "//elsewhere.example/organize/x", "https://elsewhere.example/organize/x", "/organize/sign-in"])(
  "a form to %s is never offered for sending",
  async (path) => {
    const id = await keepForm({ organizerId: desk.grace.id, path, fields: [["name", "Ada"]] });
    expect((await opens(browser, `/organize/kept/${id}`)).status).toBe(404);
  },
);

test.each(["nonsense", "01890000-0000-7000-8000-000000000000"])("the address of no form is a 404: %s", async (form) => {
  expect((await opens(browser, `/organize/kept/${form}`)).status).toBe(404);
});

describe("what is kept", () => {
  const form = { path: "/organize/account" };

  test("is at most twenty forms, the newest", async () => {
    for (let count = 0; count < 25; count += 1) await keepForm({ ...form, organizerId: desk.grace.id, fields: [["name", String(count)]] });
    const kept = await db.select({ fields: keptForms.fields }).from(keptForms).orderBy(keptForms.id);
    expect(kept.map(({ fields }) => fields[0]?.[1])).toEqual(Array.from({ length: 20 }, (_, position) => String(position + 5)));
  });

  test("is at most 256 KB of a form, which a whole letter is less than", async () => {
    expect(await keepForm({ ...form, organizerId: desk.grace.id, fields: [["body", "é".repeat(132_000)]] })).toBeUndefined();
    expect(await keepForm({ ...form, organizerId: desk.grace.id, fields: [["body", "e".repeat(260_000)]] })).toBeDefined();
  });

  test("is kept for a day, and then forgotten", async () => {
    const id = (await keepForm({ ...form, organizerId: desk.grace.id, fields: [] }, new Date(Date.now() - 24 * 3_600_000))) ?? "";
    expect((await opens(browser, `/organize/kept/${id}`)).status).toBe(404);
    await forgetKeptForms();
    expect(await db.select().from(keptForms)).toEqual([]);
  });
});

describe("a dangerous act", () => {
  const TWENTY_MINUTES_AGO = new Date(Date.now() - 20 * 60_000);

  function goesLive(by: Browser, path: string) {
    const request = by.sends(path, { slug: desk.campaign.slug });
    return answerOf(changeMode({ request, params: desk.params, context }));
  }

  async function isInTestMode() {
    const [campaign] = await db.select().from(campaigns).where(eq(campaigns.id, desk.campaign.id));
    return campaign?.isInTestMode;
  }

  test("long after signing in asks for a proof, and keeps what was typed", async () => {
    await changesSessions({ provenAt: TWENTY_MINUTES_AGO });
    const answer = await goesLive(browser, `/organize/campaigns/${desk.campaign.slug}/mode`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toMatch(/^\/organize\/proof\?next=%2Forganize%2Fkept%2F/);
    expect(await isInTestMode()).toBe(true);
    const shown = await (await opens(browser, nextOf(answer) ?? "")).json();
    expect(shown.fields).toEqual([["slug", desk.campaign.slug]]);
    await changesSessions({ provenAt: new Date() });
    expect((await goesLive(browser, shown.sendTo)).headers.get("Location")).not.toContain("/organize/proof");
  });

  test("that is none asks for nothing", async () => {
    await changesSessions({ provenAt: TWENTY_MINUTES_AGO });
    const request = browser.sends("/organize/x", { mode: "test" });
    const answer = await answerOf(changeMode({ request, params: desk.params, context }));
    expect(answer.headers.get("Location")).toBe(`/organize/campaigns/${desk.campaign.slug}`);
  });
});
