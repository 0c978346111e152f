import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { countWaitingMessages } from "#app/desk/roll-ups/count-waiting-messages.server.ts";
import { rollUp } from "#app/desk/roll-ups/roll-up.server.ts";
import { denySignature } from "#app/signatures/confirm.server.ts";
import { db } from "#db/client.server.ts";
import { countedDays, countMarks, dailyCounts, deliveries, hourlyCounts, mailEvents, messages, openings, signatures, targetCounts, targetMailCounts } from "#db/schema/index.ts";
import { aSignature, aTarget } from "#tests/build.ts";
import { after, anOpenLetter, DAY, HOUR, MORNING, newestMail, type OpenLetter, signs } from "./signing-steps.ts";

const UNRESTED = { rests: 0 };
let open: OpenLetter;

beforeEach(async () => {
  open = await anOpenLetter();
});

function has(given: Parameters<typeof aSignature>[1]) {
  const at = given?.confirmedAt ?? given?.createdAt ?? MORNING;
  return aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { createdAt: at, stateChangedAt: at, ...given });
}

async function hours() {
  const rows = await db.select().from(hourlyCounts).where(eq(hourlyCounts.campaignId, open.campaign.id)).orderBy(asc(hourlyCounts.hour));
  return Object.fromEntries(rows.map(({ hour, created, confirmed }) => [hour.toISOString().slice(0, 13), [created, confirmed]]));
}

async function values(by: (typeof dailyCounts.$inferSelect)["by"], on = "2026-03-02") {
  const rows = await db.select().from(dailyCounts).where(eq(dailyCounts.campaignId, open.campaign.id)).orderBy(asc(dailyCounts.value));
  return Object.fromEntries(rows.filter((row) => row.by === by && row.day === on).map(({ value, created, confirmed }) => [value, [created, confirmed]]));
}

/** What a plain count says of all signatures, hour by hour and value by value. */
async function counted() {
  const rows = await db.select().from(signatures).where(eq(signatures.campaignId, open.campaign.id));
  const byHour = tally(rows.flatMap((row) => [
    { key: row.createdAt.toISOString().slice(0, 13), created: 1, confirmed: 0 },
    ...(row.confirmedAt && row.state === "confirmed" ? [{ key: row.confirmedAt.toISOString().slice(0, 13), created: 0, confirmed: 1 }] : []),
  ]));
  const byValue = tally(rows.flatMap((row) =>
    [["all", "all"], ["country", row.country], ["source", row.source ?? "(none)"], ["mail domain", row.canonicalEmail.split("@")[1]]].map((parts) => ({
      key: [row.createdAt.toISOString().slice(0, 10), ...parts].join(" "), created: 1, confirmed: row.state === "confirmed" ? 1 : 0,
    })),
  ));
  return { byHour, byValue };
}

function tally(parts: { key: string; created: number; confirmed: number }[]) {
  const sums: Record<string, number[]> = {};
  for (const { key, created, confirmed } of parts) sums[key] = [(sums[key]?.[0] ?? 0) + created, (sums[key]?.[1] ?? 0) + confirmed];
  return sums;
}

async function rolledUp() {
  const rows = await db.select().from(dailyCounts).where(eq(dailyCounts.campaignId, open.campaign.id));
  const byHour = Object.fromEntries(Object.entries(await hours()).filter(([, counts]) => counts.some((count) => count > 0)));
  return { byHour, byValue: Object.fromEntries(rows.map(({ day, by, value, created, confirmed }) => [`${day} ${by} ${value}`, [created, confirmed]])) };
}

/** The same numbers every time. */
function diceOf(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

describe("counts by the hour and day", () => {
  test("equal a plain count after every round of two hundred changes in any order", async () => {
    const dice = diceOf(1902);
    const known: (typeof signatures.$inferSelect)[] = [];
    for (let turn = 0; turn < 200; turn += 1) {
      const now = after(turn * 23);
      const earlier = known.length > 0 ? known[dice(known.length)] : undefined;
      if (!earlier || dice(3) === 0) {
        const isLate = dice(4) === 0;
        known.push(await has({
          email: `ada-${turn}@${["gmail.com", "example.org", "mail.example"][dice(3)]}`,
          country: ["GB", "FR", "VN"][dice(3)] ?? "GB",
          source: ["newsletter", "poster", null][dice(3)] ?? null,
          createdAt: isLate ? after(-dice(5), now) : now,
          stateChangedAt: now,
        }));
      } else {
        const isFirst = earlier.confirmedAt === null;
        const state = (["confirmed", "withdrawn", "confirmed", "removed"] as const)[dice(4)] ?? "confirmed";
        const confirmedAt = isFirst && state === "confirmed" ? now : earlier.confirmedAt;
        if (confirmedAt === null) continue;
        await db.update(signatures).set({ state, stateChangedAt: now, confirmedAt }).where(eq(signatures.id, earlier.id));
        Object.assign(earlier, { confirmedAt });
      }
      if (dice(5) > 0) continue;
      await rollUp(after(0.5, now), UNRESTED);
      expect(await rolledUp(), `after turn ${turn}`).toEqual(await counted());
    }
    await rollUp(after(300 * 23), UNRESTED);
    expect(await rolledUp()).toEqual(await counted());
  });

  test("a signature is confirmed in the hour of its confirmation, and belongs to the day it was asked for", async () => {
    await has({ createdAt: after(-10 * HOUR), confirmedAt: after(0), email: "ada@gmail.com", source: "newsletter" });
    await rollUp(after(1), UNRESTED);
    expect(await hours()).toEqual({ "2026-03-01T23": [1, 0], "2026-03-02T09": [0, 1] });
    expect(await values("source", "2026-03-01")).toEqual({ newsletter: [1, 1] });
    expect(await values("source")).toEqual({});
  });

  test("withdrawn weeks later, it leaves its hour; that it was asked for stays", async () => {
    const ada = await has({ confirmedAt: after(0) });
    await has({ createdAt: after(1), email: "sam@example.org" });
    await rollUp(after(2), UNRESTED);
    expect(await hours()).toEqual({ "2026-03-02T09": [2, 1] });
    const weeksLater = after(40 * DAY);
    await rollUp(weeksLater, UNRESTED);
    await db.delete(signatures).where(eq(signatures.email, "sam@example.org"));
    await db.update(signatures).set({ state: "withdrawn", stateChangedAt: weeksLater }).where(eq(signatures.id, ada.id));
    await rollUp(after(1, weeksLater), UNRESTED);
    expect(await hours()).toEqual({ "2026-03-02T09": [2, 0] });
    expect(await values("all")).toEqual({ all: [2, 0] });
    expect(await values("country")).toEqual({ GB: [2, 0] });
  });

  test("a day that the clock missed is counted whole", async () => {
    await has({ createdAt: after(0) });
    await rollUp(after(1), UNRESTED);
    await has({ createdAt: after(5 * HOUR), confirmedAt: after(6 * HOUR) });
    await has({ createdAt: after(DAY) });
    await rollUp(after(3 * DAY), UNRESTED);
    expect(await hours()).toEqual({ "2026-03-02T09": [1, 0], "2026-03-02T14": [1, 0], "2026-03-02T15": [0, 1], "2026-03-03T09": [1, 0] });
  });

  test("only the largest twenty mail domains of a day are named", async () => {
    for (let turn = 0; turn < 23; turn += 1) await has({ email: `ada@mail-${String(turn).padStart(2, "0")}.example` });
    await has({ email: "sam@mail-22.example", confirmedAt: after(1) });
    await rollUp(after(2), UNRESTED);
    const named = await values("mail domain");
    expect(Object.keys(named)).toHaveLength(21);
    expect(named).toMatchObject({ "mail-22.example": [2, 1], "(other)": [3, 0] });
  });

  test("one who says that it was not them is not counted among today's requests", async () => {
    await signs(open);
    const { token } = await newestMail(open);
    await signs(open, { email: "sam@example.org" });
    await rollUp(after(1), UNRESTED);
    await denySignature(token, after(2));
    await has({ createdAt: after(3) });
    await rollUp(after(4), UNRESTED);
    expect(await hours()).toEqual({ "2026-03-02T09": [2, 0] });
  });

  test("a first round over a long past stops when its time is up, and the next ones go on", async () => {
    for (let day = 0; day < 12; day += 1) await has({ confirmedAt: after(day * DAY) });
    const now = after(11 * DAY + 1);
    await rollUp(now, { roundMs: 20_000 });
    for (const table of [countMarks, countedDays, hourlyCounts, dailyCounts]) await db.delete(table).where(eq(table.campaignId, open.campaign.id));
    expect(await rollUp(now, { rests: 1_000_000, roundMs: 0 })).toBe(1);
    expect(Object.keys(await hours())).toEqual(["2026-03-13T09"]);
    let rounds = 1;
    while ((await rollUp(now, { rests: 1_000_000, roundMs: 0 })) > 0) rounds += 1;
    expect(rounds).toBe(12);
    expect(await rolledUp()).toEqual(await counted());
  });

  test("several workers at once count as one, and again is the same", async () => {
    for (let hour = 0; hour < 5; hour += 1) await has({ confirmedAt: after(hour * HOUR) });
    const now = after(DAY);
    await Promise.all([rollUp(now, UNRESTED), rollUp(now, UNRESTED), rollUp(now, UNRESTED)]);
    await rollUp(now, UNRESTED);
    expect(await rolledUp()).toEqual(await counted());
  });

  test("a day in which nothing changed is left alone, and one that took long rests", async () => {
    await has({ confirmedAt: after(0) });
    await rollUp(after(1), UNRESTED);
    const countedAt = async () => (await db.select().from(countedDays).where(eq(countedDays.campaignId, open.campaign.id)))[0]?.countedAt;
    await rollUp(after(10), UNRESTED);
    await rollUp(after(60), UNRESTED);
    expect(await countedAt()).toEqual(after(10));
    await has({ confirmedAt: after(61) });
    await rollUp(after(61), { rests: 10_000_000 });
    await rollUp(after(62), UNRESTED);
    expect(await countedAt()).toEqual(after(61));
    expect(await db.select().from(countMarks).where(eq(countMarks.campaignId, open.campaign.id))).toMatchObject([{ lookedThrough: expect.any(Date) }]);
  });
});

describe("mail", () => {
  async function hasMail(state: (typeof deliveries.$inferInsert)["state"] & string, given: Partial<typeof deliveries.$inferInsert> = {}) {
    const [mail] = await db
      .insert(deliveries)
      .values({ card: "demands", toAddress: "care@corner-shop.example", priority: 2, campaignId: open.campaign.id, state, createdAt: MORNING, stateChangedAt: MORNING, ...given })
      .returning();
    if (!mail) throw new Error("No mail was written.");
    return mail;
  }

  test("is counted by the day it was written and by what became of it, to signers and to retailers apart", async () => {
    const ada = await has({ confirmedAt: after(0) });
    const target = await aTarget(open.campaign.id);
    const sent = await hasMail("sent", { contactId: target.contactId });
    await hasMail("delivered", { card: "confirm-signature", signatureId: ada.id });
    await hasMail("failed", { isTest: true });
    await rollUp(after(1), UNRESTED);
    expect(await values("mail to retailers")).toEqual({ sent: [1, 0] });
    expect(await values("mail to signers")).toEqual({ delivered: [1, 0] });

    await db.update(deliveries).set({ state: "bounced", stateChangedAt: after(2 * DAY) }).where(eq(deliveries.id, sent.id));
    await rollUp(after(2 * DAY + 1), UNRESTED);
    expect(await values("mail to retailers")).toEqual({ bounced: [1, 0] });
    expect(await db.select().from(targetMailCounts).where(eq(targetMailCounts.targetId, target.id))).toMatchObject([{ day: "2026-03-02", state: "bounced", count: 1 }]);
  });

  test("what the provider tells hours late still moves its day", async () => {
    const sent = await hasMail("sent", { providerId: "late-1" });
    await rollUp(after(1), UNRESTED);
    await rollUp(after(DAY), UNRESTED);
    await db.update(deliveries).set({ state: "delivered", stateChangedAt: after(2) }).where(eq(deliveries.id, sent.id));
    await db.insert(mailEvents).values({ id: "late", type: "email.delivered", providerId: "late-1", occurredAt: after(2), receivedAt: after(DAY + 1) });
    await rollUp(after(DAY + 2), UNRESTED);
    expect(await values("mail to retailers")).toEqual({ delivered: [1, 0] });
  });
});

test("messages that wait are counted by target, only once their signer is confirmed, and so are those opened", async () => {
  const [shop, market] = [await aTarget(open.campaign.id), await aTarget(open.campaign.id, { name: "Big Market" })];
  const [ada, sam] = [await has({ confirmedAt: after(0) }), await has({})];
  const released = { subject: "Please", body: "Please", replyRoute: "campaign", releasedAt: after(1) } as const;
  await db.insert(messages).values([
    { signatureId: ada.id, targetId: shop.id, ...released },
    { signatureId: sam.id, targetId: shop.id, ...released },
  ]);
  await db.insert(openings).values({ signatureId: ada.id, targetId: market.id, program: "mailto" });
  await countWaitingMessages(after(2), UNRESTED);
  const counts = async (targetId: string) => (await db.select().from(targetCounts).where(eq(targetCounts.targetId, targetId)))[0];
  expect(await counts(shop.id)).toMatchObject({ waiting: 1, oldestWaitingAt: after(1), opened: 0 });
  expect(await counts(market.id)).toMatchObject({ waiting: 0, oldestWaitingAt: null, opened: 1 });
  await db.update(messages).set({ state: "cancelled" }).where(eq(messages.targetId, shop.id));
  await countWaitingMessages(after(3), UNRESTED);
  expect(await counts(shop.id)).toMatchObject({ waiting: 0, oldestWaitingAt: null });
});
