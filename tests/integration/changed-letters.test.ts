import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { v7 } from "uuid";
import { listJobs } from "#app/jobs/find.server.ts";
import { readAskings, countAgreements } from "#app/signatures/letter-changes/askings.server.ts";
import { agreeToText } from "#app/signatures/letter-changes/agree.server.ts";
import { questionAbout } from "#app/signatures/letter-changes/question.server.ts";
import { findOwnSignature } from "#app/signatures/own/own-page.server.ts";
import { versionsSigned } from "#app/signatures/letter-changes/versions-signed.server.ts";
import { withdrawSignature } from "#app/signatures/withdraw.server.ts";
import { db } from "#db/client.server.ts";
import { auditEntries, jobs, letterVersions, signatures } from "#db/schema/index.ts";
import { aLetter } from "#tests/build.ts";
import { aChangingLetter, askingMails, aSignerOf, changesLetter, type ChangingLetter, counted, late, NOON, plainCounts, underTexts, worksOn } from "./changed-letter-steps.ts";
import { after, HOUR, signatureOf, signs } from "./signing-steps.ts";

const NEW_TEXT = "Please sell only what is safe, Amazon too.";
const EVENING = after(12 * HOUR);

let open: ChangingLetter;

beforeEach(async () => {
  await db.update(jobs).set({ state: "cancelled" });
  open = await aChangingLetter();
});

async function stateOf(signatureId: string) {
  const [row] = await db.select().from(signatures).where(eq(signatures.id, signatureId));
  return row;
}

async function newestVersion() {
  const versions = await db.select().from(letterVersions).where(eq(letterVersions.campaignId, open.campaign.id));
  const newest = versions.toSorted((one, other) => other.number - one.number)[0];
  if (!newest) throw new Error("There is no version.");
  return newest;
}

function tokenOf(mail: { props: Record<string, unknown> | null } | undefined) {
  return String(mail?.props?.agreeUrl).split("/").at(4) ?? "";
}

describe("a material change", () => {
  test("asks each confirmed signer of an earlier text once, in words that say what changed, and tells the log", async () => {
    const ada = await aSignerOf(open, 1, { email: "ada@example.org" });
    await aSignerOf(open, 1, { email: "sam@example.org", isNameShown: true });
    await changesLetter(open, NEW_TEXT);
    await worksOn();
    const mails = await askingMails(open);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(["ada@example.org", "sam@example.org"]);
    expect(mails.find(({ signatureId }) => signatureId === ada.id)?.props).toMatchObject({
      name: "Ada Lovelace", signedNumber: 1, changeSummary: "Amazon is asked too.", changesUrl: expect.stringMatching(/\/versions\/1\/since\?lang=en$/),
    });
    const log = await db.select().from(auditEntries).where(eq(auditEntries.campaignId, open.campaign.id));
    expect(log.map(({ act, title }) => `${act} ${title}`)).toEqual(expect.arrayContaining(["asked again 2 signers", "asked for Ask signers again: English, version 2"]));
    expect(log.find(({ act }) => act === "published")?.after).toMatchObject({ version: 2, material: true, change: "Amazon is asked too." });
    expect(JSON.stringify(log)).not.toContain("ada@");
  });

  test("asks nobody who is pending, suspect, removed, withdrawn or erased", async () => {
    await aSignerOf(open, 1, { email: "ada@example.org" });
    for (const state of ["pending", "suspect", "removed", "withdrawn"] as const) await aSignerOf(open, 1, { state });
    await aSignerOf(open, 1, { email: "" });
    await changesLetter(open, NEW_TEXT);
    await worksOn();
    expect((await askingMails(open)).map(({ to }) => to)).toEqual(["ada@example.org"]);
  });

  test("asks once under two jobs at once, and once more asks nobody", async () => {
    for (const email of ["ada@example.org", "sam@example.org"]) await aSignerOf(open, 1, { email });
    await changesLetter(open, NEW_TEXT);
    const [job] = await listJobs(open.campaign.id);
    const [row] = await db.select().from(jobs).where(eq(jobs.id, job?.id ?? ""));
    if (!row) throw new Error("There is no job.");
    await db.insert(jobs).values({ ...row, id: v7() });
    await Promise.all([worksOn(), worksOn(), worksOn()]);
    await late(EVENING);
    expect(await askingMails(open)).toHaveLength(2);
    const { id } = await newestVersion();
    expect((await readAskings(open.campaign.id)).get(id)).toEqual({ asked: 2, agreed: 0, isWhole: true });
  });

  test("of one language concerns the signers of that language alone", async () => {
    const german = await aLetter(open.campaign.id, { language: "de", title: "Liebe Händler" });
    await aSignerOf(open, 1, { email: "ada@example.org" });
    await aSignerOf(open, 1, { email: "greta@example.org", letterVersionId: german.id });
    await changesLetter(open, NEW_TEXT);
    await worksOn();
    expect((await askingMails(open)).map(({ to }) => to)).toEqual(["ada@example.org"]);
    expect(await underTexts(open, EVENING)).toEqual({ today: 1, earlier: 1 });
  });

  test("of a sample asks nobody; a first version is none, whatever is said", async () => {
    open = await aChangingLetter({ isSample: true });
    await aSignerOf(open, 1);
    await changesLetter(open, NEW_TEXT);
    await worksOn();
    expect(await askingMails(open)).toEqual([]);
    await expect(aLetter(open.campaign.id, { language: "de", isMaterial: true })).rejects.toThrow(/letter_versions/);
  });
});

describe("a change that is not material", () => {
  test("asks nobody, and counts both versions together", async () => {
    await aSignerOf(open, 1);
    await changesLetter(open, "Please sell only what’s safe.", { isMaterial: false, summary: "" });
    await worksOn();
    expect(await askingMails(open)).toEqual([]);
    expect(await underTexts(open, EVENING)).toBeUndefined();
    expect(await counted(open, EVENING)).toEqual([1, 0]);
  });

  test("after a material one is agreed to with it", async () => {
    const ada = await aSignerOf(open, 1);
    await changesLetter(open, NEW_TEXT);
    await changesLetter(open, `${NEW_TEXT} Now.`, { isMaterial: false, now: after(1, NOON) });
    expect(await agreeToText({ signatureId: ada.id, readNumber: 3 }, EVENING)).toEqual({ outcome: "agreed" });
    expect((await versionsSigned(ada.id)).map(({ number, how }) => `${how} ${number}`)).toEqual(["signed 1", "agreed 3"]);
  });
});

describe("agreeing", () => {
  test("twice is once, moves the signature to the new text and keeps what was signed when", async () => {
    const ada = await aSignerOf(open, 1);
    await aSignerOf(open, 1);
    await changesLetter(open, NEW_TEXT);
    await worksOn();
    expect(await underTexts(open, NOON)).toEqual({ today: 0, earlier: 2 });
    const outcomes = await Promise.all([1, 2, 3].map(() => agreeToText({ signatureId: ada.id, readNumber: 2 }, EVENING)));
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["agreed", "agreed before", "agreed before"]);
    expect(await versionsSigned(ada.id)).toEqual([
      { number: 1, language: "en", title: "Dear retailers", how: "signed", at: ada.createdAt },
      { number: 2, language: "en", title: "Dear retailers", how: "agreed", at: EVENING },
    ]);
    expect(await underTexts(open, after(1, EVENING))).toEqual({ today: 1, earlier: 1 });
    const { id } = await newestVersion();
    await countAgreements(after(30, EVENING));
    await countAgreements(after(40, EVENING));
    expect((await readAskings(open.campaign.id)).get(id)).toMatchObject({ asked: 2, agreed: 1 });
    expect((await askingMails(open)).map(({ signatureId, state }) => (signatureId === ada.id ? state : "")).filter(Boolean)).toEqual(["cancelled"]);
  });

  test("at the moment of withdrawing is withdrawn, whichever comes first", async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      open = await aChangingLetter();
      const ada = await aSignerOf(open, 1);
      await changesLetter(open, NEW_TEXT);
      const withdraw = () => withdrawSignature({ signatureId: ada.id, campaignSlug: open.campaign.slug }, EVENING);
      const agree = () => agreeToText({ signatureId: ada.id, readNumber: 2 }, EVENING);
      await Promise.all(turn % 2 ? [withdraw(), agree()] : [agree(), withdraw()]);
      expect((await stateOf(ada.id))?.state).toBe("withdrawn");
      expect(await agree()).toEqual({ outcome: "not confirmed" });
      expect(await counted(open, after(1, EVENING))).toEqual([0, 0]);
    }
  });

  test("to a text that has changed since asks anew", async () => {
    const ada = await aSignerOf(open, 1);
    await changesLetter(open, NEW_TEXT);
    await changesLetter(open, "Please sell nothing.", { now: after(1, NOON) });
    expect(await agreeToText({ signatureId: ada.id, readNumber: 2 }, EVENING)).toEqual({ outcome: "changed again" });
    expect(await agreeToText({ signatureId: ada.id, readNumber: 0 }, EVENING)).toEqual({ outcome: "changed again" });
    expect(await agreeToText({ signatureId: ada.id, readNumber: 3 }, EVENING)).toEqual({ outcome: "agreed" });
  });
});

describe("a newer material change", () => {
  test("takes the place of the question before: mail that has not left stays here, the old link leads to today's", async () => {
    const ada = await aSignerOf(open, 1, { email: "ada@example.org" });
    await changesLetter(open, NEW_TEXT);
    await worksOn();
    const [first] = await askingMails(open);
    await changesLetter(open, "Please sell nothing.", { summary: "Nothing at all.", now: after(1, NOON) });
    await worksOn();
    expect((await askingMails(open)).map(({ state, props }) => [state, props?.changeSummary])).toEqual([["cancelled", undefined], ["due", "Nothing at all."]]);
    const asked = async () => questionAbout((await findOwnSignature(tokenOf(first), ada.id, EVENING))?.letter.id ?? "");
    expect(await asked()).toMatchObject({ signed: { number: 1 }, change: { number: 3, changeSummary: "Nothing at all." } });
    await agreeToText({ signatureId: ada.id, readNumber: 3 }, EVENING);
    expect(await asked()).toBeUndefined();
  });

  test("ends the job that asks about the older one", async () => {
    await aSignerOf(open, 1, { email: "ada@example.org" });
    await changesLetter(open, NEW_TEXT);
    await changesLetter(open, "Please sell nothing.", { now: after(1, NOON) });
    await worksOn();
    expect(await askingMails(open)).toHaveLength(1);
    expect((await listJobs(open.campaign.id)).map(({ state, result }) => [state, result])).toEqual([["done", { asked: 1 }], ["done", { asked: 0 }]]);
  });
});

test("counts by version equal a plain count at every step of every life, and do not drift under two workers", async () => {
  const people = await Promise.all([0, 1, 2, 3].map((minute) => aSignerOf(open, 1, { confirmedAt: after(minute) })));
  const [ada, sam, grace, rosa] = people.map(({ id }) => id);
  const withdraw = (signatureId = "", now = NOON) => withdrawSignature({ signatureId, campaignSlug: open.campaign.slug }, now);
  const steps: [number, () => Promise<unknown>][] = [
    [0, () => changesLetter(open, NEW_TEXT)],
    [2, () => agreeToText({ signatureId: ada ?? "", readNumber: 2 }, after(2, NOON))],
    [4, () => withdraw(sam, after(4, NOON))],
    [6, () => aSignerOf(open, 2, { confirmedAt: after(6, NOON) })],
    [30, () => changesLetter(open, "Please sell nothing.", { now: after(30, NOON) })],
    [32, () => agreeToText({ signatureId: ada ?? "", readNumber: 3 }, after(32, NOON))],
    [34, () => withdraw(ada, after(34, NOON))],
    [60, () => db.update(signatures).set({ state: "confirmed", stateChangedAt: after(60, NOON) }).where(eq(signatures.id, sam ?? ""))],
    [62, () => db.update(signatures).set({ state: "removed", stateChangedAt: after(62, NOON) }).where(eq(signatures.id, grace ?? ""))],
    [64, () => agreeToText({ signatureId: rosa ?? "", readNumber: 3 }, after(64, NOON))],
    [66, () => signs(open, { email: "pending@example.org" }, after(66, NOON))],
  ];
  for (const [minute, step] of steps) {
    await step();
    const now = after(minute + 0.5, NOON);
    expect(await counted(open, now), `after minute ${minute}`).toEqual(await plainCounts(open));
    await Promise.all([counted(open, now), counted(open, now)]);
  }
  expect(await counted(open, after(90, NOON))).toEqual([1, 1, 1]);
  expect((await signatureOf(open, "pending@example.org")).state).toBe("pending");
});
