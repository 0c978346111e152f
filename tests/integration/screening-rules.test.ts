import { beforeEach, describe, expect, test } from "vitest";
import { FROM_NOWHERE, sign, type SignedFrom } from "#app/signatures/sign.server.ts";
import { findAllowed } from "#app/signatures/screening/allowances.server.ts";
import { readScreeningValue, type ScreeningKind, type ScreeningVerdict } from "#app/signatures/screening/screening-rule.ts";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { db, sql } from "#db/client.server.ts";
import { screeningRules } from "#db/schema/index.ts";
import { anOpenLetter, listMails, listSignatures, MORNING, type OpenLetter, urls } from "./signing-steps.ts";

let open: OpenLetter;

beforeEach(async () => {
  open = await anOpenLetter();
});

async function ruled(verdict: ScreeningVerdict, kind: ScreeningKind, typed: string, campaign = open.campaign) {
  const reading = readScreeningValue(kind, typed);
  if (!reading.ok) throw new Error(reading.error);
  await db.insert(screeningRules).values({ campaignId: campaign.id, kind, verdict, value: reading.value });
}

async function signsFrom(email: string, from: Partial<SignedFrom> = {}) {
  const values = { name: "Ada Lovelace", email, country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };
  await sign({ ...open, values, from: { ...FROM_NOWHERE, ...from } }, MORNING);
}

/** What was found of each, by its address. */
async function found() {
  await screenSignings(urls, undefined, MORNING);
  return Object.fromEntries((await listSignatures(open)).map(({ email, state, suspicion }) => [email, state === "suspect" ? suspicion : state]));
}

describe("a mail domain", () => {
  test("that is blocked holds back its addresses and those beneath it, in any spelling, and nothing that ends alike", async () => {
    await ruled("block", "mail domain", "Bücher.example");
    await ruled("block", "mail domain", "googlemail.com");
    for (const email of ["a@xn--bcher-kva.example", "b@mail.xn--bcher-kva.example", "c@notxn--bcher-kva.example", "d@gmail.com", "e@example.org"]) await signsFrom(email);
    expect(await found()).toEqual({
      "a@xn--bcher-kva.example": "blocked-domain", "b@mail.xn--bcher-kva.example": "blocked-domain", "c@notxn--bcher-kva.example": "pending",
      "d@gmail.com": "blocked-domain", "e@example.org": "pending",
    });
    expect((await listMails(open)).map(({ to }) => to)).toEqual(["c@notxn--bcher-kva.example", "e@example.org"]);
  });

  test("is judged by the nearest rule", async () => {
    await ruled("block", "mail domain", "university.example");
    await ruled("allow", "mail domain", "alumni.university.example");
    for (const email of ["a@university.example", "b@alumni.university.example", "c@x.alumni.university.example"]) await signsFrom(email);
    expect(await found()).toEqual({ "a@university.example": "blocked-domain", "b@alumni.university.example": "pending", "c@x.alumni.university.example": "pending" });
  });

  test("of mailboxes that are thrown away is held back, unless the campaign allows it or the network", async () => {
    await ruled("allow", "mail domain", "yopmail.com");
    await ruled("allow", "network", "198.51.100.0/24");
    await signsFrom("a@mailinator.com");
    await signsFrom("b@x.mailinator.com");
    await signsFrom("c@yopmail.com");
    await signsFrom("d@mailinator.com", { network: "198.51.100.0/24" });
    expect(await found()).toEqual({ "a@mailinator.com": "disposable", "b@x.mailinator.com": "disposable", "c@yopmail.com": "pending", "d@mailinator.com": "pending" });
  });

  test.each(["duck.com", "mozmail.com", "privaterelay.appleid.com", "simplelogin.com", "passmail.net", "gmail.com", "mail.ru", "tuta.io"])(
    "that honest people use to keep their address to themselves is none of those: %s",
    async (domain) => {
      await signsFrom(`ada@${domain}`);
      expect(Object.values(await found())).toEqual(["pending"]);
    },
  );
});

describe("a network", () => {
  test("that is blocked holds back whoever signs from within it", async () => {
    await ruled("block", "network", "203.0.112.0/20");
    await ruled("block", "network", "2001:db8::/32");
    await signsFrom("a@example.org", { network: "203.0.113.0/24" });
    await signsFrom("b@example.org", { network: "203.0.128.0/24" });
    await signsFrom("c@example.org", { network: "2001:db8:5::/48" });
    await signsFrom("d@example.org", { network: "2001:db9:5::/48" });
    await signsFrom("e@example.org");
    expect(await found()).toEqual({
      "a@example.org": "blocked-network", "b@example.org": "pending", "c@example.org": "blocked-network", "d@example.org": "pending", "e@example.org": "pending",
    });
  });

  test("that is allowed does not open a blocked domain, and all reasons are kept", async () => {
    await ruled("allow", "network", "203.0.113.0/24");
    await ruled("block", "mail domain", "mail.example");
    await ruled("block", "network", "198.51.100.0/24");
    await signsFrom("a@mail.example", { network: "203.0.113.0/24" });
    await signsFrom("b@mail.example", { network: "198.51.100.0/24", isTrapped: true });
    expect(await found()).toEqual({ "a@mail.example": "blocked-domain", "b@mail.example": "trap,blocked-domain,blocked-network" });
  });
});

test("a campaign's rules are for itself", async () => {
  const other = await anOpenLetter();
  await ruled("block", "mail domain", "example.org", other.campaign);
  await signsFrom("ada@example.org");
  expect(await found()).toEqual({ "ada@example.org": "pending" });
});

test("a value has one rule in a campaign", async () => {
  await ruled("block", "mail domain", "mail.example");
  await expect(ruled("allow", "mail domain", "Mail.Example")).rejects.toMatchObject({ cause: { constraint_name: "one_screening_rule_per_value" } });
});

test("whoever makes limits can ask who is exempt from them", async () => {
  await ruled("allow", "mail domain", "school.example");
  await ruled("allow", "network", "203.0.113.0/24");
  await ruled("block", "network", "198.51.100.0/24");
  const signing = {
    campaignId: open.campaign.id, kind: "signing", signatureId: "", canonicalEmail: "", nameKey: "", isNew: true, clientHash: null, isTrapped: false, proof: null, createdAt: MORNING,
  } as const;
  const signings = [
    { ...signing, id: 1, mailDomain: "school.example", network: null },
    { ...signing, id: 2, mailDomain: "mail.example", network: "203.0.113.0/24" },
    { ...signing, id: 3, mailDomain: "mail.example", network: "198.51.100.0/24" },
    { ...signing, id: 4, mailDomain: "mail.example", network: null },
  ];
  expect(await sql.begin((tx) => findAllowed(tx, signings))).toEqual(new Set([1, 2]));
  expect(await sql.begin((tx) => findAllowed(tx, []))).toEqual(new Set());
});
