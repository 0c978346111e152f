import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { removeFromLetter, restoreToLetter } from "#app/desk/moderate.server.ts";
import { confirmByCode } from "#app/signatures/confirm-by-code.server.ts";
import { confirmSignature } from "#app/signatures/confirm.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { eraseOwn } from "#app/signatures/own/erase-own.server.ts";
import { findOwnPage } from "#app/signatures/own/own-page.server.ts";
import { sign } from "#app/signatures/sign.server.ts";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { withdrawSignature } from "#app/signatures/withdraw.server.ts";
import { queueReadyMessages } from "#app/messages/queue.server.ts";
import { writeMessages } from "#app/messages/write.server.ts";
import { db, sql } from "#db/client.server.ts";
import { deliveries, signerSessions, signatureLinks } from "#db/schema/index.ts";
import { aSignature, aTarget } from "#tests/build.ts";
import { deliver, emptyOutbox, openPost } from "./mail-post.ts";
import { ADA, forgetSigners, logOf, rowOf } from "./own-page-steps.ts";
import { after, anOpenLetter, browserOf, listMessagesOf, listSignatures, MORNING, newestMail, type OpenLetter, signs, signsAndConfirms, urls } from "./signing-steps.ts";

beforeEach(async () => {
  await emptyOutbox();
  await forgetSigners();
});

const messageUrls = { letter: (slug: string) => `https://countersign.example/letters/${slug}`, howWeMail: () => "https://countersign.example/about/mail" };
const words = { subject: "Answer Adaline", body: "It listens to Adaline at breakfast." };

async function writes(open: OpenLetter, sessionToken: string) {
  const shop = await aTarget(open.campaign.id);
  return writeMessages(await browserOf(open, sessionToken), { written: [{ targetId: shop.id, ...words }], replyRoute: "signer" }, after(1));
}

/** Every text of the tables that hold signers' things. */
async function everything() {
  const tables = ["signatures", "signature_links", "signer_sessions", "signings", "screened_signings", "consents", "messages", "deliveries", "unsubscribe_links", "daily_counts"];
  const texts = await Promise.all(tables.map((table) => sql`select coalesce(json_agg(t), '[]')::text as rows from ${sql(table)} t`));
  return texts.map(([row]) => String(row?.["rows"])).join("\n");
}

describe("erasing a signature", () => {
  test("takes name, address and words away at once, counts it no longer, and leaves a nameless line in the log, once", async () => {
    const open = await anOpenLetter();
    const { signature, sessionToken, meToken } = await signsAndConfirms(open, { name: "Adaline", email: "adaline@own-domain.example", comment: "My kettle.", postcode: "ZZ99", updates: true });
    await writes(open, sessionToken);
    await tallySignatures(after(2));
    const twice = await Promise.all([1, 2].map(() => eraseOwn({ canonicalEmail: signature.canonicalEmail, ids: [signature.id], token: meToken }, after(3))));
    expect(twice.map(({ outcome }) => outcome).toSorted()).toEqual(["already erased", "erased"]);
    expect(await everything()).not.toMatch(/adaline|own-domain|kettle|ZZ99/i);
    expect(await findOwnPage(meToken, after(4))).toBeUndefined();
    expect(await listMessagesOf(signature.id)).toMatchObject([{ state: "cancelled", subject: "", body: "" }]);
    expect(await rowOf(signature.id)).toMatchObject({ state: "withdrawn", withdrawnAt: after(3), country: "GB", name: "" });
    expect(await countSignatures(open.campaign.id)).toBe(1);
    await tallySignatures(after(5));
    expect(await countSignatures(open.campaign.id)).toBe(0);
    expect(await logOf(open)).toEqual([{ act: "erased", subject: "signature", organizerId: null, what: null }]);
  });

  test("of one leaves the other person at the address, whose page the link goes on opening", async () => {
    const open = await anOpenLetter({ sharesAddresses: true });
    const { signature, meToken } = await signsAndConfirms(open);
    await signs(open, { name: "Sam Lovelace" }, after(1));
    await eraseOwn({ canonicalEmail: ADA, ids: [signature.id], token: meToken }, after(2));
    expect((await findOwnPage(meToken, after(3)))?.signatures.map(({ name }) => name)).toEqual(["Sam Lovelace"]);
    await eraseOwn({ canonicalEmail: ADA }, after(4));
    expect(await findOwnPage(meToken, after(5))).toBeUndefined();
    expect(await listSignatures(open)).toMatchObject([{ name: "", state: "withdrawn" }]);
  });

  test("touches no other address", async () => {
    const open = await anOpenLetter();
    const { signature } = await signsAndConfirms(open);
    expect(await eraseOwn({ canonicalEmail: "sam@example.org", ids: [signature.id] }, after(1))).toEqual({ outcome: "already erased", erased: 0 });
    expect(await rowOf(signature.id)).toMatchObject({ name: "Ada Lovelace", state: "confirmed" });
  });

  test.each(["pending", "suspect"] as const)("that is %s deletes the request whole", async (state) => {
    const open = await anOpenLetter();
    const { id } = await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { email: ADA, state });
    await eraseOwn({ canonicalEmail: ADA }, after(1));
    expect(await rowOf(id)).toBeUndefined();
  });

  test("and signing anew is a new signature", async () => {
    const open = await anOpenLetter();
    const { signature } = await signsAndConfirms(open);
    await eraseOwn({ canonicalEmail: ADA, ids: [signature.id] }, after(1));
    await db.delete(deliveries);
    await signsAndConfirms(open, {}, after(2));
    expect((await listSignatures(open)).map(({ state }) => state).toSorted()).toEqual(["confirmed", "withdrawn"]);
  });
});

describe("erasing races", () => {
  test("with a removal: it is not counted again when organizers restore it", async () => {
    const open = await anOpenLetter();
    const { signature } = await signsAndConfirms(open);
    const both = { campaignId: open.campaign.id, ids: [signature.id] };
    await Promise.all([
      db.transaction((tx) => removeFromLetter(tx, { ...both, reason: "A mistake.", jobId: null }, after(2))),
      eraseOwn({ canonicalEmail: ADA, ids: [signature.id] }, after(2)),
    ]);
    await db.transaction((tx) => restoreToLetter(tx, both, after(3)));
    expect(await rowOf(signature.id)).toMatchObject({ name: "", email: "", removalReason: null, state: "withdrawn" });
    expect(await countSignatures(open.campaign.id)).toBe(0);
  });

  test.each([1, 2, 3, 4])("with its confirmation by link and by code: whoever comes first, nothing of it counts or stays (%i)", async (turn) => {
    const open = await anOpenLetter();
    const { sessionToken } = await signs(open);
    const { token, code } = await newestMail(open);
    const confirm = () => confirmSignature(token, { releasedMessageIds: [] }, after(1));
    const type = () => confirmByCode({ campaignId: open.campaign.id, email: ADA, code, sessionToken }, after(1));
    const erase = () => eraseOwn({ canonicalEmail: ADA }, after(1));
    const steps = turn % 2 === 0 ? [erase, confirm, type] : [confirm, type, erase];
    await Promise.all(steps.map((step) => step()));
    expect(await everything()).not.toMatch(/ada@example|Ada Lovelace/);
    expect(await countSignatures(open.campaign.id)).toBe(0);
    expect(await db.$count(signatureLinks)).toBe(0);
    expect(await db.$count(signerSessions)).toBe(0);
  });

  test("with a confirmation that reads the old row: one that waits for the lock finds it erased", async () => {
    const open = await anOpenLetter();
    const { signature } = await signsAndConfirms(open);
    await withdrawSignature({ signatureId: signature.id, campaignSlug: open.campaign.slug }, after(1));
    await signs(open, {}, after(20));
    const { token } = await newestMail(open);
    const [erased, confirmed] = await Promise.all([eraseOwn({ canonicalEmail: ADA }, after(21)), confirmSignature(token, { releasedMessageIds: [] }, after(21))]);
    expect(erased.outcome).toBe("erased");
    expect(["unknown", "confirmed"]).toContain(confirmed.outcome);
    expect(await rowOf(signature.id)).toMatchObject({ state: "withdrawn", name: "" });
  });

  test("with a message that is being queued: what had not left does not leave", async () => {
    const open = await anOpenLetter();
    const { signature, sessionToken } = await signsAndConfirms(open);
    await writes(open, sessionToken);
    await db.delete(deliveries);
    // The round has put it into the outbox and not yet ended: erasing waits for it, and takes it out.
    const { erasing } = await sql.begin(async (tx) => {
      const [message] = await tx<{ id: string }[]>`select id from messages where signature_id = ${signature.id} for update`;
      await tx`update messages set state = 'queued' where id = ${message?.id ?? ""}`;
      await tx`
        insert into deliveries (id, card, props, to_address, priority, campaign_id, message_id)
        values (gen_random_uuid(), 'demands', ${tx.json({ signerName: "Ada Lovelace" })}, 'care@corner-shop.example', 2, ${open.campaign.id}, ${message?.id ?? ""})`;
      const started = eraseOwn({ canonicalEmail: ADA }, after(2));
      await vi.waitFor(async () => expect(await tx`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`).toHaveLength(1));
      return { erasing: started };
    });
    await erasing;
    expect(await queueReadyMessages(messageUrls, after(3))).toBe(0);
    expect(await db.select().from(deliveries)).toMatchObject([{ state: "cancelled", props: null, toAddress: "care@corner-shop.example" }]);
    expect(await listMessagesOf(signature.id)).toMatchObject([{ state: "cancelled", body: "" }]);
  });

  test("with the post: what a batch holds has left, and its record keeps no address", async () => {
    const fake = await openPost();
    const open = await anOpenLetter();
    await signsAndConfirms(open);
    await Promise.all([deliver(), eraseOwn({ canonicalEmail: ADA }, after(2))]);
    await deliver();
    const sent = fake.accepted.length;
    await fake.stop();
    expect(sent).toBeLessThanOrEqual(1);
    expect(await db.select().from(deliveries)).toMatchObject([{ toAddress: "", props: null, state: sent === 1 ? "sent" : "cancelled" }]);
  });

  test("with the worker that looks at signings: no mail to an address that is no longer held", async () => {
    const open = await anOpenLetter();
    const { signature } = await signsAndConfirms(open);
    const ada = { name: "Ada Lovelace", email: ADA, country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };
    await sign({ ...open, values: ada }, after(30));
    await Promise.all([screenSignings(urls, undefined, after(30)), eraseOwn({ canonicalEmail: ADA }, after(30))]);
    await screenSignings(urls, undefined, after(31));
    expect(await everything()).not.toMatch(/ada@example|Ada Lovelace/);
    expect(await rowOf(signature.id)).toMatchObject({ state: "withdrawn" });
  });

  test("with the clock that enters signatures: no secret is bound to an address that is no longer held, and no receipt mailed", async () => {
    const open = await anOpenLetter();
    const { signature } = await signsAndConfirms(open);
    const erased = await sql.begin(async (tx) => {
      // A step that has read the address and not yet ended: erasing waits for it, and takes what it wrote along.
      await tx`select pg_advisory_xact_lock(hashtext('enter signatures'), hashtext(${open.campaign.id}))`;
      const started = eraseOwn({ canonicalEmail: ADA }, after(2));
      await vi.waitFor(async () => expect(await tx`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`).toHaveLength(1));
      await tx`insert into register_entries (campaign_id, position, kind, hour, commitment) values (${open.campaign.id}, 0, 'confirmed', '2026-03-02T09Z', ${Buffer.alloc(32)})`;
      await tx`
        insert into register_secrets (campaign_id, position, signature_id, secret, letter, country, confirmed_on, owner)
        values (${open.campaign.id}, 0, ${signature.id}, ${Buffer.alloc(32)}, 'en 1', 'GB', '2026-03-02', ${Buffer.alloc(32)})`;
      return { started };
    });
    expect(await erased.started).toMatchObject({ outcome: "erased" });
    expect(await sql`select from register_secrets where campaign_id = ${open.campaign.id} and signature_id is not null`).toEqual([]);
  });

  test("with words that are being written: none stays under a signature without a name", async () => {
    const open = await anOpenLetter();
    const { signature, sessionToken } = await signsAndConfirms(open);
    const browser = await browserOf(open, sessionToken);
    const shop = await aTarget(open.campaign.id);
    await Promise.all([
      writeMessages(browser, { written: [{ targetId: shop.id, ...words }], replyRoute: "signer" }, after(1)), eraseOwn({ canonicalEmail: ADA }, after(1)),
    ]);
    expect((await listMessagesOf(signature.id)).filter(({ body }) => body !== "")).toEqual([]);
    expect(await writeMessages(browser, { written: [{ targetId: shop.id, ...words }], replyRoute: "signer" }, after(2))).toEqual({ outcome: "no signature" });
  });
});

test("a mail that somebody still wrote to an erased signer does not leave", async () => {
  const fake = await openPost();
  const open = await anOpenLetter();
  const { signature } = await signsAndConfirms(open, {}, MORNING);
  await eraseOwn({ canonicalEmail: ADA }, after(1));
  const props = { name: "Ada", campaignName: "Dear retailers", meUrl: "https://countersign.example/me/x" };
  await db.insert(deliveries).values({ card: "my-page", props, toAddress: ADA, priority: 1, campaignId: open.campaign.id, signatureId: signature.id });
  await deliver();
  expect(fake.accepted).toEqual([]);
  await fake.stop();
  expect(await db.select().from(deliveries).where(eq(deliveries.card, "my-page"))).toMatchObject([{ state: "cancelled" }]);
});
