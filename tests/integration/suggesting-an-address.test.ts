import { expect, test } from "vitest";
import { z } from "zod";
import { action as sign } from "#app/routes/signatures/sign.tsx";
import { answerOf, browserOf } from "./organizers-steps.ts";
import { anOpenLetter, listSignatures, type OpenLetter } from "./signing-steps.ts";

const ADA = { name: "Ada Lovelace", email: "ada@gmial.com", country: "GB" };

const Refusal = z.object({ data: z.unknown(), init: z.unknown() });

async function sends(open: OpenLetter, fields: Record<string, string>) {
  const browser = await browserOf(undefined);
  return answerOf(sign({ request: browser.sends("/letters/x/sign", fields), params: { slug: open.campaign.slug }, context: { isFromThisMachine: false } }));
}

async function refusalOf(open: OpenLetter, fields: Record<string, string>) {
  return Refusal.parse(await (await sends(open, fields)).json());
}

async function addresses(open: OpenLetter) {
  return (await listSignatures(open)).map(({ email }) => email);
}

test("a slip in a well-known domain comes back once with what was probably meant, and nothing is stored", async () => {
  const open = await anOpenLetter();
  const { data } = await refusalOf(open, ADA);
  expect(data).toEqual({ errors: { email: "Did you mean ada@gmail.com?" }, typed: { ...ADA, suggested: "ada@gmail.com", from: "" } });
  expect(await addresses(open)).toEqual([]);
});

test("ticked, the address that was offered signs", async () => {
  const open = await anOpenLetter();
  expect((await sends(open, { ...ADA, kept_email: "ada@gmial.com", use_email: "ada@gmail.com" })).status).toBe(303);
  expect(await addresses(open)).toEqual(["ada@gmail.com"]);
});

test("sent again as it is, what was typed signs: it is never imposed", async () => {
  const open = await anOpenLetter();
  expect((await sends(open, { ...ADA, kept_email: "ada@gmial.com" })).status).toBe(303);
  expect(await addresses(open)).toEqual(["ada@gmial.com"]);
});

test("what a box of another form offers is not taken", async () => {
  const open = await anOpenLetter();
  expect((await refusalOf(open, { ...ADA, use_email: "mallory@example.org" })).init).toEqual({ status: 422 });
  expect(await addresses(open)).toEqual([]);
});
