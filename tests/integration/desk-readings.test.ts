import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { readNumbers } from "#app/desk/numbers/numbers.server.ts";
import { readOverviews } from "#app/desk/overview.server.ts";
import { countWaitingMessages } from "#app/desk/roll-ups/count-waiting-messages.server.ts";
import { rollUp } from "#app/desk/roll-ups/roll-up.server.ts";
import { readDeskTargets } from "#app/desk/targets.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { db } from "#db/client.server.ts";
import { deliveries, messages } from "#db/schema/index.ts";
import { aCampaign, aLetter, aSignature, aTarget } from "#tests/build.ts";

const TEN_TO_THREE = new Date("2026-03-02T14:50:00Z");
const UNRESTED = { rests: 0 };

async function aLetterToSign(given: Parameters<typeof aCampaign>[0] = {}) {
  const campaign = await aCampaign(given);
  const letter = await aLetter(campaign.id);
  return { campaign, signed: { campaignId: campaign.id, letterVersionId: letter.id } };
}

let open: Awaited<ReturnType<typeof aLetterToSign>>;

beforeEach(async () => {
  open = await aLetterToSign();
});

/** Confirmed at an instant, having been asked for just then. */
function confirmedAt(at: string, given: Parameters<typeof aSignature>[1] = {}) {
  const instant = new Date(at);
  return aSignature(open.signed, { createdAt: instant, confirmedAt: instant, stateChangedAt: instant, ...given });
}

async function counted(now = TEN_TO_THREE) {
  await Promise.all([tallySignatures(now), rollUp(now, UNRESTED), countWaitingMessages(now, UNRESTED)]);
  return readNumbers(open.campaign.id, now);
}

describe("today's numbers", () => {
  test("stand beside yesterday's and the same weekday's, by the hour and by this time of day, and only when confirmed", async () => {
    const confirmed = [
      "2026-03-02T00:00:00Z", "2026-03-02T14:10:00Z", "2026-03-02T14:49:00Z",
      "2026-03-01T14:30:00Z", "2026-03-01T23:59:59Z",
      "2026-02-23T14:10:00Z", "2026-02-23T14:55:00Z", "2026-02-22T14:10:00Z",
    ];
    for (const at of confirmed) await confirmedAt(at);
    await confirmedAt("2026-03-02T10:00:00Z", { state: "withdrawn" });
    await aSignature(open.signed, { createdAt: new Date("2026-03-02T09:00:00Z") });

    const { today, days } = await counted();
    expect(today.confirmed).toEqual({ today: 3, yesterday: 2, yesterdayByNow: 1, lastWeek: 2, lastWeekByNow: 1 });
    expect(today.byHour).toHaveLength(24);
    expect(today.byHour[14]).toEqual({ hour: 14, today: 2, yesterday: 1, lastWeek: 2 });
    expect(today.weekday).toBe("Monday");
    expect(days).toHaveLength(14);
    expect(days.at(-1)).toEqual({ day: "2026-03-02", created: 5, confirmed: 3 });
  });

  test("know a confirmation of this minute before the clock has counted it", async () => {
    await counted();
    await confirmedAt("2026-03-02T14:50:10Z");
    expect((await readNumbers(open.campaign.id, new Date("2026-03-02T14:50:30Z"))).today.confirmed.today).toBe(1);
  });

  test("say where signers came from, where they live, and who carries their mail", async () => {
    await confirmedAt("2026-03-02T10:00:00Z", { source: "newsletter", country: "FR", email: "ada@gmail.com" });
    await confirmedAt("2026-02-20T10:00:00Z", { source: "newsletter", email: "sam@gmail.com" });
    await aSignature(open.signed, { createdAt: new Date("2026-03-01T10:00:00Z"), email: "grace@example.org" });
    await confirmedAt("2026-01-01T10:00:00Z", { source: "long-ago" });
    for (const name of ["a", "b", "c"]) await confirmedAt("2026-02-20T10:00:00Z", { source: "newsletter", email: `${name}@gmail.com` });
    const { sources, countries, providers } = await counted();
    expect(sources).toEqual([{ value: "newsletter", created: 5, confirmed: 5 }, { value: "(none)", created: 1, confirmed: 0 }]);
    expect(countries).toEqual([{ value: "GB", created: 5, confirmed: 4 }, { value: "FR", created: 1, confirmed: 1 }]);
    expect(providers.map(({ value, hasFallen }) => [value, hasFallen])).toEqual([["gmail.com", false], ["(other)", false]]);
  });

  test("of a campaign that nobody has signed are nothing, and say so", async () => {
    const numbers = await readNumbers(open.campaign.id, TEN_TO_THREE);
    expect(numbers).toMatchObject({ sources: [], countries: [], providers: [], mailToSigners: [], mailToRetailers: [], countedAt: null });
  });
});

describe("the list of campaigns", () => {
  test("holds today against yesterday, with the fortnight", async () => {
    await confirmedAt("2026-03-02T10:00:00Z");
    await confirmedAt("2026-03-01T10:00:00Z");
    await confirmedAt("2026-03-01T11:00:00Z");
    await confirmedAt("2026-02-17T11:00:00Z");
    await confirmedAt("2026-02-16T11:00:00Z");
    await counted();
    const overview = (await readOverviews([open.campaign.id], TEN_TO_THREE)).get(open.campaign.id);
    expect(overview).toMatchObject({ confirmedToday: 1, confirmedYesterday: 2 });
    expect(overview?.byDay.map(({ confirmed }) => confirmed)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1]);
  });
});

test("a target shows its messages as the clock counted them, test copies apart", async () => {
  const target = await aTarget(open.campaign.id);
  const ada = await confirmedAt("2026-03-02T10:00:00Z");
  const values = { signatureId: ada.id, targetId: target.id, subject: "Please", body: "Please", replyRoute: "campaign" } as const;
  const [message] = await db.insert(messages).values({ ...values, state: "queued", releasedAt: TEN_TO_THREE }).returning();
  const mail = { card: "demands", toAddress: "care@corner.shop", priority: 2, campaignId: open.campaign.id, messageId: message?.id ?? null, contactId: target.contactId, createdAt: TEN_TO_THREE, stateChangedAt: TEN_TO_THREE } as const;
  await db.insert(deliveries).values([{ ...mail, state: "delivered" }, { ...mail, state: "delivered", isTest: true }]);
  await counted();
  expect(await readDeskTargets(open.campaign.id, TEN_TO_THREE)).toMatchObject([{ messages: { sent: 1, delivered: 1, failed: 0, waiting: 0 } }]);
  await db.update(deliveries).set({ state: "bounced" }).where(eq(deliveries.campaignId, open.campaign.id));
  await counted();
  expect(await readDeskTargets(open.campaign.id, TEN_TO_THREE)).toMatchObject([{ messages: { sent: 0, delivered: 0, failed: 1 } }]);
});
