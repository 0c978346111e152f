import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { confirmByCode } from "#app/signatures/confirm-by-code.server.ts";
import { confirmSignature, denySignature } from "#app/signatures/confirm.server.ts";
import { countDueReminders } from "#app/signatures/count-reminders.server.ts";
import { remindSigners } from "#app/signatures/remind.server.ts";
import { sign } from "#app/signatures/sign.server.ts";
import { db } from "#db/client.server.ts";
import { campaigns, deliveries, signatures, suppressions } from "#db/schema/index.ts";
import { aSignature } from "#tests/build.ts";
import { clockStrikes } from "./clock-steps.ts";
import { after, anOpenLetter, DAY, HOUR, listMails, listSignatures, MORNING, newestMail, type OpenLetter, signatureOf, signs, signsAndConfirms, urls } from "./signing-steps.ts";

let open: OpenLetter;

beforeEach(async () => {
  await db.update(campaigns).set({ state: "closed" });
  open = await anOpenLetter();
});

async function remind(days: number) {
  return remindSigners(urls, undefined, after(days * DAY));
}

async function cards() {
  return (await listMails(open)).map(({ card, to }) => `${card} to ${to}`);
}

async function waits(given: Partial<typeof signatures.$inferInsert> = {}) {
  return aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { createdAt: MORNING, mailedAt: MORNING, ...given });
}

describe("whoever has not confirmed", () => {
  test("is reminded once, after the campaign's days and not before, whatever the hour and however often it is asked", async () => {
    await signs(open);
    expect([await remind(2.9), await remind(3), await remind(3), await remind(9)]).toEqual([0, 1, 0, 0]);
    expect(await cards()).toEqual(["confirm-signature to ada@example.org", "reminder to ada@example.org"]);
    expect((await signatureOf(open, "ada@example.org")).remindedAt).toEqual(after(3 * DAY));
  });

  test("is reminded once by several workers at once", async () => {
    for (const email of ["ada@example.org", "sam@example.org", "grace@example.org"]) await signs(open, { email, isNameShown: email < "b" });
    await Promise.all([1, 2, 3].map(() => remind(4)));
    await remind(4);
    expect((await cards()).filter((card) => card.startsWith("reminder")).toSorted()).toEqual(["reminder to ada@example.org", "reminder to grace@example.org", "reminder to sam@example.org"]);
  });

  test("can confirm by the reminder's link and by its code, and by the first mail's as before", async () => {
    for (const email of ["ada@example.org", "sam@example.org", "grace@example.org"]) await signs(open, { email });
    const first = (await listMails(open)).find(({ to }) => to === "grace@example.org");
    await remind(4);
    const mails = await listMails(open);
    const reminder = (email: string) => mails.find(({ card, to }) => card === "reminder" && to === email);
    const [ada, sam] = [reminder("ada@example.org"), reminder("sam@example.org")];
    const confirm = (token = "") => confirmSignature(token, { releasedMessageIds: [] }, after(4 * DAY + 5));
    expect(await confirm(ada?.token)).toMatchObject({ outcome: "confirmed" });
    expect(await confirmByCode({ campaignId: open.campaign.id, email: "sam@example.org", code: sam?.code ?? "", sessionToken: undefined }, after(4 * DAY + 5))).toMatchObject({ outcome: "confirmed" });
    expect(await confirm(first?.token)).toMatchObject({ outcome: "confirmed" });
  });

  test("can say by the reminder that it wasn't them, and is forgotten at once", async () => {
    await signs(open);
    await remind(4);
    expect(await denySignature((await newestMail(open)).token, after(4 * DAY + 5))).toEqual({ outcome: "removed" });
    expect(await listSignatures(open)).toEqual([]);
  });

  test("is told by when the request ends, and the reminder does not make it end later", async () => {
    await signs(open);
    await remind(4);
    const [mail] = await db.select().from(deliveries).where(eq(deliveries.card, "reminder")).orderBy(deliveries.id);
    expect(mail).toBeDefined();
    const { token } = await newestMail(open);
    const [{ props } = {}] = await db.select().from(deliveries).where(eq(deliveries.campaignId, open.campaign.id)).orderBy(deliveries.id).offset(1);
    expect(props).toMatchObject({ endsInDays: 26, signedOn: "2 March 2026" });
    expect(await confirmSignature(token, { releasedMessageIds: [] }, after(30 * DAY))).toMatchObject({ outcome: "expired" });
  });

  test("and was mailed again counts from then", async () => {
    await signs(open);
    await signs(open, {}, after(2 * DAY));
    expect([await remind(3), await remind(4), await remind(5), await remind(6)]).toEqual([0, 0, 1, 0]);
  });

  test("is looked at in batches, and none of one instant is passed over", async () => {
    const row = { campaignId: open.campaign.id, letterVersionId: open.letter.id, name: "Ada", country: "GB", createdAt: MORNING, mailedAt: MORNING };
    const people = Array.from({ length: 1_203 }, (_, n) => ({ ...row, email: `p${n}@example.org`, canonicalEmail: `p${n}@example.org`, isNameShown: n % 2 === 0, comment: n % 3 === 0 ? "Why." : null }));
    await db.insert(signatures).values(people);
    expect(await countDueReminders(open.campaign, after(4 * DAY), 10_000)).toBe(1_203);
    expect(await remind(4)).toBe(1_203);
    expect(await countDueReminders(open.campaign, after(4 * DAY), 10_000)).toBe(0);
    expect(new Set((await cards()))).toHaveLength(1_203);
  });
});

describe("nobody is reminded", () => {
  test("who is suspect, removed, withdrawn or confirmed", async () => {
    await signsAndConfirms(open);
    for (const state of ["suspect", "removed", "withdrawn"] as const) await waits({ state });
    expect(await remind(4)).toBe(0);
  });

  test.each([
    ["of a campaign that is paused", { state: "paused" as const }],
    ["of a campaign that is closed", { state: "closed" as const }],
    ["of a sample, whose signers are made up", { isSample: true }],
    ["of a campaign that mails no reminder", { remindAfterDays: null }],
    ["of a campaign that forgets within a day", { unconfirmedDays: 1 }],
  ])("%s", async (_, change) => {
    await waits();
    await db.update(campaigns).set(change).where(eq(campaigns.id, open.campaign.id));
    expect(await remind(4)).toBe(0);
  });

  test("whose address takes no mail of ours", async () => {
    await waits({ email: "Gone@Example.org" });
    await db.insert(suppressions).values({ address: "gone@example.org", reason: "bounce" });
    expect(await remind(4)).toBe(0);
  });

  test("whose request is over", async () => {
    await waits();
    expect(await remind(31)).toBe(0);
  });

  test("before whoever signed while no worker was there has had their first mail", async () => {
    await signs(open);
    await waits({ email: "sam@example.org" });
    await sign({ ...open, values: { name: "Grace", email: "grace@example.org", country: "GB", postcode: null, comment: null, isNameShown: false, updates: false } }, MORNING);
    expect(await remind(4)).toBe(0);
  });
});

test("a paused campaign's reminders come when it goes on", async () => {
  await signs(open);
  await db.update(campaigns).set({ state: "paused" }).where(eq(campaigns.id, open.campaign.id));
  expect(await remind(4)).toBe(0);
  await db.update(campaigns).set({ state: "open" }).where(eq(campaigns.id, open.campaign.id));
  expect(await remind(8)).toBe(1);
});

test("the schedule at set times: mailed, reminded on the third day, forgotten after the thirtieth", async () => {
  await signs(open);
  await clockStrikes(after(2 * DAY));
  expect(await cards()).toHaveLength(1);
  await clockStrikes(after(3 * DAY + HOUR));
  expect(await cards()).toEqual(["confirm-signature to ada@example.org", "reminder to ada@example.org"]);
  await clockStrikes(after(29 * DAY));
  expect(await listSignatures(open)).toHaveLength(1);
  await clockStrikes(after(30 * DAY + 1));
  expect(await listSignatures(open)).toEqual([]);
  expect(await cards()).toEqual([]);
});
