import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { unknownProxy } from "#app/desk/waiting/unknown-proxy.server.ts";
import { findClient, UNKNOWN_CLIENT } from "#app/http/client.server.ts";
import { paths } from "#app/http/paths.ts";
import { hashClient } from "#app/signatures/screening/client-key.server.ts";
import { forgetExpired } from "#app/signatures/forget-expired.server.ts";
import { sql } from "#db/client.server.ts";
import { aCampaign } from "#tests/build.ts";

const NOON = new Date("2026-07-01T12:00:00Z");
const DAY_MS = 86_400_000;
const kind = unknownProxy({ page: paths.deskState });

/** A signing over a socket from this address, which names another in X-Forwarded-For. */
function aRequest(socket: string, forwarded?: string) {
  const req = new IncomingMessage(Object.defineProperty(new Socket(), "remoteAddress", { value: socket }));
  if (forwarded !== undefined) req.headers["x-forwarded-for"] = forwarded;
  return req;
}

test("who signs is known by a name of the day and a network, and the address is kept nowhere", async () => {
  const client = await findClient(aRequest("203.0.113.77"), NOON);
  expect(client).toEqual({ clientHash: await hashClient("203.0.113.77", NOON), network: "203.0.113.0/24" });
  expect(JSON.stringify(await sql`select * from client_keys`)).not.toContain("203.0.113");
});

test("neighbours in one IPv6 household are one, and the next household is another", async () => {
  const [one, other, next] = await Promise.all(["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"].map((address) => findClient(aRequest(address), NOON)));
  expect(other).toEqual(one);
  expect(next?.clientHash).not.toBe(one?.clientHash);
  expect(next?.network).toBe("2001:db8:1::/48");
});

test("nobody is believed unasked: what a stranger says in X-Forwarded-For changes nothing", async () => {
  expect(await findClient(aRequest("203.0.113.77", "198.51.100.1"), NOON)).toEqual(await findClient(aRequest("203.0.113.77"), NOON));
});

test("behind a proxy that nobody told us of no one is known, and the desk says so for as long as it lasts", async () => {
  const [open, closed] = [await aCampaign(), await aCampaign({ state: "closed" })];
  const later = new Date(NOON.getTime() + 10 * DAY_MS);
  expect(await kind.count([open, closed], later)).toEqual(new Map());
  expect(await findClient(aRequest("10.0.0.2", "198.51.100.1"), later)).toEqual(UNKNOWN_CLIENT);
  expect(await kind.count([open, closed], later)).toEqual(new Map([[open.id, 1]]));
  expect(await kind.list(open, 3, later)).toMatchObject([{ since: new Date("2026-07-11T00:00:00Z"), path: paths.deskState(open.slug) }]);
  const muchLater = new Date(later.getTime() + 2 * DAY_MS);
  expect(await kind.count([open, closed], muchLater)).toEqual(new Map());
  await forgetExpired(muchLater);
  expect(await sql`select day from client_keys where day < '2026-07-12'`).toEqual([]);
});

test("two processes agree on the day's key", async () => {
  const day = new Date("2026-08-01T12:00:00Z");
  const names = await Promise.all(Array.from({ length: 8 }, () => hashClient("203.0.113.77", day)));
  await hashClient("203.0.113.77", NOON);
  expect(new Set([...names, await hashClient("203.0.113.77", day)]).size).toBe(1);
  expect(await sql`select day from client_keys where day = '2026-08-01'`).toHaveLength(1);
});
