import { beforeEach, expect, test } from "vitest";
import { MAX_MAILS_AN_HOUR } from "#app/signatures/screening/cap-mails.server.ts";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { forgetExpired } from "#app/signatures/forget-expired.server.ts";
import { FROM_NOWHERE, sign } from "#app/signatures/sign.server.ts";
import { sql } from "#db/client.server.ts";
import { after, anOpenLetter, HOUR, listMails, MORNING, type OpenLetter, signs, urls } from "./signing-steps.ts";

const FLOOD = MAX_MAILS_AN_HOUR + 3;
let letters: OpenLetter[] = [];

beforeEach(async () => {
  letters = [];
  for (let number = 0; number < FLOOD; number += 1) letters.push(await anOpenLetter());
});

/** How many mails went out for each letter. */
async function mailsPerLetter() {
  return Promise.all(letters.map(async (letter) => (await listMails(letter)).length));
}

async function mails() {
  return (await mailsPerLetter()).reduce((sum, count) => sum + count, 0);
}

test("one address gets so many mails an hour, whatever letters it is typed under and however it is spelled", async () => {
  const spellings = ["ada.lovelace@gmail.com", "AdaLovelace+x@googlemail.com", "a.d.a.lovelace@gmail.com"];
  for (const [turn, letter] of letters.entries()) await signs(letter, { email: spellings[turn % 3] ?? "" }, after(turn));
  expect(await mailsPerLetter()).toEqual(letters.map((_, turn) => (turn < MAX_MAILS_AN_HOUR ? 1 : 0)));
});

test("so it is when all come at once, before several workers", async () => {
  const values = { name: "Ada Lovelace", email: "ada@example.org", country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };
  await Promise.all(letters.map((letter) => sign({ ...letter, values, from: FROM_NOWHERE }, MORNING)));
  await Promise.all([1, 2, 3].map(() => screenSignings(urls, undefined, MORNING)));
  await screenSignings(urls, undefined, MORNING);
  expect(await mails()).toBe(MAX_MAILS_AN_HOUR);
});

test("what was over the cap waits unharmed: asked for again after the hour, the mail comes", async () => {
  for (const letter of letters) await signs(letter);
  const [last] = letters.slice(-1);
  if (!last) throw new Error("There is no letter.");
  await signs(last, {}, after(HOUR - 1));
  expect(await listMails(last)).toEqual([]);
  await signs(last, {}, after(HOUR + 1));
  expect(await listMails(last)).toMatchObject([{ card: "confirm-signature", to: "ada@example.org" }]);
});

test("typing an address again and again, for which no mail is due, uses up none of its mails", async () => {
  const [first, second] = letters;
  if (!first || !second) throw new Error("There are no letters.");
  for (let turn = 0; turn < FLOOD; turn += 1) await signs(first, {}, after(turn / 10));
  await signs(second, {}, after(2));
  expect([await listMails(first), await listMails(second)]).toMatchObject([[{}], [{}]]);
});

test("somebody else's mail comes all the same", async () => {
  for (const letter of letters) await signs(letter);
  const [first] = letters;
  if (!first) throw new Error("There is no letter.");
  await signs(first, { email: "grace@example.org" });
  expect(await listMails(first)).toContainEqual(expect.objectContaining({ to: "grace@example.org" }));
});

test("what was counted is forgotten after the hour, and names no address before", async () => {
  for (const letter of letters) await signs(letter);
  const kept = await sql`select * from mailed_addresses`;
  expect(kept).toMatchObject([{ mails: MAX_MAILS_AN_HOUR }]);
  expect(JSON.stringify(kept)).not.toContain("ada");
  await forgetExpired(after(HOUR + 1));
  expect(await sql`select * from mailed_addresses`).toEqual([]);
});
