import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { organizerCookie, requireOrganizer } from "#app/http/organizer-session.server.ts";
import { endOtherSessions, endSessionById, listSessions } from "#app/organizers/account.server.ts";
import { findOrganizerBySession, type Organizer } from "#app/organizers/session.server.ts";
import { signIn } from "#app/organizers/sign-in.server.ts";
import { createSignInLink } from "#app/organizers/sign-in-link.server.ts";
import { action as rename, loader as openAccount } from "#app/routes/organize/account/account.tsx";
import { action as endSessions } from "#app/routes/organize/account/sessions.ts";
import { action as signInByLink } from "#app/routes/organize/sign-in/link.tsx";
import { db } from "#db/client.server.ts";
import { auditEntries, organizers, organizerSessions } from "#db/schema/index.ts";
import { aCampaign, anOrganizer } from "#tests/build.ts";
import { answerOf, browserOf, sessionOf } from "./organizers-steps.ts";

const context = { isFromThisMachine: false };
const PHONE = "Mozilla/5.0 (Android 15; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0";

let grace: Awaited<ReturnType<typeof anOrganizer>>;
let token: string;
let here: Organizer;

async function whoSits(sessionToken: string) {
  const found = await findOrganizerBySession(sessionToken);
  if (!found) throw new Error("Nobody sits there.");
  return found;
}

beforeEach(async () => {
  grace = await anOrganizer((await aCampaign()).id);
  token = await sessionOf(grace);
  here = await whoSits(token);
});

describe("sessions", () => {
  test("are listed with the browser that signed in, in words", async () => {
    const request = new Request("http://localhost:3000/organize/sign-in/x", { method: "POST", headers: { "User-Agent": PHONE } });
    await signInByLink({ request, params: { token: await createSignInLink(db, grace.id) }, context });
    expect((await listSessions(grace.id)).map(({ browser }) => browser)).toContain("Firefox on Android");
  });

  test("are seen within the minute, and written once in one", async () => {
    const now = new Date();
    const seen = async () => (await db.select().from(organizerSessions).where(eq(organizerSessions.id, here.session.id)))[0]?.lastSeenAt;
    const before = await seen();
    await findOrganizerBySession(token, new Date(now.getTime() + 50_000));
    expect(await seen()).toEqual(before);
    const later = new Date(now.getTime() + 90_000);
    await findOrganizerBySession(token, later);
    expect(await seen()).toEqual(later);
  });

  test("that are ended open nothing at once, and are written down", async () => {
    const other = await sessionOf(grace);
    await endSessionById(here, (await whoSits(other)).session.id);
    expect(await findOrganizerBySession(other)).toBeUndefined();
    expect(await findOrganizerBySession(token)).toBeDefined();
    expect(await listSessions(grace.id)).toHaveLength(1);
    expect(await db.select().from(auditEntries).where(eq(auditEntries.organizerId, grace.id))).toMatchObject([
      { act: "revoked", subject: "session", campaignId: null },
    ]);
  });

  test("all others are ended at once, and this one stays", async () => {
    const others = [await sessionOf(grace), await sessionOf(grace)];
    expect(await endOtherSessions(here)).toEqual({ outcome: "ended", count: 2 });
    for (const other of others) expect(await findOrganizerBySession(other)).toBeUndefined();
    expect(await findOrganizerBySession(token)).toBeDefined();
  });

  test("of somebody else are not ended", async () => {
    const samsToken = await sessionOf(await anOrganizer((await aCampaign()).id, { name: "Sam" }));
    const { session } = await whoSits(samsToken);
    const browser = await browserOf(grace);
    const request = browser.sends("/organize/account/sessions", { session: session.id });
    expect((await answerOf(endSessions({ request, params: {}, context }))).status).toBe(303);
    expect(await findOrganizerBySession(samsToken)).toBeDefined();
  });
});

describe("a mailed link, followed in a browser that is signed in", () => {
  test("proves it again, with a new token, and keeps the second step that was given", async () => {
    const given = new Date(Date.now() - 3_600_000);
    await db.update(organizerSessions).set({ provenAt: given, secondStepAt: given }).where(eq(organizerSessions.id, here.session.id));
    const signed = await signIn(await createSignInLink(db, grace.id), new Date(), { sessionToken: token });
    const after = await whoSits(signed.outcome === "signed in" ? signed.sessionToken : "");
    expect(after.session.secondStepAt).toEqual(given);
    expect(after.session.provenAt.getTime()).toBeGreaterThan(given.getTime());
    expect(await findOrganizerBySession(token)).toBeUndefined();
  });

  test("gives nobody the second step of another", async () => {
    await db.update(organizerSessions).set({ secondStepAt: new Date() }).where(eq(organizerSessions.id, here.session.id));
    const sam = await anOrganizer((await aCampaign()).id, { name: "Sam" });
    const signed = await signIn(await createSignInLink(db, sam.id), new Date(), { sessionToken: token });
    const after = await whoSits(signed.outcome === "signed in" ? signed.sessionToken : "");
    expect(after).toMatchObject({ id: sam.id, session: { secondStepAt: null } });
    expect(await findOrganizerBySession(token)).toBeUndefined();
  });
});

describe("the account", () => {
  test("shows no token and no key", async () => {
    const browser = await browserOf(grace);
    const answer = await answerOf(openAccount({ request: browser.gets("/organize/account"), params: {}, context }));
    const shown = await answer.json();
    expect(shown).toMatchObject({ name: "Grace Hopper", email: grace.email, passkeys: [], hasCodeApp: false });
    expect(Object.keys(shown.sessions[0]).toSorted()).toEqual(["browser", "id", "isThis", "lastSeenAt", "since"]);
  });

  test.each([
    ["  Grace B. Hopper ", 303, "Grace B. Hopper"],
    ["", 200, "Grace Hopper"],
    ["Grace\u202E", 200, "Grace Hopper"],
    ["x".repeat(101), 200, "Grace Hopper"],
  ])("takes a name that can be printed: %o", async (name, status, kept) => {
    const browser = await browserOf(grace);
    const answer = await answerOf(rename({ request: browser.sends("/organize/account", { name }), params: {}, context }));
    expect(answer.status).toBe(status);
    expect(await db.select({ name: organizers.name }).from(organizers).where(eq(organizers.id, grace.id))).toEqual([{ name: kept }]);
  });
});

test("the cookie outlives its session by a day, out of reach of scripts and other sites", () => {
  expect(organizerCookie("token")).toBe("organizer=token; Path=/; Max-Age=1296000; HttpOnly; SameSite=Lax");
});

test("nobody is let in by an ended session, and is told where to sign in", async () => {
  const request = new Request("http://localhost:3000/organize/account", { headers: { Cookie: `organizer=${token}` } });
  expect(await requireOrganizer(request)).toMatchObject({ id: grace.id });
  await db.update(organizerSessions).set({ endedAt: new Date() }).where(eq(organizerSessions.organizerId, grace.id));
  const answer = await answerOf(requireOrganizer(request));
  expect(answer.headers.get("Location")).toBe("/organize/sign-in?next=%2Forganize%2Faccount");
});
