import { beforeEach, describe, expect, test } from "vitest";
import { hashClient } from "#app/signatures/screening/client-key.server.ts";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { forgetExpired } from "#app/signatures/forget-expired.server.ts";
import { FROM_NOWHERE, sign } from "#app/signatures/sign.server.ts";
import { sql } from "#db/client.server.ts";
import { anOpenLetter, DAY, listMails, MORNING, type OpenLetter, urls } from "./signing-steps.ts";

let open: OpenLetter;
let signed = 0;

beforeEach(async () => {
  open = await anOpenLetter();
  signed = 0;
});

interface From {
  clientHash?: string | null;
  network?: string | null;
  email?: string;
  letter?: OpenLetter;
}

/** So many seconds after the morning began. The worker has not seen it yet. */
async function typesAt(second: number, { email = `signer-${(signed += 1)}@example.org`, letter = open, ...from }: From) {
  const values = { name: "Ada Lovelace", email, country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };
  await sign({ ...letter, values, from: { ...FROM_NOWHERE, ...from } }, at(second));
}

async function signsAt(second: number, from: From) {
  await typesAt(second, from);
  await screen(second);
}

function at(second: number) {
  return new Date(MORNING.getTime() + second * 1000);
}

async function screen(second: number) {
  await screenSignings(urls, undefined, at(second));
}

/** What was found of each signature, in the order in which they signed. */
async function suspicions({ campaign } = open) {
  const rows = await sql<{ suspicion: string | null }[]>`select suspicion from signatures where campaign_id = ${campaign.id} order by created_at, id`;
  return rows.map(({ suspicion }) => suspicion);
}

async function times(count: number, what: (turn: number) => Promise<unknown>) {
  for (let turn = 0; turn < count; turn += 1) await what(turn);
}

describe("from one address", () => {
  const home = { clientHash: "home", network: "203.0.113.0/24" };

  test("the second within a minute is suspect and gets no mail; one after a minute is fine", async () => {
    for (const second of [0, 59, 120]) await signsAt(second, home);
    expect(await suspicions()).toEqual([null, "client-burst", null]);
    expect((await listMails(open)).map(({ to }) => to)).toEqual(["signer-1@example.org", "signer-3@example.org"]);
  });

  test("a burst that the worker sees at once is one signature and the rest suspects", async () => {
    await times(8, () => typesAt(0, home));
    await screen(1);
    expect(await suspicions()).toEqual([null, ...Array(4).fill("client-burst"), ...Array(3).fill("client-burst,client-sustained")]);
  });

  test("the sixth within five minutes is suspect, however slowly they come", async () => {
    await sql`update campaigns set screening = ${sql.json({ limits: { clientBurst: { signings: 9, seconds: 60 } } })} where id = ${open.campaign.id}`;
    for (const second of [0, 50, 100, 150, 200, 250, 301]) await signsAt(second, home);
    expect(await suspicions()).toEqual([null, null, null, null, null, "client-sustained", "client-sustained"]);
    await signsAt(651, home);
    expect((await suspicions()).at(-1)).toBeNull();
  });

  test("repeated signings count", async () => {
    await signsAt(0, { ...home, email: "ada@example.org" });
    await signsAt(70, { ...home, email: "ada@example.org" });
    await signsAt(100, { ...home, email: "sam@example.org" });
    expect(await suspicions()).toEqual([null, "client-burst"]);
  });

  test("each letter counts for itself", async () => {
    const other = await anOpenLetter();
    await signsAt(0, home);
    await signsAt(1, { ...home, letter: other });
    expect([await suspicions(), await suspicions(other)]).toEqual([[null], [null]]);
  });
});

test("who is not known is not limited", async () => {
  await times(30, () => typesAt(0, { clientHash: null, network: null }));
  await screen(1);
  expect(new Set(await suspicions())).toEqual(new Set([null]));
});

describe("from one network", () => {
  const fromHouse = (turn: number) => ({ clientHash: `house-${turn}`, network: "198.51.100.0/24" });

  test("twenty in a minute are fine, and the twenty-first is suspect", async () => {
    await times(21, (turn) => typesAt(turn, fromHouse(turn)));
    await screen(30);
    expect(await suspicions()).toEqual([...Array(20).fill(null), "network-burst"]);
  });

  test("a hundred in five minutes are fine, one more is suspect", async () => {
    await times(10, async (turn) => {
      await Promise.all(Array.from({ length: 10 }, (_, house) => typesAt(turn * 31, fromHouse(turn * 10 + house))));
      await screen(turn * 31);
    });
    await signsAt(299, fromHouse(200));
    expect(await suspicions()).toEqual([...Array(100).fill(null), expect.stringContaining("network-sustained")]);
  });

  test("another network is not touched by it", async () => {
    await times(21, (turn) => typesAt(0, fromHouse(turn)));
    await signsAt(1, { clientHash: "elsewhere", network: "203.0.113.0/24", email: "grace@example.org" });
    expect(await listMails(open)).toContainEqual(expect.objectContaining({ to: "grace@example.org" }));
  });
});

test("two workers at once let no more through than one", async () => {
  await times(40, () => typesAt(0, { clientHash: "home", network: null }));
  await Promise.all([screen(1), screen(1), screen(1)]);
  await screen(1);
  expect((await suspicions()).filter((suspicion) => suspicion === null)).toHaveLength(1);
  const [traces] = await sql<{ rows: number }[]>`select count(*)::int as rows from screened_signings where campaign_id = ${open.campaign.id}`;
  expect(traces?.rows).toBe(40);
});

describe("the name of an address", () => {
  const evening = new Date("2026-03-02T23:59:59Z");
  const midnight = new Date("2026-03-03T00:00:00Z");

  test("is the same all day, another after midnight, and tells nothing of it", async () => {
    const name = await hashClient("203.0.113.7", MORNING);
    expect(name).toMatch(/^[\w-]{22}$/);
    expect(await hashClient("203.0.113.7", evening)).toBe(name);
    expect(await hashClient("203.0.113.8", evening)).not.toBe(name);
    const next = await hashClient("203.0.113.7", midnight);
    expect(next).not.toBe(name);
    expect(await hashClient("203.0.113.7", MORNING)).toBe(name);
  });

  test("is made by keys of which two are left: today's and yesterday's", async () => {
    const days = ["2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z", "2026-03-03T12:00:00Z"].map((day) => new Date(day));
    for (const day of days) await hashClient("203.0.113.7", day);
    await forgetExpired(new Date(midnight.getTime() + 1000));
    const kept = await sql<{ day: string }[]>`select day::text from client_keys where day < '2026-03-04' order by day`;
    expect(kept.map(({ day }) => day)).toEqual(["2026-03-02", "2026-03-03"]);
  });

  test("what came from where is forgotten after a week", async () => {
    await signsAt(0, { clientHash: "home", network: "203.0.113.0/24" });
    const traces = async () => (await sql`select from screened_signings where campaign_id = ${open.campaign.id}`).length;
    await forgetExpired(new Date(MORNING.getTime() + 6 * DAY * 60_000));
    expect(await traces()).toBe(1);
    await forgetExpired(new Date(MORNING.getTime() + 8 * DAY * 60_000));
    expect(await traces()).toBe(0);
  });
});
