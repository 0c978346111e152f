import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { readCampaignLimits, saveLimits } from "#app/desk/screening/limits.server.ts";
import { addRule, listRules, removeRule } from "#app/desk/screening/rules.server.ts";
import { DEFAULT_LIMITS } from "#app/signatures/screening/limits.ts";
import { db } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/index.ts";
import { aCampaign, anOrganizer } from "#tests/build.ts";

let campaignId: string;
let grace: Awaited<ReturnType<typeof anOrganizer>>;

beforeEach(async () => {
  campaignId = (await aCampaign()).id;
  grace = await anOrganizer(campaignId, { email: `grace-${campaignId}@coalition.example` });
});

function logged() {
  return db.select().from(auditEntries).where(eq(auditEntries.campaignId, campaignId)).orderBy(auditEntries.id);
}

describe("limits", () => {
  test("are the house's own until somebody changes them, and the log tells what was changed", async () => {
    const { limits, opened } = await readCampaignLimits(campaignId);
    expect(limits).toEqual(DEFAULT_LIMITS);
    const tighter = { ...limits, networkBurst: { signings: 5, seconds: 60 } };
    expect(await saveLimits({ campaignId, by: grace.id, limits: tighter, ...opened })).toEqual({ outcome: "saved" });
    expect((await readCampaignLimits(campaignId)).limits).toEqual(tighter);
    expect(await logged()).toMatchObject([{ act: "changed", subject: "settings", before: { networkBurstSignings: 20 }, after: { networkBurstSignings: 5 } }]);
  });

  test("of two who change them at once the second is told of the first", async () => {
    const { limits, opened } = await readCampaignLimits(campaignId);
    const to = (signings: number) => saveLimits({ campaignId, by: grace.id, limits: { ...limits, clientBurst: { signings, seconds: 60 } }, ...opened });
    expect((await to(2)).outcome).toBe("saved");
    expect(await to(3)).toMatchObject({ outcome: "changed meanwhile", theirs: { clientBurstSignings: 2 } });
    expect((await readCampaignLimits(campaignId)).limits.clientBurst.signings).toBe(2);
  });
});

describe("rules", () => {
  const block = (value: string, kind: "mail domain" | "network" = "mail domain", sure = false) =>
    addRule({ campaignId, by: grace.id, kind, verdict: "block", value, note: "Seen tonight.", sure });

  test("are added once, taken away once, and stand in the log", async () => {
    expect(await block("bots.example")).toEqual({ outcome: "added" });
    expect(await block("bots.example")).toEqual({ outcome: "there already" });
    const [rule] = await listRules(campaignId);
    expect(rule).toMatchObject({ verdict: "block", value: "bots.example", note: "Seen tonight.", by: "Grace Hopper" });
    const away = { campaignId, by: grace.id, rule: rule?.id ?? "" };
    expect(await removeRule({ ...away, campaignId: (await aCampaign()).id })).toEqual({ outcome: "not there" });
    expect(await removeRule(away)).toEqual({ outcome: "removed" });
    expect(await removeRule(away)).toEqual({ outcome: "not there" });
    expect((await logged()).map(({ act, title }) => `${act} ${title}`)).toEqual(["created block mail domain bots.example", "deleted block mail domain bots.example"]);
  });

  test("block and allow one value never both, under any race", async () => {
    const allow = () => addRule({ campaignId, by: grace.id, kind: "network", verdict: "allow", value: "203.0.113.0/24", note: "", sure: false });
    const outcomes = await Promise.all([block("203.0.113.0/24", "network"), allow()]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["added", "the other way round"]);
    expect(await listRules(campaignId)).toHaveLength(1);
  });

  test("ask first before a large provider, its alias, or the team's own domain is blocked", async () => {
    for (const value of ["gmail.com", "googlemail.com", "coalition.example"]) expect(await block(value)).toMatchObject({ outcome: "ask first" });
    expect(await listRules(campaignId)).toEqual([]);
    expect(await block("googlemail.com", "mail domain", true)).toEqual({ outcome: "added" });
    expect((await listRules(campaignId)).map(({ value }) => value)).toEqual(["gmail.com"]);
  });
});
