import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { readNewPasskey, readPasskeyAnswer } from "#app/organizers/passkey-answer.ts";
import { askForAnyPasskey, askForNewPasskey, askForPasskeyOf, forgetPasskeyQuestions } from "#app/organizers/passkey-questions.server.ts";
import { addPasskey, checkPasskey, listPasskeys, removePasskey } from "#app/organizers/passkeys.server.ts";
import { findOrganizerBySession } from "#app/organizers/session.server.ts";
import { signInByPasskey } from "#app/organizers/sign-in.server.ts";
import { db } from "#db/client.server.ts";
import { auditEntries, deliveries, memberships, organizers, organizerSessions, passkeyChallenges, passkeys } from "#db/schema/index.ts";
import { aCampaign, anOrganizer } from "#tests/build.ts";
import { aPasskey } from "#tests/fakes/passkey.ts";
import { sessionOf } from "./organizers-steps.ts";

const accountUrl = "https://countersign.example/organize/account";

async function signedIn(organizer: { id: string }) {
  const found = await findOrganizerBySession(await sessionOf(organizer));
  if (!found) throw new Error("The session was not found.");
  return found;
}

function must<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error("It is not there.");
  return thing;
}

type Key = ReturnType<typeof aPasskey>;
type Answering = Parameters<Key["made"]>[0];

async function adds(organizer: Awaited<ReturnType<typeof signedIn>>, key: Key, change: Partial<Answering> = {}) {
  const { challenge } = await askForNewPasskey(organizer.id);
  return addPasskey({ organizer, name: "Phone", answer: must(readNewPasskey(key.made({ challenge, ...change }))), accountUrl });
}

async function signsIn(key: Key, change: Partial<Answering> = {}) {
  const { challenge } = await askForAnyPasskey();
  return signInByPasskey(must(readPasskeyAnswer(key.answers({ challenge, ...change }))));
}

let grace: Awaited<ReturnType<typeof signedIn>>;
let key: Key;

beforeEach(async () => {
  grace = await signedIn(await anOrganizer((await aCampaign()).id));
  key = aPasskey();
});

describe("making a passkey", () => {
  test("adds it under its name, tells its owner, writes it down, and is this session's second step", async () => {
    expect(await adds(grace, key)).toEqual({ outcome: "added" });
    expect(await listPasskeys(grace.id)).toMatchObject([{ id: key.id, name: "Phone", lastUsedAt: null }]);
    expect(await db.select().from(auditEntries).where(eq(auditEntries.organizerId, grace.id))).toMatchObject([
      { act: "created", subject: "passkey", subjectId: key.id, campaignId: null },
    ]);
    const [session] = await db.select().from(organizerSessions).where(eq(organizerSessions.id, grace.session.id));
    expect(session?.secondStepAt).toBeInstanceOf(Date);
    const mails = await db.select({ card: deliveries.card, props: deliveries.props }).from(deliveries).where(eq(deliveries.card, "account-changed"));
    expect(mails.at(-1)?.props).toMatchObject({ change: "passkey added", name: "Phone" });
  });

  test.each<[string, Partial<Answering>]>([
    ["on another site", { origin: "https://elsewhere.example" }],
    ["on another port of this machine", { origin: "http://localhost:4000" }],
    ["for another host", { host: "elsewhere.example" }],
    ["without its person's own verification", { isVerified: false }],
    ["for a question that nobody asked", { challenge: "bm9ib2R5LWFza2Vk" }],
  ])("%s is refused", async (_, change) => {
    expect(await adds(grace, key, change)).toEqual({ outcome: "refused" });
    expect(await listPasskeys(grace.id)).toEqual([]);
  });

  test("for the question that was put to somebody else is refused", async () => {
    const sam = await signedIn(await anOrganizer((await aCampaign()).id, { name: "Sam" }));
    const { challenge } = await askForNewPasskey(sam.id);
    expect(await adds(grace, key, { challenge })).toEqual({ outcome: "refused" });
  });

  test("twice is making it once, also for somebody else", async () => {
    await adds(grace, key);
    expect(await adds(grace, key)).toEqual({ outcome: "added before" });
    const sam = await signedIn(await anOrganizer((await aCampaign()).id, { name: "Sam" }));
    expect(await adds(sam, key)).toEqual({ outcome: "added before" });
    expect(await listPasskeys(sam.id)).toEqual([]);
  });
});

describe("signing in with a passkey", () => {
  beforeEach(async () => {
    await adds(grace, key);
  });

  test("opens a session that has given both steps", async () => {
    const signed = await signsIn(key, { userHandle: grace.id });
    const found = signed.outcome === "signed in" ? await findOrganizerBySession(signed.sessionToken) : undefined;
    expect(found).toMatchObject({ id: grace.id });
    expect(found?.session.secondStepAt).toBeInstanceOf(Date);
    expect(await listPasskeys(grace.id)).toMatchObject([{ lastUsedAt: expect.any(Date) }]);
  });

  test("an answer works once: sent again it is refused", async () => {
    const { challenge } = await askForAnyPasskey();
    const answer = must(readPasskeyAnswer(key.answers({ challenge })));
    expect(await signInByPasskey(answer)).toMatchObject({ outcome: "signed in" });
    expect(await signInByPasskey(answer)).toEqual({ outcome: "refused" });
  });

  test("ten copies of one answer at the same time open one session", async () => {
    const { challenge } = await askForAnyPasskey();
    const answer = must(readPasskeyAnswer(key.answers({ challenge })));
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => signInByPasskey(answer)));
    expect(outcomes.filter(({ outcome }) => outcome === "signed in")).toHaveLength(1);
  });

  test.each<[string, Partial<Answering>]>([
    ["given on another site", { origin: "https://elsewhere.example" }],
    ["given for another host", { host: "elsewhere.example" }],
    ["given without its person's own verification", { isVerified: false }],
    ["given to a question that nobody asked", { challenge: "bm9ib2R5LWFza2Vk" }],
    ["that names somebody else", { userHandle: "01890000-0000-7000-8000-000000000000" }],
  ])("an answer %s is refused", async (_, change) => {
    expect(await signsIn(key, change)).toEqual({ outcome: "refused" });
  });

  test("a question is good for five minutes", async () => {
    const { challenge } = await askForAnyPasskey();
    const answer = must(readPasskeyAnswer(key.answers({ challenge })));
    expect(await signInByPasskey(answer, new Date(Date.now() + 5 * 60_000))).toEqual({ outcome: "refused" });
  });

  test("the question of a proof opens no session", async () => {
    const { challenge } = await askForPasskeyOf(grace.id);
    expect(await signsIn(key, { challenge })).toEqual({ outcome: "refused" });
  });

  test("a key that nobody added opens nothing, also under the name of one that was", async () => {
    const stranger = aPasskey();
    expect(await signsIn(stranger)).toEqual({ outcome: "refused" });
    const { challenge } = await askForAnyPasskey();
    const forged = { ...must(readPasskeyAnswer(stranger.answers({ challenge }))), id: key.id, rawId: key.id };
    expect(await signInByPasskey(forged)).toEqual({ outcome: "refused" });
  });

  test("a counter that goes back, or stands still, is that of a copied key", async () => {
    expect(await signsIn(key, { counter: 7 })).toMatchObject({ outcome: "signed in" });
    expect(await signsIn(key, { counter: 7 })).toEqual({ outcome: "refused" });
    expect(await signsIn(key, { counter: 3 })).toEqual({ outcome: "refused" });
    expect(await signsIn(key, { counter: 0 })).toEqual({ outcome: "refused" });
    expect(await signsIn(key, { counter: 8 })).toMatchObject({ outcome: "signed in" });
  });

  test("a key that never counts works each time", async () => {
    expect(await signsIn(key, { counter: 0 })).toMatchObject({ outcome: "signed in" });
    expect(await signsIn(key, { counter: 0 })).toMatchObject({ outcome: "signed in" });
  });

  test("a removed passkey opens nothing, and nobody removes another's", async () => {
    const sam = await anOrganizer((await aCampaign()).id, { name: "Sam" });
    expect(await removePasskey({ organizerId: sam.id, id: key.id, accountUrl })).toEqual({ outcome: "gone" });
    expect(await signsIn(key)).toMatchObject({ outcome: "signed in" });
    expect(await removePasskey({ organizerId: grace.id, id: key.id, accountUrl })).toEqual({ outcome: "removed" });
    expect(await signsIn(key)).toEqual({ outcome: "refused" });
  });

  test("whoever was removed from every team, or altogether, gets in nowhere", async () => {
    await db.delete(memberships).where(eq(memberships.organizerId, grace.id));
    expect(await signsIn(key)).toEqual({ outcome: "refused" });
    await db.delete(passkeys).where(eq(passkeys.id, key.id));
    expect(await signsIn(key)).toEqual({ outcome: "refused" });
  });

  test("a session that stood in the browser before ends with the new one", async () => {
    const planted = await sessionOf(await anOrganizer((await aCampaign()).id, { name: "Sam" }));
    const { challenge } = await askForAnyPasskey();
    await signInByPasskey(must(readPasskeyAnswer(key.answers({ challenge }))), new Date(), { sessionToken: planted });
    expect(await findOrganizerBySession(planted)).toBeUndefined();
  });
});

test("a passkey proves nobody else, whichever question it answers", async () => {
  await adds(grace, key);
  const sam = await anOrganizer((await aCampaign()).id, { name: "Sam" });
  const { challenge } = await askForPasskeyOf(sam.id);
  expect(await checkPasskey(must(readPasskeyAnswer(key.answers({ challenge }))), sam.id)).toBeUndefined();
});

test("questions that nobody answered are forgotten", async () => {
  await db.delete(passkeyChallenges);
  await askForAnyPasskey();
  await forgetPasskeyQuestions();
  expect(await db.select().from(passkeyChallenges)).toHaveLength(1);
  await forgetPasskeyQuestions(new Date(Date.now() + 6 * 60_000));
  expect(await db.select().from(passkeyChallenges)).toEqual([]);
});

test.each([null, "", "null", "[]", "{}", "{", '{"id":1}', `{"id":"${"a".repeat(70_000)}"}`])("what is no passkey's answer is nothing: %#", (text) => {
  expect(readPasskeyAnswer(text)).toBeUndefined();
  expect(readNewPasskey(text)).toBeUndefined();
});

test("deleting an organizer takes their passkeys along", async () => {
  const ada = await anOrganizer((await aCampaign()).id, { name: "Ada" });
  await db.insert(passkeys).values({ id: "ada-key", organizerId: ada.id, name: "Phone", publicKey: Buffer.from("x"), counter: 0 });
  await db.delete(organizers).where(eq(organizers.id, ada.id));
  expect(await db.select().from(passkeys).where(eq(passkeys.id, "ada-key"))).toEqual([]);
});
