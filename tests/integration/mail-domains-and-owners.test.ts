import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { queueReadyMessages } from "#app/messages/queue.server.ts";
import { writeMessages } from "#app/messages/write.server.ts";
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
import { sql } from "#db/client.server.ts";
import { forgetSigners } from "./own-page-steps.ts";
import { enters, faultsIn, receiptOf } from "./register-steps.ts";
import { after, anOpenLetter, browserOf, listMails, listMessagesOf, newestMail, signs, signsAndConfirms, urls } from "./signing-steps.ts";
import { anOrganizer, aSignature, aTarget } from "#tests/build.ts";

/** Each test has domains of its own: the house remembers its rules for a second. */
let tests = 0;
let hers: string;
let theirs: string;
const messageUrls = { letter: (slug: string) => `https://countersign.example/letters/${slug}`, howWeMail: () => "https://countersign.example/about/mail" };
const soon = () => new Date(Date.now() + 10_000);

let by: string;

beforeEach(async () => {
  tests += 1;
  [hers, theirs] = [`victims-${tests}.example`, `attackers-${tests}.example`];
  await forgetSigners();
  by = (await anOrganizer((await anOpenLetter()).campaign.id)).id;
});

afterEach(async () => {
  for (const domain of [theirs, hers]) await removeMailDomain({ domain, by });
  await applyMailDomains(undefined, soon());
});

async function ruled(domain: string, { aliasOf = null, tag = null }: { aliasOf?: string | null; tag?: "+" | null }) {
  expect(await setMailDomain({ domain, aliasOf, ignoresDots: false, tag, by })).toEqual({ outcome: "saved" });
  await applyMailDomains(undefined, soon());
}

test("what the house takes for one mailbox is what it was shipped with", async () => {
  const rules = (await listMailDomains()).filter(({ domain }) => !domain.endsWith(".example")).map(({ domain, ...rule }) => [domain, rule]);
  expect(Object.fromEntries(rules)).toEqual(Object.fromEntries(SHIPPED_RULES));
});

describe("an organizer's rule that makes their own domain an alias of another", () => {
  /** Ada has signed one letter; somebody with her name at another domain signs another one of the house, and confirms. */
  async function attacked() {
    const [letter, other] = [await anOpenLetter(), await anOpenLetter()];
    const ada = await signsAndConfirms(letter, { email: `ada@${hers}` });
    await enters(after(1));
    const attacker = await signsAndConfirms(other, { email: `ada@${theirs}`, name: "Eve" }, after(2));
    await ruled(hers, {});
    await ruled(theirs, { aliasOf: hers });
    return { ada, attacker, other };
  }

  test("opens nothing of those who signed from there, and no receipt", async () => {
    const { ada, attacker, other } = await attacked();
    expect((await findOwnPage(attacker.meToken, after(3)))?.signatures.map(({ name }) => name)).toEqual(["Eve"]);
    expect(await findReceiptByLink({ token: attacker.meToken, signatureId: ada.signature.id }, after(3))).toBeUndefined();
    expect(await findReceiptByLink({ token: ada.meToken, signatureId: ada.signature.id }, after(3))).toMatchObject({ outcome: "found" });
    await askForMe({ email: `ada@${hers}`, urls }, after(4));
    expect((await listMails(other)).filter(({ card }) => card === "my-page")).toEqual([]);
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
    const { signature } = await signsAndConfirms(await anOpenLetter(), { email: `ada+letters@${hers}` });
    await enters(after(1));
    await ruled(hers, { tag: "+" });
    const receipt = await receiptOf(signature.id);
    expect(receipt.ownership?.address).toBe(`ada+letters@${hers}`);
    expect(faultsIn(checkReceipt(receipt, nodeTools))).toEqual([]);
  });

  test("and is taken back names no owner rather than a wrong one", async () => {
    await ruled(hers, { tag: "+" });
    const open = await anOpenLetter();
    const signature = await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { email: `ada+x@${hers}`, canonicalEmail: `ada@${hers}`, confirmedAt: after(0) });
    await enters(after(1));
    await removeMailDomain({ domain: hers, by });
    await applyMailDomains(undefined, soon());
    const receipt = await receiptOf(signature.id);
    expect(receipt.ownership).toBeUndefined();
    expect(faultsIn(checkReceipt(receipt, nodeTools))).toEqual([]);
  });

  test("holds what the second signature of one mailbox was about to send, until a human lets it go", async () => {
    const open = await anOpenLetter();
    await signsAndConfirms(open, { email: `ada@${hers}` });
    const { signature, sessionToken } = await signsAndConfirms(open, { email: `ada+x@${hers}` }, after(1));
    const shop = await aTarget(open.campaign.id);
    await writeMessages(await browserOf(open, sessionToken, after(1)), { written: [{ targetId: shop.id, subject: "Answer", body: "Please." }], replyRoute: "signer" }, after(1));
    expect(await queueReadyMessages(messageUrls, after(2))).toBe(1);
    await ruled(hers, { tag: "+" });
    expect(await listMessagesOf(signature.id)).toMatchObject([{ state: "held" }]);
    expect(await sql`select from deliveries where campaign_id = ${open.campaign.id} and state = 'due' and (message_id is not null or signature_id = ${signature.id})`).toEqual([]);
    expect(await queueReadyMessages(messageUrls, after(3))).toBe(0);
  });

  test("loses no mail of a signing that nobody had looked at", async () => {
    const open = await anOpenLetter();
    const ada = { name: "Ada", email: `ada+x@${hers}`, country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };
    await sign({ ...open, values: ada }, after(0));
    await ruled(hers, { tag: "+" });
    await screenSignings(urls, undefined, after(1));
    expect(await newestMail(open)).toMatchObject({ card: "confirm-signature", to: `ada+x@${hers}` });
    await signs(open, { ...ada, email: `ada@${hers}` }, after(30));
    expect((await listMails(open)).map(({ to }) => to)).toEqual([`ada+x@${hers}`, `ada+x@${hers}`]);
  });
});
