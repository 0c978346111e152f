import { eq } from "drizzle-orm";
import { TOTP } from "otpauth";
import { beforeEach, describe, expect, test } from "vitest";
import { beginCodeApp, confirmCodeApp, findCodeAppToConfirm, giveCode, removeCodeApp } from "#app/organizers/code-app.server.ts";
import { findSecondSteps } from "#app/organizers/second-step.server.ts";
import { findOrganizerBySession, type Organizer } from "#app/organizers/session.server.ts";
import { signIn } from "#app/organizers/sign-in.server.ts";
import { createSignInLink } from "#app/organizers/sign-in-link.server.ts";
import { db } from "#db/client.server.ts";
import { auditEntries, organizerSessions, totpSecrets } from "#db/schema/index.ts";
import { aCampaign, anOrganizer } from "#tests/build.ts";
import { sessionOf } from "./organizers-steps.ts";

const accountUrl = "https://countersign.example/organize/account";
const NOON = new Date("2026-03-02T12:00:00Z");

function after(seconds: number) {
  return new Date(NOON.getTime() + seconds * 1000);
}

let grace: Organizer;

beforeEach(async () => {
  const found = await findOrganizerBySession(await sessionOf(await anOrganizer((await aCampaign()).id)));
  if (!found) throw new Error("The session was not found.");
  grace = found;
});

/** What Grace's app shows. */
async function anApp() {
  await beginCodeApp(grace.id);
  const { secret = "" } = (await findCodeAppToConfirm(grace.id)) ?? {};
  return (at: Date) => new TOTP({ secret }).generate({ timestamp: at.getTime() });
}

async function anAppSetUp() {
  const shows = await anApp();
  await confirmCodeApp({ organizer: grace, code: shows(NOON), accountUrl }, NOON);
  return shows;
}

async function sessionSteps() {
  const [session] = await db.select().from(organizerSessions).where(eq(organizerSessions.id, grace.session.id));
  return session?.secondStepAt ?? null;
}

describe("setting up", () => {
  test("the secret is sealed, and opens nothing before a first code", async () => {
    const shows = await anApp();
    const [row] = await db.select().from(totpSecrets).where(eq(totpSecrets.organizerId, grace.id));
    const { secret = "" } = (await findCodeAppToConfirm(grace.id)) ?? {};
    expect(row?.sealedSecret.toString("latin1")).not.toContain(secret);
    expect(await findSecondSteps(grace.id)).toEqual({ passkeys: 0, hasCodeApp: false });
    expect(await giveCode(grace, shows(NOON), NOON)).toEqual({ outcome: "wait" });
    expect(await sessionSteps()).toBeNull();
  });

  test("a first code sets it up, shows the key no more, and is this session's second step", async () => {
    await anAppSetUp();
    expect(await findSecondSteps(grace.id)).toEqual({ passkeys: 0, hasCodeApp: true });
    expect(await findCodeAppToConfirm(grace.id)).toBeUndefined();
    expect(await sessionSteps()).toEqual(NOON);
    expect(await db.select().from(auditEntries).where(eq(auditEntries.organizerId, grace.id))).toMatchObject([
      { act: "created", subject: "code app", campaignId: null },
    ]);
  });

  test("once set up it is not begun over: it would be replaced by whoever sits at the browser", async () => {
    const shows = await anAppSetUp();
    expect(await beginCodeApp(grace.id)).toEqual({ outcome: "set up before" });
    expect(await giveCode(grace, shows(after(30)), after(30))).toEqual({ outcome: "taken" });
  });
});

describe("a code", () => {
  test("works once, also the one that set the app up", async () => {
    const shows = await anAppSetUp();
    expect(await giveCode(grace, shows(NOON), after(10))).toEqual({ outcome: "wrong" });
    expect(await giveCode(grace, shows(after(30)), after(31))).toEqual({ outcome: "taken" });
    expect(await giveCode(grace, shows(after(30)), after(32))).toEqual({ outcome: "wrong" });
  });

  test("typed four times at once is taken once", async () => {
    const shows = await anAppSetUp();
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => giveCode(grace, shows(after(60)), after(60))));
    expect(outcomes.filter(({ outcome }) => outcome === "taken")).toHaveLength(1);
  });

  test("older than the last one taken is refused, though its time is not over", async () => {
    const shows = await anAppSetUp();
    expect(await giveCode(grace, shows(after(90)), after(90))).toEqual({ outcome: "taken" });
    expect(await giveCode(grace, shows(after(60)), after(90))).toEqual({ outcome: "wrong" });
  });

  test("of somebody else is wrong", async () => {
    const shows = await anAppSetUp();
    const sam = await findOrganizerBySession(await sessionOf(await anOrganizer((await aCampaign()).id, { name: "Sam" })));
    expect(sam && (await giveCode(sam, shows(after(60)), after(60)))).toEqual({ outcome: "wait" });
  });
});

describe("tries", () => {
  test("are five in a quarter of an hour, and then even the right code waits", async () => {
    const shows = await anAppSetUp();
    for (let tries = 0; tries < 5; tries += 1) expect(await giveCode(grace, "000000", after(60))).toEqual({ outcome: "wrong" });
    expect(await giveCode(grace, shows(after(60)), after(60))).toEqual({ outcome: "wait" });
    expect(await giveCode(grace, shows(after(961)), after(961))).toEqual({ outcome: "taken" });
  });

  test("at the same time buy no sixth", async () => {
    await anAppSetUp();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => giveCode(grace, "000000", after(60))));
    expect(outcomes.filter(({ outcome }) => outcome === "wrong")).toHaveLength(5);
  });

  test("that are used up do not bar the mailed link", async () => {
    await anAppSetUp();
    for (let tries = 0; tries < 6; tries += 1) await giveCode(grace, "000000", after(60));
    expect(await signIn(await createSignInLink(db, grace.id, NOON), after(60))).toMatchObject({ outcome: "signed in" });
  });
});

test("a removed app takes no code, and removing it twice is removing it once", async () => {
  const shows = await anAppSetUp();
  expect(await removeCodeApp(grace.id, accountUrl)).toEqual({ outcome: "removed" });
  expect(await removeCodeApp(grace.id, accountUrl)).toEqual({ outcome: "gone" });
  expect(await giveCode(grace, shows(after(60)), after(60))).toEqual({ outcome: "wait" });
});
