import { beforeEach, expect, test } from "vitest";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { FROM_NOWHERE, sign } from "#app/signatures/sign.server.ts";
import { sql } from "#db/client.server.ts";
import { anOpenLetter, listMails, listSignatures, MORNING, type OpenLetter, urls } from "./signing-steps.ts";

/** What an honest signer meets while others throw what they have. */
let open: OpenLetter;

beforeEach(async () => {
  open = await anOpenLetter();
});

async function types(email: string, from: Partial<typeof FROM_NOWHERE>, minutes = 0) {
  const values = { name: "Ada Lovelace", email, country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };
  await sign({ ...open, values, from: { ...FROM_NOWHERE, ...from } }, new Date(MORNING.getTime() + minutes * 60_000));
}

function screens(minutes = 0) {
  return screenSignings(urls, undefined, new Date(MORNING.getTime() + minutes * 60_000));
}

test("her mail goes before those of a network that floods, in the same batch and in the next", async () => {
  for (let bot = 0; bot < 12; bot += 1) await types(`bot-${bot}@example.org`, { network: "203.0.113.0/24" });
  await types("ada@example.org", { network: "198.51.100.0/24" });
  await screens();
  await types("late-bot@example.org", { network: "203.0.113.0/24" }, 1);
  await types("sam@example.org", { network: "198.51.100.0/24" }, 1);
  await types("kim@example.org", {}, 1);
  await screens(1);
  const mails = await sql<{ to: string; priority: number }[]>`select to_address as to, priority from deliveries where campaign_id = ${open.campaign.id}`;
  const first = mails.filter(({ priority }) => priority === 1).map(({ to }) => to);
  expect(first.toSorted()).toEqual(["ada@example.org", "kim@example.org", "sam@example.org"]);
  expect(mails).toHaveLength(16);
});

test("a network that is calm again is like any other", async () => {
  for (let bot = 0; bot < 12; bot += 1) await types(`bot-${bot}@example.org`, { network: "203.0.113.0/24" });
  await screens();
  await types("ada@example.org", { network: "203.0.113.0/24" }, 10);
  await screens(10);
  expect(await sql`select priority from deliveries where campaign_id = ${open.campaign.id} and to_address = 'ada@example.org'`).toMatchObject([{ priority: 1 }]);
});

test("somebody who threw her address at the form before does not lock her out: she signs, and has the mail", async () => {
  await types("ada@example.org", { isTrapped: true });
  await screens();
  expect(await listMails(open)).toEqual([]);
  expect(await listSignatures(open)).toMatchObject([{ state: "suspect", suspicion: "trap" }]);
  await types("ada@example.org", {}, 1);
  await screens(1);
  expect(await listMails(open)).toMatchObject([{ card: "confirm-signature", to: "ada@example.org" }]);
  expect(await listSignatures(open)).toMatchObject([{ state: "pending", suspicion: "trap" }]);
});

test("thrown once more, it stays suspect; and what a human removed stays removed", async () => {
  await types("ada@example.org", { isTrapped: true });
  await types("ada@example.org", { isTrapped: true }, 1);
  await types("sam@example.org", { isTrapped: true });
  await screens(1);
  await sql`update signatures set state = 'removed', removed_from = 'suspect' where campaign_id = ${open.campaign.id} and email = 'sam@example.org'`;
  await types("sam@example.org", {}, 2);
  await screens(2);
  expect((await listSignatures(open)).map(({ email, state }) => `${email} ${state}`).toSorted()).toEqual(["ada@example.org suspect", "sam@example.org removed"]);
  expect(await listMails(open)).toEqual([]);
});
