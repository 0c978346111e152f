import { eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { copyMessagesToOrganizers, queueReadyMessages } from "#app/messages/queue.server.ts";
import { STANCE_VALUES } from "#app/responses/stance-values.ts";
import { RESPONSE_KIND_VALUES } from "#app/responses/response-words.ts";
import { CONTACT_AXIS } from "#app/scoreboard/contact-axis.ts";
import { readScoreboard } from "#app/scoreboard/read.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { db } from "#db/client.server.ts";
import { campaigns, contacts, deliveries, memberships, organizers, responses, signatures, stances, targets } from "#db/schema/index.ts";
import { seedDatabase } from "#db/seed/index.server.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
const ORGANIZER = "organizer@countersign.example";
const RESERVED = /@([\w-]+\.)*(example|test|invalid|localhost|example\.(org|com|net))$/;

let seeded: string[];

/** Three houses that start at once on an empty database. */
beforeAll(async () => {
  const starts = [1, 2, 3].map(() => seedDatabase({ sample: true, organizerEmail: ORGANIZER, now: NOW }));
  seeded = (await Promise.all(starts)).flatMap((start) => start.seeded);
});

async function findSeeded(slug: string) {
  const [campaign] = await db.select().from(campaigns).where(eq(campaigns.slug, slug));
  if (!campaign) throw new Error(`The campaign ${slug} was not seeded.`);
  return campaign;
}

async function readBoard(slug: string) {
  return readScoreboard(await findSeeded(slug), NOW);
}

/** Where the campaign's retailers have stood on its demands, and on what evidence. */
async function listRecord(slug: string) {
  const { id } = await findSeeded(slug);
  return db
    .select({ kind: responses.kind, happenedOn: responses.happenedOn, sourceUrl: responses.sourceUrl, value: stances.value })
    .from(responses)
    .innerJoin(targets, eq(targets.id, responses.targetId))
    .leftJoin(stances, eq(stances.responseId, responses.id))
    .where(eq(targets.campaignId, id));
}

describe("the seed", () => {
  test("sown three times at once is sown once, and again is nothing", async () => {
    expect(seeded).toHaveLength(2);
    expect((await seedDatabase({ sample: true, organizerEmail: ORGANIZER, now: NOW })).seeded).toEqual([]);
    expect(await db.$count(campaigns)).toBe(2);
  });

  test("gives both campaigns to one first organizer", async () => {
    expect(await db.select({ email: organizers.email }).from(organizers)).toEqual([{ email: ORGANIZER }]);
    expect(await db.select({ role: memberships.role }).from(memberships)).toEqual([{ role: "owner" }, { role: "owner" }]);
  });

  test("holds no address that could be anybody's", async () => {
    const rows = await Promise.all([
      db.selectDistinct({ address: contacts.email }).from(contacts),
      db.selectDistinct({ address: signatures.email }).from(signatures),
      db.selectDistinct({ address: deliveries.toAddress }).from(deliveries),
      db.selectDistinct({ address: campaigns.privacyContact }).from(campaigns),
    ]);
    expect(rows.flat().filter(({ address }) => !RESERVED.test(address))).toEqual([]);
  });

  test("leaves nothing for the clock to send", async () => {
    const urls = { letter: (slug: string) => `https://countersign.example/letters/${slug}`, howWeMail: () => "https://countersign.example/mail" };
    expect(await copyMessagesToOrganizers(urls, NOW)).toBe(0);
    expect(await queueReadyMessages(urls, NOW)).toBe(0);
    expect(await db.$count(deliveries, inArray(deliveries.state, ["due", "sending"]))).toBe(0);
    expect(await db.$count(campaigns, eq(campaigns.isInTestMode, false))).toBe(0);
  });
});

describe("the campaign of 2019", () => {
  test("shows four retailers that were asked, and no answer found", async () => {
    const { rows } = await readBoard("dear-retailers");
    expect(rows.map(({ retailer, contact }) => [retailer.slug, contact.state, contact.askedOn])).toEqual(
      ["target", "walmart", "best-buy", "amazon"].map((slug) => [slug, "asked", "2019-02-12"]),
    );
    expect(rows.flatMap(({ cells }) => cells.map(({ stance, sinceOn }) => [stance, sinceOn]))).toEqual(
      Array.from({ length: 12 }, () => ["no_answer", "2019-02-12"]),
    );
  });

  test("says nothing about a company without a public source, and has no signer", async () => {
    expect((await listRecord("dear-retailers")).filter(({ sourceUrl }) => !sourceUrl?.startsWith("https://"))).toEqual([]);
    expect(await countSignatures((await findSeeded("dear-retailers")).id)).toBe(0);
  });

  test("draws no stance from what a retailer did of itself", async () => {
    const acts = (await listRecord("dear-retailers")).filter(({ kind }) => kind !== "no_answer");
    expect(acts.length).toBeGreaterThan(0);
    expect(acts.filter(({ value }) => value !== null)).toEqual([]);
  });
});

describe("the sample", () => {
  test("is marked, and so are its retailers", async () => {
    expect(await findSeeded("sample")).toMatchObject({ isSample: true, state: "open" });
    expect(await findSeeded("dear-retailers")).toMatchObject({ isSample: false, state: "open" });
  });

  test("shows every state of contact and every stance, an overdue promise among them", async () => {
    const { rows, totals } = await readBoard("sample");
    expect(new Set(rows.map(({ contact }) => contact.state))).toEqual(new Set(CONTACT_AXIS));
    expect(new Set(rows.flatMap(({ cells }) => cells.map(({ stance }) => stance)))).toEqual(new Set(STANCE_VALUES));
    expect(totals.overdue).toBeGreaterThan(0);
  });

  test("has responses of every kind", async () => {
    expect(new Set((await listRecord("sample")).map(({ kind }) => kind))).toEqual(new Set(RESPONSE_KIND_VALUES));
  });

  test("has some thousands of signers, none of them from the future", async () => {
    const { id } = await findSeeded("sample");
    const confirmed = await db.select({ at: signatures.confirmedAt, created: signatures.createdAt }).from(signatures).where(eq(signatures.campaignId, id));
    expect(await countSignatures(id)).toBeGreaterThan(3_500);
    expect(confirmed.filter(({ at, created }) => created > NOW || (at !== null && (at > NOW || at < created)))).toEqual([]);
  });
});
