import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyMailDomains } from "#app/signatures/apply-mail-domains.server.ts";
import { listMailDomainChanges, listMailDomains, removeMailDomain, setMailDomain } from "#app/signatures/change-mail-domain.server.ts";
import type { MailDomainValues } from "#app/signatures/mail-domain-form.ts";
import { db } from "#db/client.server.ts";
import { auditEntries, signatures } from "#db/schema/index.ts";
import { anOpenLetter, listSignatures } from "./signing-steps.ts";
import { anOrganizer, aSignature } from "#tests/build.ts";

const soon = () => new Date(Date.now() + 10_000);

/** Each test has a domain of its own, for all campaigns of the house share them. */
let tests = 0;
let domain: string;
let plain: Pick<MailDomainValues, "domain" | "aliasOf" | "ignoresDots" | "tag">;
let open: Awaited<ReturnType<typeof anOpenLetter>>;
let by: string;

beforeEach(async () => {
  tests += 1;
  domain = `kettles-${tests}.example`;
  plain = { domain, aliasOf: null, ignoresDots: false, tag: null };
  open = await anOpenLetter();
  by = (await anOrganizer(open.campaign.id)).id;
});

afterEach(async () => {
  for (const each of ["alias.example", domain]) await removeMailDomain({ domain: each, by });
  await applyMailDomains(undefined, soon());
});

function signed(email: string, given: Partial<typeof signatures.$inferInsert> = {}) {
  return aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { email, ...given });
}

async function readings() {
  return new Map((await listSignatures(open)).map(({ email, canonicalEmail, state }) => [email, `${canonicalEmail} ${state}`]));
}

test("the house knows the large providers from the start", async () => {
  const rules = new Map((await listMailDomains()).map((rule) => [rule.domain, rule]));
  expect(rules.get("googlemail.com")).toEqual({ domain: "googlemail.com", canonicalDomain: "gmail.com", ignoresDots: true, tag: "+" });
  expect(rules.get("outlook.com")).toMatchObject({ ignoresDots: false, tag: "+" });
});

test("a new rule reads the addresses that are stored anew, and the second of one mailbox waits for a human", async () => {
  const earlier = await signed(`ada@${domain}`, { confirmedAt: new Date() });
  await signed(`Ada+letters@${domain}`, { confirmedAt: new Date() });
  await signed(`sam+x@${domain}`, { confirmedAt: new Date() });
  await signed("tom+x@elsewhere.example", { confirmedAt: new Date() });
  expect(await setMailDomain({ ...plain, tag: "+", by })).toEqual({ outcome: "saved" });
  await applyMailDomains(undefined, soon());
  expect([...(await readings())].toSorted()).toEqual([
    [`Ada+letters@${domain}`, `ada+letters@${domain} suspect`],
    [`ada@${domain}`, `ada@${domain} confirmed`],
    [`sam+x@${domain}`, `sam@${domain} confirmed`],
    ["tom+x@elsewhere.example", "tom+x@elsewhere.example confirmed"],
  ]);
  const [doubled] = await db.select().from(signatures).where(eq(signatures.email, `Ada+letters@${domain}`));
  expect(doubled?.suspicion).toBe("same mailbox");
  expect(earlier.state).toBe("confirmed");
  expect((await listMailDomainChanges(1))[0]).toMatchObject({ domain, changed: 1, doubled: 1 });
});

test("two of one batch that turn out to be one mailbox are one signature and one suspect", async () => {
  await signed(`a.da@${domain}`);
  await signed(`ad.a@${domain}`);
  await setMailDomain({ ...plain, ignoresDots: true, by });
  await applyMailDomains(undefined, soon());
  expect([...(await readings()).values()].toSorted()).toEqual([`ad.a@${domain} suspect`, `ada@${domain} pending`]);
});

test("two workers at once apply it once", async () => {
  await signed(`sam+x@${domain}`);
  await setMailDomain({ ...plain, tag: "+", by });
  await Promise.all([applyMailDomains(undefined, soon()), applyMailDomains(undefined, soon())]);
  await applyMailDomains(undefined, soon());
  expect((await listMailDomainChanges(1))[0]).toMatchObject({ changed: 1, doubled: 0 });
});

test("an alias reads addresses as its main domain does, and follows its changes", async () => {
  await setMailDomain({ ...plain, tag: "+", by });
  await setMailDomain({ ...plain, domain: "alias.example", aliasOf: domain, by });
  await setMailDomain({ ...plain, tag: "-", ignoresDots: true, by });
  const rules = await listMailDomains();
  expect(rules.find((rule) => rule.domain === "alias.example")).toMatchObject({ canonicalDomain: domain, tag: "-", ignoresDots: true });
  expect(await removeMailDomain({ domain, by })).toEqual({ outcome: "has aliases", alias: "alias.example" });
});

test("an alias of nothing, of an alias, or of one's own alias is refused", async () => {
  await setMailDomain({ ...plain, tag: "+", by });
  await setMailDomain({ ...plain, domain: "alias.example", aliasOf: domain, by });
  expect(await setMailDomain({ ...plain, domain: "third.example", aliasOf: "nowhere.example", by })).toEqual({ outcome: "no such main domain" });
  expect(await setMailDomain({ ...plain, domain: "third.example", aliasOf: "alias.example", by })).toEqual({ outcome: "no such main domain" });
  expect(await setMailDomain({ ...plain, aliasOf: "gmail.com", by })).toEqual({ outcome: "has aliases" });
});

test("each change stands in the log once; none stands there for nothing changed", async () => {
  await setMailDomain({ ...plain, tag: "+", by });
  await setMailDomain({ ...plain, tag: "+", by });
  await removeMailDomain({ domain, by });
  const told = await db.select().from(auditEntries).where(eq(auditEntries.organizerId, by));
  expect(told.map(({ act, title }) => `${act} ${title}`).toSorted()).toEqual([`created ${domain}`, `removed ${domain}`]);
});
