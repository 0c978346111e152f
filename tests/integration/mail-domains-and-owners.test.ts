import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkReceipt } from "#app/register/check-receipt.ts";
import { nodeTools } from "#app/register/node-tools.server.ts";
import { findReceiptByLink } from "#app/register/receipt-by-link.server.ts";
import { applyMailDomains } from "#app/signatures/apply-mail-domains.server.ts";
import { askForMe } from "#app/signatures/ask-for-me.server.ts";
import { listMailDomains, removeMailDomain, setMailDomain } from "#app/signatures/change-mail-domain.server.ts";
import { eraseOwn } from "#app/signatures/own/erase-own.server.ts";
import { findOwnPage } from "#app/signatures/own/own-page.server.ts";
import { SHIPPED_RULES } from "#app/signatures/same-mailbox.ts";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { sign } from "#app/signatures/sign.server.ts";
import { forgetSigners } from "./own-page-steps.ts";
import { enters, faultsIn, receiptOf } from "./register-steps.ts";
import { after, anOpenLetter, listMails, newestMail, signs, signsAndConfirms, urls } from "./signing-steps.ts";
import { anOrganizer, aSignature } from "#tests/build.ts";

const HERS = "victims.example";
const THEIRS = "attackers.example";
const soon = () => new Date(Date.now() + 10_000);

let by: string;

beforeEach(async () => {
  await forgetSigners();
  by = (await anOrganizer((await anOpenLetter()).campaign.id)).id;
});

afterEach(async () => {
  for (const domain of [THEIRS, HERS]) await removeMailDomain({ domain, by });
  await applyMailDomains(undefined, soon());
});

async function ruled(domain: string, { aliasOf = null, tag = null }: { aliasOf?: string | null; tag?: "+" | null }) {
  expect(await setMailDomain({ domain, aliasOf, ignoresDots: false, tag, by })).toEqual({ outcome: "saved" });
  await applyMailDomains(undefined, soon());
}

test("what the house takes for one mailbox is what it was shipped with", async () => {
  const rules = (await listMailDomains()).filter(({ domain }) => domain !== HERS && domain !== THEIRS).map(({ domain, ...rule }) => [domain, rule]);
  expect(Object.fromEntries(rules)).toEqual(Object.fromEntries(SHIPPED_RULES));
});

describe("an organizer's rule that makes their own domain an alias of another", () => {
  /** Ada has signed one letter; somebody with her name at another domain signs another one of the house, and confirms. */
  async function attacked() {
    const [hers, theirs] = [await anOpenLetter(), await anOpenLetter()];
    const ada = await signsAndConfirms(hers, { email: `ada@${HERS}` });
    await enters(after(1));
    const attacker = await signsAndConfirms(theirs, { email: `ada@${THEIRS}`, name: "Eve" }, after(2));
    await ruled(HERS, {});
    await ruled(THEIRS, { aliasOf: HERS });
    return { ada, attacker, theirs };
  }

  test("opens nothing of those who signed from there, and no receipt", async () => {
    const { ada, attacker, theirs } = await attacked();
    expect((await findOwnPage(attacker.meToken, after(3)))?.signatures.map(({ name }) => name)).toEqual(["Eve"]);
    expect(await findReceiptByLink({ token: attacker.meToken, signatureId: ada.signature.id }, after(3))).toBeUndefined();
    expect(await findReceiptByLink({ token: ada.meToken, signatureId: ada.signature.id }, after(3))).toMatchObject({ outcome: "found" });
    await askForMe({ email: `ada@${HERS}`, urls }, after(4));
    expect((await listMails(theirs)).filter(({ card }) => card === "my-page")).toEqual([]);
  });

  test("leads no link on to them when its own signature is erased", async () => {
    const { ada, attacker } = await attacked();
    const [own] = (await findOwnPage(attacker.meToken, after(3)))?.signatures ?? [];
    await eraseOwn({ canonicalEmail: ada.signature.canonicalEmail, ids: [own?.id ?? ""], token: attacker.meToken }, after(4));
    expect(await findOwnPage(attacker.meToken, after(5))).toBeUndefined();
    expect((await findOwnPage(ada.meToken, after(5)))?.signatures).toHaveLength(1);
  });
});

describe("a rule that reads an address otherwise", () => {
  test("leaves its receipt true", async () => {
    const { signature } = await signsAndConfirms(await anOpenLetter(), { email: `ada+letters@${HERS}` });
    await enters(after(1));
    await ruled(HERS, { tag: "+" });
    const receipt = await receiptOf(signature.id);
    expect(receipt.ownership?.address).toBe(`ada+letters@${HERS}`);
    expect(faultsIn(checkReceipt(receipt, nodeTools))).toEqual([]);
  });

  test("and is taken back names no owner rather than a wrong one", async () => {
    await ruled(HERS, { tag: "+" });
    const open = await anOpenLetter();
    const signature = await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { email: `ada+x@${HERS}`, canonicalEmail: `ada@${HERS}`, confirmedAt: after(0) });
    await enters(after(1));
    await removeMailDomain({ domain: HERS, by });
    await applyMailDomains(undefined, soon());
    const receipt = await receiptOf(signature.id);
    expect(receipt.ownership).toBeUndefined();
    expect(faultsIn(checkReceipt(receipt, nodeTools))).toEqual([]);
  });

  test("loses no mail of a signing that nobody had looked at", async () => {
    const open = await anOpenLetter();
    const ada = { name: "Ada", email: `ada+x@${HERS}`, country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };
    await sign({ ...open, values: ada }, after(0));
    await ruled(HERS, { tag: "+" });
    await screenSignings(urls, undefined, after(1));
    expect(await newestMail(open)).toMatchObject({ card: "confirm-signature", to: `ada+x@${HERS}` });
    await signs(open, { ...ada, email: `ada@${HERS}` }, after(30));
    expect((await listMails(open)).map(({ to }) => to)).toEqual([`ada+x@${HERS}`, `ada+x@${HERS}`]);
  });
});
