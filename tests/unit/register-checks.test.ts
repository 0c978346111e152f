import { createPrivateKey, createPublicKey, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import { toHex } from "#app/register/bytes.ts";
import { checkReceipt } from "#app/register/check-receipt.ts";
import { checkLines } from "#app/register/check-text.ts";
import { commitmentOf, type Entry, leafOf, ownerOf, saltOf } from "#app/register/entry.ts";
import { type Finding, verdict } from "#app/register/finding.ts";
import { printHandoverRow, printHandoverStart } from "#app/register/handover.ts";
import { type Head, headText, type SignedHead } from "#app/register/head.ts";
import { nodeTools, PUBLIC_KEY_PREFIX, sha256 } from "#app/register/node-tools.server.ts";
import { readReceipt, type Receipt } from "#app/register/receipt.ts";
import { growStandings } from "#app/register/standings.ts";
import { growTree, leafHash } from "#app/register/tree.ts";

const CAMPAIGN = "019a0000-0000-7000-8000-000000000001";
const secret = new Uint8Array(32).fill(7);
const salt = saltOf(sha256, secret);
const committed = { campaign: CAMPAIGN, letter: "en 3", country: "GB", confirmedOn: "2026-11-24", owner: ownerOf(sha256, secret, "ada@example.org") };
const entries: Entry[] = [
  { kind: "confirmed", hour: "2026-11-24T10Z", value: commitmentOf(sha256, salt, committed) },
  { kind: "imported", hour: "2026-11-24T10Z", value: "b".repeat(64) },
  { kind: "ended", hour: "2026-11-24T11Z", value: "1" },
];
const leaves = entries.map((entry) => leafHash(sha256, leafOf(entry)));
/** Always the same key, so that what is said stays the same. RFC 8410 has what stands before its 32 bytes. */
const privateKey = createPrivateKey({ key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, 9)]), format: "der", type: "pkcs8" });
const publicKey = toHex(createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(PUBLIC_KEY_PREFIX.length));
const key = { id: toHex(sha256(Buffer.from(publicKey, "hex"))).slice(0, 16), publicKey };

function signed(change: Partial<Head> = {}): SignedHead {
  const tree = growTree(sha256);
  for (const leaf of leaves) tree.append(leaf);
  const head = { campaign: CAMPAIGN, size: 3, root: toHex(tree.root()), count: 1, imported: 0, signedAt: "2026-11-24T11:30:00.000Z", key: key.id, ...change };
  return { ...head, signature: toHex(sign(null, headText(head), privateKey)) };
}

const receipt: Receipt = {
  format: "countersign receipt 1",
  entry: { position: 0, kind: "confirmed", hour: "2026-11-24T10Z", value: entries[0]?.value ?? "" },
  salt: toHex(salt),
  committed,
  ownership: { secret: toHex(secret), address: "ada@example.org" },
  head: signed(),
  path: leaves.slice(1).map(toHex),
  key,
};

function faults(findings: readonly Finding[]) {
  return findings.filter(({ fits }) => !fits).length;
}

describe("a receipt", () => {
  test("that is as it was given holds, in words, and reads back as it was written", () => {
    const read = readReceipt(JSON.stringify(receipt, null, 2));
    expect(read).toEqual(receipt);
    expect(checkReceipt(receipt, nodeTools, { keys: [key] })).toMatchSnapshot();
    expect(verdict(checkReceipt(receipt, nodeTools)).holds).toBe(true);
  });

  test("without its owner's part holds too", () => {
    const { ownership: _, ...shown } = receipt;
    expect(faults(checkReceipt(shown, nodeTools))).toBe(0);
  });

  const { entry, head, ownership } = receipt;
  const zeros = "0".repeat(64);
  test.each<[string, Partial<Receipt>]>([
    ["position", { entry: { ...entry, position: 1 } }],
    ["kind", { entry: { ...entry, kind: "imported" } }],
    ["hour", { entry: { ...entry, hour: "2026-11-24T09Z" } }],
    ["commitment", { entry: { ...entry, value: zeros } }],
    ["salt", { salt: zeros }],
    ["campaign", { committed: { ...committed, campaign: CAMPAIGN.replace("1", "2") } }],
    ["letter", { committed: { ...committed, letter: "en 4" } }],
    ["country", { committed: { ...committed, country: "FR" } }],
    ["day", { committed: { ...committed, confirmedOn: "2026-11-25" } }],
    ["owner", { committed: { ...committed, owner: zeros } }],
    ["secret", { ownership: { secret: zeros, address: ownership?.address ?? "" } }],
    ["address", { ownership: { secret: ownership?.secret ?? "", address: "sam@example.org" } }],
    ["path", { path: [zeros, ...receipt.path.slice(1)] }],
    ["path's length", { path: receipt.path.slice(1) }],
    ["head's campaign", { head: { ...head, campaign: CAMPAIGN.replace("1", "2") } }],
    ["head's size", { head: { ...head, size: 4 } }],
    ["head's root", { head: { ...head, root: zeros } }],
    ["head's count", { head: { ...head, count: 2 } }],
    ["head's imported", { head: { ...head, imported: 1 } }],
    ["head's instant", { head: { ...head, signedAt: "2026-11-24T11:30:01.000Z" } }],
    ["head's key", { head: { ...head, key: "0".repeat(16) } }],
    ["head's signature", { head: { ...head, signature: "0".repeat(128) } }],
    ["key", { key: { ...key, publicKey: zeros } }],
    ["key's name", { key: { ...key, id: "0".repeat(16) } }],
  ])("does not hold with another %s", (_, change) => {
    expect(faults(checkReceipt({ ...receipt, ...change }, nodeTools))).toBeGreaterThan(0);
  });

  test("that anybody made with a key of their own does not pass for one of the house", () => {
    expect(faults(checkReceipt(receipt, nodeTools, { keys: [{ id: key.id, publicKey: zeros }] }))).toBe(1);
  });

  test("of a state that was rewritten since it was noted does not hold", () => {
    expect(faults(checkReceipt(receipt, nodeTools, { head: signed() }))).toBe(0);
    expect(faults(checkReceipt(receipt, nodeTools, { head: signed({ count: 5 }) }))).toBe(1);
    expect(faults(checkReceipt(receipt, nodeTools, { head: signed({ campaign: CAMPAIGN.replace("1", "2") }) }))).toBe(1);
  });

  test.each(["", "{}", "[]", "null", "not JSON", JSON.stringify({ ...receipt, salt: "x" }), JSON.stringify({ ...receipt, path: "x" }), JSON.stringify({ ...receipt, ownership: {} }), JSON.stringify({ ...receipt, head: { ...receipt.head, size: -1 } })])(
    "is not read from what is none: %.40s",
    (text) => {
      expect(readReceipt(text)).toBeUndefined();
    },
  );
});

describe("a file for handing over", () => {
  const { campaign: _, ...opened } = committed;
  const rows = entries.map((entry, position) => printHandoverRow({ position, entry, ...(position === 0 ? { opened: { salt: toHex(salt), committed: opened } } : {}) }).trimEnd());
  const start = printHandoverStart(signed(), key).trimEnd();
  const check = async (lines: string[]) => faults((await checkLines(lines, nodeTools))?.findings ?? [{ fits: false, sentence: "" }]);

  test("holds as it was made, with what it says about countries", async () => {
    expect(await checkLines([start, ...rows, ""], nodeTools, { keys: [key] })).toMatchSnapshot();
  });

  test("holds with a state that was noted when it was smaller, and not with another", async () => {
    const tree = growTree(sha256);
    for (const leaf of leaves.slice(0, 2)) tree.append(leaf);
    const before = signed({ size: 2, root: toHex(tree.root()), count: 2, imported: 1 });
    expect(faults((await checkLines([start, ...rows], nodeTools, { head: before }))?.findings ?? [])).toBe(0);
    expect(faults((await checkLines([start, ...rows], nodeTools, { head: { ...before, root: "0".repeat(64) } }))?.findings ?? [])).toBe(1);
  });

  test.each([0, 1, 2].flatMap((row) => [["changed", row], ["left out", row], ["doubled", row]] as const))("does not hold with a line %s: %i", async (what, row) => {
    const line = rows[row] ?? "";
    const changed = { changed: [line.replace("2026-11-24T1", "2026-11-23T1")], "left out": [], doubled: [line, line] }[what];
    expect(await check([start, ...rows.toSpliced(row, 1, ...changed)])).toBeGreaterThan(0);
  });

  test("is none without its first line", async () => {
    expect(await checkLines(rows, nodeTools)).toBeUndefined();
    expect(await checkLines([start.replace("handover 1", "handover 9"), ...rows], nodeTools)).toBeUndefined();
  });
});

test("nothing is ended twice, before it stands, or brought back while it counts", () => {
  const standings = growStandings();
  const entry = (kind: Entry["kind"], value: string): Entry => ({ kind, value, hour: "2026-11-24T10Z" });
  expect(standings.take(0, entry("imported", "a"))).toBe(true);
  expect(standings.take(1, entry("again", "0"))).toBe(false);
  expect(standings.take(2, entry("ended", "0"))).toBe(true);
  expect(standings.take(3, entry("ended", "0"))).toBe(false);
  expect(standings.take(4, entry("ended", "5"))).toBe(false);
  expect(standings.take(5, entry("ended", "2"))).toBe(false);
  expect(standings.counts()).toEqual({ counted: 0, imported: 0 });
  expect(standings.take(6, entry("again", "0"))).toBe(true);
  expect(standings.counts()).toEqual({ counted: 1, imported: 1 });
});
