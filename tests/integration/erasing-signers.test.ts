import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { takeStep } from "#app/desk/take-step.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { eraseDueSigners } from "#app/signatures/erase.server.ts";
import { forgetExpired } from "#app/signatures/forget-expired.server.ts";
import { findOwnPage } from "#app/signatures/own/own-page.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { db, sql } from "#db/client.server.ts";
import { auditEntries, campaigns, deliveries, mailbox, mailEvents, messages, signatures } from "#db/schema/index.ts";
import { anOrganizer, aSignature, aTarget } from "#tests/build.ts";
import { after, anOpenLetter, DAY, listSignatures, type OpenLetter, signs, signsAndConfirms } from "./signing-steps.ts";

/** Words that stand nowhere else in the database. */
const ADA = { name: "Adaline Lovelorn", email: "adaline.lovelorn@example.org", postcode: "ZZ9 9ZZ", comment: "My kettle whispers." };
const OWN_WORDS = "It listens to Adaline Lovelorn at breakfast.";

let open: OpenLetter;
let meToken: string;

beforeEach(async () => {
  await db.update(campaigns).set({ state: "open" });
  open = await anOpenLetter({ keptDaysAfterClosing: 60 });
  const confirmed = await signsAndConfirms(open, { ...ADA, isNameShown: true, updates: true });
  meToken = confirmed.meToken ?? "";
  const target = await aTarget(open.campaign.id);
  const ids = { signatureId: confirmed.signature.id, targetId: target.id };
  const [message] = await db
    .insert(messages)
    .values({ ...ids, subject: `From ${ADA.name}`, body: OWN_WORDS, replyRoute: "signer", releasedAt: after(1), state: "queued" })
    .returning();
  const [mail] = await db
    .insert(deliveries)
    .values({
      card: "demands", props: { signerName: ADA.name }, toAddress: "care@corner-shop.example", priority: 2, campaignId: open.campaign.id,
      messageId: message?.id ?? null, state: "sent", providerId: `sent-${open.campaign.slug}`,
    })
    .returning();
  await db.insert(mailEvents).values({ id: open.campaign.slug, type: "email.bounced", providerId: mail?.providerId ?? null, occurredAt: after(2), detail: `550 ${ADA.email} unknown` });
  await db.insert(mailbox).values({
    id: mail?.id ?? "", fromAddress: "x@y.example", toAddress: "care@corner-shop.example", subject: `From ${ADA.name}`, html: OWN_WORDS, text: OWN_WORDS, replyTo: ADA.email,
  });
  const of = { campaignId: open.campaign.id, letterVersionId: open.letter.id };
  await aSignature(of, { name: ADA.name, state: "removed", removalReason: `Not ${ADA.name}`, country: "FR", confirmedAt: after(3) });
  await aSignature(of, { name: ADA.name, state: "withdrawn", country: "DE", confirmedAt: after(3) });
  await aSignature(of, { name: ADA.name, country: "US", confirmedAt: after(4) });
  await signs(open, { ...ADA, email: `late.${ADA.email}` }, after(5));
  await tallySignatures(after(10));
  await db.update(campaigns).set({ state: "closed", closedAt: after(20) }).where(eq(campaigns.id, open.campaign.id));
});

const dueAt = after(20 + 60 * DAY);
const later = after(21 + 60 * DAY);

/** Every column that can hold a text, with the number of its rows in which this stands. */
async function findEverywhere(text: string) {
  const columns = await sql<{ table: string; column: string }[]>`
    select c.table_name as "table", c.column_name as "column" from information_schema.columns c
    join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and c.data_type in ('text', 'jsonb', 'json', 'character varying')`;
  const found: string[] = [];
  for (const { table, column } of columns) {
    const [row] = await sql<{ hits: number }[]>`
      select count(*)::int as hits from ${sql(table)} where lower(${sql(column)}::text) like ${`%${text.toLowerCase()}%`}`;
    if ((row?.hits ?? 0) > 0) found.push(`${table}.${column}`);
  }
  return found.toSorted();
}

async function countries() {
  const rows = await listSignatures(open);
  return rows.filter(({ state }) => state !== "pending").map(({ country, state }) => `${country} ${state}`).toSorted();
}

async function entries() {
  const rows = await db.select().from(auditEntries).where(eq(auditEntries.campaignId, open.campaign.id));
  return rows.map(({ act, organizerId, after: what }) => ({ act, organizerId, what }));
}

describe("after the days that were promised", () => {
  test("its hour is the hour", async () => {
    await eraseDueSigners(undefined, dueAt);
    expect(await findEverywhere(ADA.name)).toEqual([]);
  });

  test("no word of a signer is left in any table, and not one is missing from the count", async () => {
    expect(await findEverywhere(ADA.name)).toContain("signatures.name");
    expect(await findEverywhere(ADA.email)).toContain("deliveries.to_address");
    const [count, places] = [await countSignatures(open.campaign.id), await countries()];
    expect(count).toBe(2);
    await eraseDueSigners(undefined, later);
    for (const text of [ADA.name, ADA.email, ADA.postcode, ADA.comment, OWN_WORDS]) expect(await findEverywhere(text), `${text}`).toEqual([]);
    expect(await countSignatures(open.campaign.id)).toBe(count);
    await tallySignatures(after(22 + 60 * DAY));
    expect(await countSignatures(open.campaign.id)).toBe(count);
    expect(await countries()).toEqual(places);
  });

  test("the link to one's own page opens nothing, and the message stays as one that was sent", async () => {
    expect(await findOwnPage(meToken, after(6))).toBeDefined();
    await eraseDueSigners(undefined, later);
    expect(await findOwnPage(meToken, after(6))).toBeUndefined();
    const own = await db.select({ state: messages.state, body: messages.body }).from(messages).innerJoin(signatures, eq(signatures.id, messages.signatureId)).where(eq(signatures.campaignId, open.campaign.id));
    expect(own).toEqual([{ state: "queued", body: "" }]);
    expect(await db.select().from(deliveries).where(eq(deliveries.providerId, `sent-${open.campaign.slug}`))).toMatchObject([
      { toAddress: "care@corner-shop.example", state: "sent", props: null },
    ]);
  });

  test("the log says by the clock how many, once, however many workers are at it", async () => {
    await Promise.all([1, 2, 3].map(() => eraseDueSigners(undefined, later)));
    await eraseDueSigners(undefined, after(30 + 60 * DAY));
    expect(await entries()).toEqual([{ act: "erased", organizerId: null, what: { signatures: 4 } }]);
    const [campaign] = await db.select().from(campaigns).where(eq(campaigns.id, open.campaign.id));
    expect(campaign?.erasedAt).toEqual(later);
  });

  test("it is not reopened any more", async () => {
    const grace = await anOrganizer(open.campaign.id);
    await eraseDueSigners(undefined, later);
    expect(await takeStep("reopen", { campaignId: open.campaign.id, by: grace.id })).toMatchObject({ outcome: "refused" });
  });

  test("a worker that was stopped halfway is gone on from", async () => {
    const of = { campaignId: open.campaign.id, letterVersionId: open.letter.id };
    for (let turn = 0; turn < 510; turn += 1) await aSignature(of, { name: `${ADA.name} ${turn}`, confirmedAt: after(6) });
    await tallySignatures(after(11));
    const stopping = new AbortController();
    const first = eraseDueSigners(stopping.signal, later);
    stopping.abort();
    expect(await first).toBe(500);
    expect((await listSignatures(open)).filter(({ name }) => name !== "")).not.toHaveLength(0);
    await eraseDueSigners(undefined, later);
    expect(await findEverywhere(ADA.name)).toEqual([]);
    expect(await countSignatures(open.campaign.id)).toBe(512);
  });
});

describe("before", () => {
  test.each([
    ["its day has not come", { keptDaysAfterClosing: 60 }, after(19 + 60 * DAY)],
    ["it keeps signers until they withdraw", { keptDaysAfterClosing: null }, after(9000 * DAY)],
    ["it is open again", { state: "open" as const, closedAt: null }, later],
    ["less than thirty days are set", { keptDaysAfterClosing: 0 }, after(29 * DAY)],
  ])("nothing is erased: %s", async (_, change, now) => {
    await db.update(campaigns).set(change).where(eq(campaigns.id, open.campaign.id));
    await eraseDueSigners(undefined, now);
    expect(await findEverywhere(ADA.postcode)).toContain("signatures.postcode");
    expect(await entries()).toEqual([]);
  });
});

describe("a request that nobody confirmed", () => {
  test.each([
    [7, 6, 1],
    [7, 8, 0],
    [0, 2, 0],
    [400, 91, 0],
  ])("of a campaign that waits %i days is there after %i days: %i", async (unconfirmedDays, days, left) => {
    const other = await anOpenLetter({ unconfirmedDays });
    await signs(other, ADA);
    await forgetExpired(after(days * DAY + 1));
    expect(await listSignatures(other)).toHaveLength(left);
  });

  test("is told those days by its mail, and its link works as long", async () => {
    const other = await anOpenLetter({ unconfirmedDays: 7 });
    await signs(other, ADA);
    const [mail] = await db.select().from(deliveries).where(eq(deliveries.campaignId, other.campaign.id));
    expect(mail?.props).toMatchObject({ expiresInDays: 7 });
  });
});
