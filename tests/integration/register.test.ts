import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { removeOne, restoreOne } from "#app/desk/moderate.server.ts";
import { fromHex } from "#app/register/bytes.ts";
import { checkReceipt } from "#app/register/check-receipt.ts";
import { readEntries } from "#app/register/entries.server.ts";
import { findNewestHead, listDayHeads } from "#app/register/heads.server.ts";
import { nodeTools, sha256 } from "#app/register/node-tools.server.ts";
import { proveGrowth } from "#app/register/prove.server.ts";
import { findReceipt } from "#app/register/receipt.server.ts";
import { isGrowth } from "#app/register/tree-proofs.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { eraseDueSigners } from "#app/signatures/erase.server.ts";
import { withdrawSignature } from "#app/signatures/withdraw.server.ts";
import { db, sql } from "#db/client.server.ts";
import { campaigns, signatureImports, signatures } from "#db/schema/index.ts";
import { anOrganizer, aSignature } from "#tests/build.ts";
import { aCrowd, enters, entriesOf, faultsIn, markOf, receiptOf } from "./register-steps.ts";
import { after, anOpenLetter, DAY, listMails, type OpenLetter, signsAndConfirms } from "./signing-steps.ts";

let open: OpenLetter;

beforeEach(async () => {
  await db.update(campaigns).set({ state: "draft" });
  open = await anOpenLetter({ keptDaysAfterClosing: 60 });
});

function crowd(size: number, from = after(0)) {
  return aCrowd(open, size, from);
}

describe("the register", () => {
  test("takes each confirmed signature once, in order, however often and by however many clocks", async () => {
    const people = await crowd(7);
    await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { state: "pending" });
    await Promise.all([1, 2, 3].map(() => enters(after(10))));
    await enters(after(11));
    expect(await entriesOf(open.campaign.id)).toEqual(people.map((_, position) => `${position} confirmed`));
    expect(await markOf(open.campaign.id)).toEqual({ size: 7, count: 7, imported: 0 });
    const positions = await Promise.all(people.map(async ({ id }) => (await receiptOf(id)).entry.position));
    expect(positions).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test("tells those brought in as confirmed elsewhere apart for good, with their own dates or with the day's", async () => {
    const { id: uploadedBy } = await anOrganizer(open.campaign.id);
    const [elsewhere, byMail] = [v7(), v7()];
    await db.insert(signatureImports).values([
      { campaignId: open.campaign.id, title: "old.csv", uploadedBy, importJobId: elsewhere, way: "elsewhere" },
      { campaignId: open.campaign.id, title: "new.csv", uploadedBy, importJobId: byMail, way: "mail" },
    ]);
    const of = { campaignId: open.campaign.id, letterVersionId: open.letter.id };
    await crowd(1);
    await enters(after(5));
    await aSignature(of, { importJobId: elsewhere, confirmedAt: after(-DAY), stateChangedAt: after(6) });
    await aSignature(of, { importJobId: elsewhere, confirmedAt: after(6), stateChangedAt: after(6) });
    await aSignature(of, { importJobId: byMail, confirmedAt: after(6), stateChangedAt: after(6) });
    await enters(after(8));
    await enters(after(9));
    expect((await entriesOf(open.campaign.id)).map((entry) => entry.replace(/^\d+ /, "")).toSorted()).toEqual(["confirmed", "confirmed", "imported", "imported"]);
    expect(await markOf(open.campaign.id)).toEqual({ size: 4, count: 4, imported: 2 });
  });

  test("says when one counts no more, and when again, and counts as the letter does", async () => {
    const grace = await anOrganizer(open.campaign.id);
    const [ada, sam] = await crowd(3);
    await enters(after(5));
    const of = { campaignId: open.campaign.id, by: grace.id };
    await withdrawSignature({ signatureId: ada?.id ?? "", campaignSlug: open.campaign.slug }, after(6));
    await removeOne({ ...of, signatureId: sam?.id ?? "", reason: "A test." }, after(6));
    await enters(after(7));
    await restoreOne({ ...of, signatureId: sam?.id ?? "" }, after(8));
    await enters(after(9));
    await enters(after(10));
    expect((await entriesOf(open.campaign.id)).slice(3).toSorted()).toEqual(["3 ended 0", "4 ended 1", "5 again 1"]);
    expect((await markOf(open.campaign.id))?.count).toBe(2);
    expect(await countSignatures(open.campaign.id)).toBe(2);
    expect(await findReceipt(ada?.id ?? "")).toMatchObject({ outcome: "found", isCounted: false });
  });

  test("a round that is killed leaves nothing half", async () => {
    await crowd(3);
    await sql`create function fail() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$`;
    await sql`create trigger fail before insert on register_heads execute function fail()`;
    await expect(enters(after(5))).rejects.toThrow("killed");
    expect(await entriesOf(open.campaign.id)).toEqual([]);
    await sql`drop trigger fail on register_heads`;
    await enters(after(6));
    expect(await entriesOf(open.campaign.id)).toHaveLength(3);
  });

  test("cannot be changed, whoever tries", async () => {
    await crowd(1);
    await enters(after(5));
    for (const table of ["register_entries", "register_nodes", "register_heads", "register_keys"]) {
      await expect(sql`delete from ${sql(table)}`).rejects.toThrow("append-only");
    }
    await expect(sql`update register_entries set hour = 'x'`).rejects.toThrow("append-only");
    await expect(sql`update register_heads set count = 9`).rejects.toThrow("append-only");
  });

  test("whoever slips a signature in beside the form is counted in it too, where everybody sees it", async () => {
    await crowd(2);
    await enters(after(5));
    await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { confirmedAt: after(-5 * DAY), stateChangedAt: after(6) });
    await enters(after(7));
    expect(await entriesOf(open.campaign.id)).toHaveLength(3);
  });

  test("tells everybody the same entries, and nothing of people", async () => {
    await crowd(2);
    await enters(after(5));
    const page = await readEntries(open.campaign.id, 0);
    expect(page?.isFull).toBe(false);
    expect(page?.entries.map(({ value, ...rest }) => ({ ...rest, digits: value.length }))).toEqual([
      { position: 0, kind: "confirmed", hour: "2026-03-02T09Z", digits: 64 },
      { position: 1, kind: "confirmed", hour: "2026-03-02T09Z", digits: 64 },
    ]);
    expect(await readEntries(open.campaign.id, 1)).toBeUndefined();
  });
});

describe("signed states", () => {
  test("one closes each day on which something was entered, and each grew from the one before", async () => {
    for (const day of [0, 1, 4]) {
      await crowd(40 + day, after(day * DAY));
      await enters(after(day * DAY + 1));
    }
    await enters(after(9 * DAY));
    const heads = (await listDayHeads(open.campaign.id, { limit: 10 })).toReversed();
    expect(heads.map(({ day, size, count }) => [day, size, count])).toEqual([["2026-03-02", 40, 40], ["2026-03-03", 81, 81], ["2026-03-06", 125, 125]]);
    for (const [index, second] of heads.slice(1).entries()) {
      const first = heads[index];
      const proof = await proveGrowth(open.campaign.id, { first: first?.size ?? 0, second: second.size });
      const [firstRoot, secondRoot] = [first?.root, second.root].map((root = "") => fromHex(root) ?? new Uint8Array());
      const path = (proof?.path ?? []).map((hex) => fromHex(hex) ?? new Uint8Array());
      expect(isGrowth(sha256, { first: first?.size ?? 0, second: second.size, firstRoot: firstRoot ?? path[0] ?? sha256(new Uint8Array()), secondRoot: secondRoot ?? sha256(new Uint8Array()), path })).toBe(true);
    }
  });

  test("are signed at most once a minute in between, and the last growth is signed all the same", async () => {
    await crowd(1);
    await enters(after(5));
    const of = { campaignId: open.campaign.id, letterVersionId: open.letter.id };
    await aSignature(of, { confirmedAt: after(5), stateChangedAt: after(5) });
    await enters(after(5.5));
    expect((await findNewestHead(open.campaign.id))?.size).toBe(1);
    await enters(after(6));
    expect((await findNewestHead(open.campaign.id))?.size).toBe(2);
  });

  test("go on under a new key when the old one does not open any more, and the old one stays known", async () => {
    const [ada] = await crowd(1);
    await enters(after(5));
    const before = await receiptOf(ada?.id ?? "");
    await sql`update register_keys set sealed_private_key = '\\x00' where retired_at is null`;
    await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { confirmedAt: after(7), stateChangedAt: after(7) });
    await enters(after(8));
    const now = await receiptOf(ada?.id ?? "");
    expect(now.key.id).not.toBe(before.key.id);
    for (const receipt of [before, now]) expect(faultsIn(checkReceipt(receipt, nodeTools))).toEqual([]);
  });
});

describe("a receipt", () => {
  test("holds, for each of a crowd, and belongs to one address", async () => {
    const people = await crowd(75);
    await enters(after(100));
    for (const { id } of people) expect(faultsIn(checkReceipt(await receiptOf(id), nodeTools))).toEqual([]);
    const receipt = await receiptOf(people[40]?.id ?? "");
    expect(receipt.ownership?.address).toBe(people[40]?.canonicalEmail);
  });

  test("comes after the clock, and never for what does not count", async () => {
    const [ada] = await crowd(1);
    const pending = await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { state: "pending" });
    expect(await findReceipt(ada?.id ?? "")).toEqual({ outcome: "waiting" });
    await enters(after(5));
    expect(await findReceipt(ada?.id ?? "")).toMatchObject({ outcome: "found", isCounted: true });
    expect(await findReceipt(pending.id)).toEqual({ outcome: "none" });
  });

  test("is mailed once where the campaign wants it, and not for what was confirmed long ago", async () => {
    const { signature } = await signsAndConfirms(open);
    await crowd(1);
    await sql`update signatures set confirmed_at = ${after(-2 * DAY)}, state_changed_at = ${after(-2 * DAY)} where id <> ${signature.id} and campaign_id = ${open.campaign.id}`;
    await enters(after(1));
    await enters(after(2));
    const cards = async () => (await listMails(open)).map(({ card, to }) => `${card} ${to}`);
    expect(await cards()).toEqual(["confirm-signature ada@example.org", "signature-confirmed ada@example.org"]);
    await db.update(campaigns).set({ mailsReceipts: false }).where(eq(campaigns.id, open.campaign.id));
    await signsAndConfirms(open, { email: "sam@example.org", name: "Sam" }, after(3));
    await enters(after(4));
    expect((await cards()).slice(2)).toEqual(["confirm-signature sam@example.org"]);
  });
});

describe("what is erased", () => {
  test("after closing counts on, and nobody can open it any more", async () => {
    const [ada] = await crowd(3);
    await enters(after(5));
    const receipt = await receiptOf(ada?.id ?? "");
    await db.update(campaigns).set({ state: "closed", closedAt: after(6) }).where(eq(campaigns.id, open.campaign.id));
    await eraseDueSigners(undefined, after(7 + 60 * DAY));
    await db.update(campaigns).set({ erasedAt: null }).where(eq(campaigns.id, open.campaign.id));
    await enters(after(8 + 60 * DAY));
    expect(await sql`select from register_secrets where campaign_id = ${open.campaign.id}`).toHaveLength(0);
    expect(await markOf(open.campaign.id)).toEqual({ size: 3, count: 3, imported: 0 });
    expect(await findReceipt(ada?.id ?? "")).toEqual({ outcome: "none" });
    expect(faultsIn(checkReceipt(receipt, nodeTools))).toEqual([]);
  });

  test("with its whole signature is counted out, by an entry that names nobody", async () => {
    const [ada] = await crowd(3);
    await enters(after(5));
    await db.delete(signatures).where(eq(signatures.id, ada?.id ?? ""));
    await enters(after(6));
    await enters(after(7));
    expect((await entriesOf(open.campaign.id)).slice(3)).toEqual(["3 ended 0"]);
    expect((await markOf(open.campaign.id))?.count).toBe(2);
  });
});
