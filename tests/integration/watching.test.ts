import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { readMinutes, readToday } from "#app/desk/watching/read.server.ts";
import { seeFinding } from "#app/desk/watching/see-finding.server.ts";
import { watchSignings } from "#app/desk/watching/watch.server.ts";
import { readWaiting } from "#app/desk/waiting/read.server.ts";
import { paths } from "#app/http/paths.ts";
import { WAITING_KINDS } from "#app/http/waiting-kinds.server.ts";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { db, sql } from "#db/client.server.ts";
import { deliveries, screeningFindings, signings } from "#db/schema/index.ts";
import { anOrganizer } from "#tests/build.ts";
import { after, anOpenLetter, MORNING, type OpenLetter, urls } from "./signing-steps.ts";
import { manySign } from "./desk-list-steps.ts";

const alertUrls = { screening: (slug: string) => `https://countersign.example/organize/campaigns/${slug}/screening` };

let open: OpenLetter;
let people: number;

beforeEach(async () => {
  open = await anOpenLetter();
  people = 0;
});

interface Crowd {
  count: number;
  network?: string;
  domain?: string;
  name?: string;
  isTrapped?: boolean;
}

/** So many new signatures, looked at by the worker. */
async function crowdSigns({ count, network, domain = "gmail.com", name, isTrapped = false }: Crowd, now = MORNING) {
  const first = people;
  people += count;
  const emailOf = (number: number) => `person-${first + number}-${open.campaign.slug}@${domain}`;
  const nameOf = (number: number) => name ?? `Person ${first + number}`;
  await manySign({ ...open, grace: await anOrganizer(open.campaign.id, { role: "viewer" }) }, count, (number) => ({
    name: nameOf(number), nameKey: nameOf(number).toLowerCase(), email: emailOf(number), canonicalEmail: emailOf(number), createdAt: now,
  }));
  await db.insert(signings).values(Array.from({ length: count }, (_, number) => ({
    campaignId: open.campaign.id, canonicalEmail: emailOf(number), nameKey: nameOf(number).toLowerCase(), isNew: true, isTrapped, createdAt: now,
    network: network ?? `10.${(first + number) % 250}.${number % 250}.0/24`,
  })));
  await screenSignings(urls, undefined, now);
}

async function found() {
  return db.select().from(screeningFindings).where(eq(screeningFindings.campaignId, open.campaign.id)).orderBy(screeningFindings.createdAt);
}

async function alerts() {
  return db.select().from(deliveries).where(and(eq(deliveries.campaignId, open.campaign.id), eq(deliveries.card, "unusual-signing")));
}

describe("the watch over signings", () => {
  test("finds a network, a mail domain and a name that stand out, once an hour, and mails organizers what it may say", async () => {
    const [grace, owen] = [await anOrganizer(open.campaign.id), await anOrganizer(open.campaign.id, { role: "owner" })];
    await anOrganizer(open.campaign.id, { role: "reviewer" });
    await crowdSigns({ count: 100 });
    await crowdSigns({ count: 80, network: "203.0.113.0/24", domain: "bots.example", isTrapped: true });
    await crowdSigns({ count: 30, name: "John Smith" });
    for (const minutes of [1, 2]) await watchSignings(alertUrls, after(minutes));
    expect((await found()).map(({ kind, value, signings: count, ofSignings }) => [kind, value, count, ofSignings]).toSorted()).toEqual([
      ["mail domain", "bots.example", 80, 210], ["name", "john smith", 30, 210], ["network", "203.0.113.0/24", 80, 210],
    ]);
    const mails = await alerts();
    expect(mails.map(({ toAddress }) => toAddress).toSorted()).toEqual([grace.email, owen.email].toSorted());
    expect(mails[0]?.props).toMatchObject({ signings: 210, heldBack: 80, url: alertUrls.screening(open.campaign.slug) });
    expect(JSON.stringify(mails[0]?.props)).toContain("203.0.113.0/24: 80 signings within an hour");
    expect(JSON.stringify(mails)).not.toMatch(/john|smith|person-/i);
  });

  test("leaves an honest crowd at a large provider alone, and what a campaign is used to", async () => {
    await crowdSigns({ count: 400 });
    await watchSignings(alertUrls, after(1));
    expect(await found()).toEqual([]);
    await crowdSigns({ count: 300, network: "198.51.100.0/24" }, after(-600));
    await crowdSigns({ count: 300 }, after(-600));
    await crowdSigns({ count: 120, network: "198.51.100.0/24" }, after(2));
    await watchSignings(alertUrls, after(3));
    expect((await found()).map(({ value }) => value)).not.toContain("198.51.100.0/24");
  });

  test("mails at most once an hour, and what came meanwhile with the next", async () => {
    await anOrganizer(open.campaign.id);
    await crowdSigns({ count: 80, network: "203.0.113.0/24" });
    await watchSignings(alertUrls, after(1));
    await crowdSigns({ count: 80, network: "192.0.2.0/24" }, after(10));
    await watchSignings(alertUrls, after(11));
    expect(await alerts()).toHaveLength(1);
    await watchSignings(alertUrls, after(61.5));
    expect(await alerts()).toHaveLength(2);
    await crowdSigns({ count: 80, network: "203.0.113.0/24" }, after(70));
    await watchSignings(alertUrls, after(71));
    expect(await found()).toHaveLength(3);
    await watchSignings(alertUrls, after(8 * 24 * 60));
    expect(await found()).toEqual([]);
    expect(await sql`select from screening_counts where campaign_id = ${open.campaign.id}`).toHaveLength(0);
  });

  test("waits on the desk with the way to its list, until somebody has seen it", async () => {
    await crowdSigns({ count: 80, network: "203.0.113.0/24" });
    await watchSignings(alertUrls, after(1));
    const waits = async () => (await readWaiting(WAITING_KINDS, { ...open.campaign, role: "owner" }, after(2))).find(({ name }) => name === "unusual-signing");
    const waiting = await waits();
    expect(waiting).toMatchObject({ count: 1, path: paths.deskScreening(open.campaign.slug) });
    expect(waiting?.things).toMatchObject([{
      words: "203.0.113.0/24: 80 of 80 signings within an hour", path: `${paths.deskSignatures(open.campaign.slug)}?network=203.0.113.0%2F24`,
    }]);
    const { id: by } = await anOrganizer(open.campaign.id);
    const seen = { campaignId: open.campaign.id, finding: waiting?.things[0]?.id ?? "", by };
    expect(await seeFinding({ ...seen, finding: "nothing" })).toEqual({ outcome: "not there" });
    expect(await seeFinding(seen)).toEqual({ outcome: "seen" });
    expect(await seeFinding(seen)).toEqual({ outcome: "seen before" });
    expect(await waits()).toBeUndefined();
  });

  test("shows the last hour by the minute, and what was held back today and why", async () => {
    await crowdSigns({ count: 5 });
    await crowdSigns({ count: 3, isTrapped: true }, after(1));
    const minutes = await readMinutes(open.campaign.id, after(2));
    expect(minutes).toHaveLength(60);
    expect(minutes.slice(-3)).toEqual([
      { at: MORNING, signings: 5, heldBack: 0 }, { at: after(1), signings: 3, heldBack: 3 }, { at: after(2), signings: 0, heldBack: 0 },
    ]);
    expect(await readToday(open.campaign.id, after(2))).toEqual({
      signings: 8, heldBack: 3, reasons: [{ name: "trap", words: "filled in a field that people do not see", count: 3 }],
    });
  });
});
