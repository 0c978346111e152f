import { and, eq, isNotNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { askToSignIn } from "#app/organizers/ask-to-sign-in.server.ts";
import { linkForFirstOrganizer } from "#app/organizers/first-organizer.server.ts";
import { endSession, findOrganizerBySession, forgetExpiredSessions } from "#app/organizers/session.server.ts";
import { createSignInLink } from "#app/organizers/sign-in-link.server.ts";
import { isSignInLinkGood, signIn } from "#app/organizers/sign-in.server.ts";
import { db, sql } from "#db/client.server.ts";
import { deliveries, organizers, organizerSessions, signInLinks } from "#db/schema/index.ts";
import { aCampaign, anOrganizer } from "#tests/build.ts";
import { linkTo, sessionOf, signInMails } from "./organizers-steps.ts";

const NINE = new Date("2026-03-02T09:00:00Z");

function minutesAfter(minutes: number) {
  return new Date(NINE.getTime() + minutes * 60_000);
}

let grace: Awaited<ReturnType<typeof anOrganizer>>;

beforeEach(async () => {
  await db.delete(deliveries);
  await db.delete(organizers);
  grace = await anOrganizer((await aCampaign()).id, { email: "grace@example.org" });
});

describe("asking for a link", () => {
  test("an organizer gets one mail, whose link is stored as a hash only", async () => {
    await askToSignIn({ email: "grace@example.org", linkTo }, NINE);
    const [mail, ...others] = await signInMails("grace@example.org");
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ card: "sign-in", minutes: 15 });
    const [link] = await db.select().from(signInLinks);
    expect(link?.tokenHash).not.toBe(mail?.token);
    expect(await signIn(mail?.token ?? "", minutesAfter(1))).toMatchObject({ outcome: "signed in" });
  });

  test("the address is read as people write it", async () => {
    await askToSignIn({ email: "  Grace@Example.ORG ", linkTo }, NINE);
    expect(await signInMails("grace@example.org")).toHaveLength(1);
  });

  test("an unknown address gets no mail and the same answer", async () => {
    const toKnown = await askToSignIn({ email: "grace@example.org", linkTo }, NINE);
    const toUnknown = await askToSignIn({ email: "sam@example.org", linkTo }, NINE);
    expect(toUnknown).toEqual(toKnown);
    expect(await signInMails("sam@example.org")).toEqual([]);
    expect(await db.select().from(signInLinks)).toHaveLength(1);
  });

  test("twelve requests are five mails, and the next hour starts anew", async () => {
    for (let request = 0; request < 12; request += 1) await askToSignIn({ email: "grace@example.org", linkTo }, NINE);
    expect(await signInMails("grace@example.org")).toHaveLength(5);
    await askToSignIn({ email: "grace@example.org", linkTo }, minutesAfter(61));
    expect(await signInMails("grace@example.org")).toHaveLength(6);
  });

  test("nobody keeps somebody out by asking in their name: a link that works is always in their inbox", async () => {
    for (let minute = 0; minute < 60; minute += 1) await askToSignIn({ email: "grace@example.org", linkTo }, minutesAfter(minute));
    const made = await db.select({ at: signInLinks.createdAt }).from(signInLinks);
    const minutes = made.map(({ at }) => (at.getTime() - NINE.getTime()) / 60_000).toSorted((one, other) => one - other);
    expect(minutes.length).toBeLessThanOrEqual(10);
    for (const [place, minute] of minutes.entries()) expect((minutes[place + 1] ?? 60) - minute).toBeLessThan(15);
  });

  test("twelve requests at once are at least one mail, and at most five", async () => {
    await Promise.all(Array.from({ length: 12 }, () => askToSignIn({ email: "grace@example.org", linkTo }, NINE)));
    const { length } = await signInMails("grace@example.org");
    expect([1, 2, 3, 4, 5]).toContain(length);
  });

  test("a request does not wait for another of the same address, for whoever asks could see that wait", async () => {
    await sql.begin(async (tx) => {
      await tx`select from organizers where email = 'grace@example.org' for no key update`;
      expect(await askToSignIn({ email: "grace@example.org", linkTo }, NINE)).toEqual({ outcome: "asked" });
    });
    expect(await signInMails("grace@example.org")).toEqual([]);
  });
});

describe("a link", () => {
  test("signs in once", async () => {
    const token = await createSignInLink(db, grace.id, NINE);
    expect(await signIn(token, minutesAfter(1))).toMatchObject({ outcome: "signed in" });
    expect(await signIn(token, minutesAfter(2))).toEqual({ outcome: "expired" });
  });

  test("followed ten times at once signs in once", async () => {
    const token = await createSignInLink(db, grace.id, NINE);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => signIn(token, minutesAfter(1))));
    expect(outcomes.filter(({ outcome }) => outcome === "signed in")).toHaveLength(1);
    expect(await db.select().from(organizerSessions)).toHaveLength(1);
  });

  test("may be looked at without being used up", async () => {
    const token = await createSignInLink(db, grace.id, NINE);
    expect(await isSignInLinkGood(token, minutesAfter(1))).toBe(true);
    expect(await isSignInLinkGood(token, minutesAfter(2))).toBe(true);
    expect(await signIn(token, minutesAfter(3))).toMatchObject({ outcome: "signed in" });
    expect(await isSignInLinkGood(token, minutesAfter(4))).toBe(false);
  });

  test("works for 15 minutes", async () => {
    const token = await createSignInLink(db, grace.id, NINE);
    expect(await signIn(token, minutesAfter(15))).toEqual({ outcome: "expired" });
    expect(await db.select().from(signInLinks).where(and(eq(signInLinks.organizerId, grace.id), isNotNull(signInLinks.usedAt)))).toEqual([]);
  });

  test("that nobody made is unknown", async () => {
    expect(await signIn("nonsense", NINE)).toEqual({ outcome: "unknown" });
  });
});

describe("a session", () => {
  test("knows its organizer until it is ended", async () => {
    const token = await sessionOf(grace);
    expect(await findOrganizerBySession(token)).toMatchObject({ id: grace.id, name: "Grace Hopper" });
    await endSession(token);
    expect(await findOrganizerBySession(token)).toBeUndefined();
  });

  test("lasts 14 days, and is forgotten a day later, until when a form that it still sends is kept", async () => {
    const signed = await signIn(await createSignInLink(db, grace.id, NINE), NINE);
    const token = signed.outcome === "signed in" ? signed.sessionToken : "";
    expect(await findOrganizerBySession(token, minutesAfter(14 * 24 * 60 - 1))).toBeDefined();
    expect(await findOrganizerBySession(token, minutesAfter(14 * 24 * 60))).toBeUndefined();
    await forgetExpiredSessions(minutesAfter(15 * 24 * 60 - 1));
    expect(await db.select().from(organizerSessions)).toHaveLength(1);
    await forgetExpiredSessions(minutesAfter(15 * 24 * 60 + 1));
    expect(await db.select().from(organizerSessions)).toEqual([]);
  });

  test("is nobody's without a cookie", async () => {
    expect(await findOrganizerBySession(undefined)).toBeUndefined();
    expect(await findOrganizerBySession("nonsense")).toBeUndefined();
  });
});

describe("the link of the first start", () => {
  test("signs the first organizer in", async () => {
    await anOrganizer((await aCampaign()).id, { name: "Sam" });
    const token = await linkForFirstOrganizer({ isPublic: true });
    const signed = await signIn(token ?? "");
    expect(signed.outcome === "signed in" && (await findOrganizerBySession(signed.sessionToken))).toMatchObject({ id: grace.id });
  });

  test("is not made any more on a public address once somebody has signed in", async () => {
    await sessionOf(grace);
    expect(await linkForFirstOrganizer({ isPublic: true })).toBeUndefined();
    expect(await linkForFirstOrganizer({ isPublic: false })).toBeDefined();
  });
});
