import { beforeAll, beforeEach, expect, test } from "vitest";
import type { RemixHandler } from "#app/http/remix.server.ts";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { sql } from "#db/client.server.ts";
import { aSignature } from "#tests/build.ts";
import { openRoutes } from "#tests/setup/open-routes.ts";
import { anOpenLetter, type OpenLetter, urls } from "./signing-steps.ts";

/** What the house may know of an address before it is typed. "limited" is typed from an address that signed too often. */
const KINDS = ["new", "pending", "confirmed", "withdrawn", "suspect", "removed", "capped", "limited"] as const;
type Kind = (typeof KINDS)[number];

const HOUR_MS = 3_600_000;

let handler: RemixHandler;
let open: OpenLetter;

beforeAll(async () => {
  ({ handler } = await openRoutes());
});

beforeEach(async () => {
  open = await anOpenLetter();
  const of = { campaignId: open.campaign.id, letterVersionId: open.letter.id };
  const earlier = new Date(Date.now() - HOUR_MS);
  for (const kind of KINDS) {
    if (kind === "pending" || kind === "confirmed" || kind === "withdrawn" || kind === "suspect" || kind === "removed") {
      await aSignature(of, { email: addressOf(kind), state: kind, mailedAt: earlier, createdAt: earlier });
    }
  }
  const { id } = await aSignature(of, { email: addressOf("capped"), mailCount: 5, mailedAt: earlier });
  await sql`
    insert into screened_signings (campaign_id, signature_id, is_new, client_hash, mail_domain, name_key)
    values (${open.campaign.id}, ${id}, true, 'flooding', 'example.org', '')`;
});

/** All of one length, so that a length tells nothing either. */
function addressOf(kind: Kind) {
  return `${kind.padEnd(9, "x")}@example.org`;
}

/** All that whoever types this address is answered: on signing, on the page after it, and on asking for the mail again. */
async function answersTo(kind: Kind) {
  const client = { clientHash: kind === "limited" ? "flooding" : `client-${kind}`, network: "203.0.113.0/24" };
  const ask = (path: string, init: RequestInit) =>
    handler(new Request(`http://localhost:3000/letters/${open.campaign.slug}${path}`, init), { isFromThisMachine: false, findClient: async () => client });
  const fields = { name: "Ada Lovelace", email: addressOf(kind), country: "GB", postcode: "", comment: "" };
  const signed = await ask("/sign", { method: "POST", body: new URLSearchParams(fields) });
  const headers = { Cookie: signed.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
  await screenSignings(urls);
  const page = await ask("/check-inbox", { headers });
  // Ten minutes later, as far as this browser's session goes.
  await sql`update signer_sessions set created_at = now() - interval '11 minutes' where email = ${addressOf(kind)}`;
  const asked = await ask("/another-mail", { method: "POST", headers });
  await screenSignings(urls);
  const after = await ask("/check-inbox?asked", { headers });
  return Promise.all([signed, page, asked, after].map((answer) => written(answer, kind)));
}

/** Byte by byte, but for the address that was typed and the random value of the cookie. */
async function written(answer: Response, kind: Kind) {
  const whole = [answer.status, ...answer.headers, await answer.text()].join("\n");
  return whole.replaceAll(addressOf(kind), "ADDRESS").replace(/signer=[\w-]{43}/, "signer=TOKEN");
}

test("whatever is known of an address, whoever types it gets the same answers", async () => {
  const expected = await answersTo("new");
  expect(expected.join()).toContain("Send the mail again");
  expect(expected[3]).toContain("The mail was asked for again.");
  const answers = new Map([["new", expected]]);
  for (const kind of KINDS.slice(1)) answers.set(kind, await answersTo(kind));
  expect(answers).toEqual(new Map(KINDS.map((kind) => [kind, expected])));
  expect(await sql`select state, suspicion from signatures where email = ${addressOf("limited")}`).toMatchObject([{ state: "suspect", suspicion: "client-burst" }]);
  const mailed = await sql<{ to: string }[]>`select to_address as to from deliveries where campaign_id = ${open.campaign.id} order by 1`;
  expect(new Set(mailed.map(({ to }) => to))).toEqual(new Set((["confirmed", "new", "pending", "suspect", "withdrawn"] as const).map(addressOf)));
});
