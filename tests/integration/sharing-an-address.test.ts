import { expect, test } from "vitest";
import { confirmByCode } from "#app/signatures/confirm-by-code.server.ts";
import { confirmSignature } from "#app/signatures/confirm.server.ts";
import { sign } from "#app/signatures/sign.server.ts";
import { after, anOpenLetter, browserOf, listMails, listSignatures, MORNING, signatureOf, signs } from "./signing-steps.ts";

const HOME = "home@example.org";
const ada = { name: "Ada Lovelace", email: HOME };
const sam = { name: "Sam Lovelace", email: HOME };
const states = async (open: Awaited<ReturnType<typeof anOpenLetter>>) =>
  (await listSignatures(open)).map(({ name, seat, state }) => `${seat} ${name} ${state}`).toSorted();

test("two people with one address both sign where the campaign allows it, each confirming their own", async () => {
  const open = await anOpenLetter({ sharesAddresses: true });
  await signs(open, ada);
  await signs(open, sam);
  const mails = await listMails(open);
  expect(mails.map(({ name, to }) => `${name} ${to}`)).toEqual([`Ada Lovelace ${HOME}`, `Sam Lovelace ${HOME}`]);
  await confirmSignature(mails[1]?.token ?? "", { releasedMessageIds: [] }, MORNING);
  expect(await states(open)).toEqual(["1 Ada Lovelace pending", "2 Sam Lovelace confirmed"]);
});

test("each signs once: the same name in other letters is the same person", async () => {
  const open = await anOpenLetter({ sharesAddresses: true });
  await signs(open, ada);
  await signs(open, { ...ada, name: "ADA  LOVELÁCE" }, after(11));
  await signs(open, sam, after(12));
  await signs(open, { ...sam, name: "sam lovelace" }, after(23));
  expect(await states(open)).toEqual(["1 Ada Lovelace pending", "2 Sam Lovelace pending"]);
});

test("there is no third: two are never more than two", async () => {
  const open = await anOpenLetter({ sharesAddresses: true });
  for (const name of ["Ada Lovelace", "Sam Lovelace", "Tom Lovelace"]) await signs(open, { ...ada, name });
  expect(await states(open)).toEqual(["1 Ada Lovelace pending", "2 Sam Lovelace pending"]);
});

test("twenty at once, of two names, are two signatures", async () => {
  const open = await anOpenLetter({ sharesAddresses: true });
  const values = { country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };
  await Promise.all(Array.from({ length: 20 }, (_, count) => sign({ ...open, values: { ...values, ...(count % 2 ? ada : sam) } }, MORNING)));
  expect((await listSignatures(open)).map(({ seat, nameKey }) => [seat, nameKey]).toSorted()).toHaveLength(2);
  expect(new Set((await listSignatures(open)).map(({ nameKey }) => nameKey))).toEqual(new Set(["ada lovelace", "sam lovelace"]));
});

test("elsewhere one address is one person, whatever name comes second", async () => {
  const open = await anOpenLetter();
  await signs(open, ada);
  await signs(open, sam, after(11));
  expect(await states(open)).toEqual(["1 Ada Lovelace pending"]);
});

test("who signed before the campaign allowed it does not sign again by that", async () => {
  const before = await anOpenLetter();
  await signs(before, ada);
  const open = { ...before, campaign: { ...before.campaign, sharesAddresses: true } };
  await signs(open, ada, after(11));
  expect(await states(open)).toEqual(["1 Ada Lovelace pending"]);
});

test("a code of one typed in the other's browser confirms whose code it is, and renames nobody", async () => {
  const open = await anOpenLetter({ sharesAddresses: true });
  await signs(open, ada);
  const { sessionToken } = await signs(open, sam);
  const [adasMail] = await listMails(open);
  await confirmByCode({ campaignId: open.campaign.id, email: HOME, code: adasMail?.code ?? "", sessionToken }, MORNING);
  expect(await states(open)).toEqual(["1 Ada Lovelace confirmed", "2 Sam Lovelace pending"]);
});

test("each browser writes for the one who typed their name there", async () => {
  const open = await anOpenLetter({ sharesAddresses: true });
  const [adas, sams] = [await signs(open, ada), await signs(open, sam)];
  const [first, second] = await Promise.all([adas, sams].map(({ sessionToken }) => browserOf(open, sessionToken)));
  const seats = new Map((await listSignatures(open)).map(({ id, seat }) => [id, seat]));
  expect([seats.get(first?.signatureId ?? ""), seats.get(second?.signatureId ?? "")]).toEqual([1, 2]);
  expect((await signatureOf(open, HOME)).email).toBe(HOME);
});
