import { and, asc, desc, eq, ne } from "drizzle-orm";
import { changesBetween } from "#app/audit/words.ts";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { mailDomainChanges, mailDomains } from "#db/schema/index.ts";
import type { MailDomainValues } from "./mail-domain-form.ts";

type Row = typeof mailDomains.$inferSelect;

/** All rules, a provider's domains together. */
export async function listMailDomains() {
  return db
    .select({ domain: mailDomains.domain, canonicalDomain: mailDomains.canonicalDomain, ignoresDots: mailDomains.ignoresDots, tag: mailDomains.tag })
    .from(mailDomains)
    .orderBy(asc(mailDomains.canonicalDomain), desc(eq(mailDomains.domain, mailDomains.canonicalDomain)), asc(mailDomains.domain));
}

/** What came of the newest changes, for those who made them. */
export async function listMailDomainChanges(limit = 5) {
  const { domain, lookedAt, changed, doubled, createdAt, endedAt } = mailDomainChanges;
  return db.select({ id: mailDomainChanges.id, domain, lookedAt, changed, doubled, createdAt, endedAt }).from(mailDomainChanges).orderBy(desc(mailDomainChanges.id)).limit(limit);
}

/**
 * Sets how a domain reads addresses. Its aliases follow it. What is stored is read anew by the clock: see
 * `applyMailDomains`. An alias of a domain that has no rule, or is an alias itself, is refused.
 */
export async function setMailDomain({ domain, aliasOf, ignoresDots, tag, by }: MailDomainValues & { by: string }, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const main = aliasOf === null ? undefined : await findRule(tx, aliasOf);
    if (aliasOf !== null && (!main || main.canonicalDomain !== main.domain)) return { outcome: "no such main domain" } as const;
    const aliases = await tx.select().from(mailDomains).where(and(eq(mailDomains.canonicalDomain, domain), ne(mailDomains.domain, domain))).for("update");
    if (main && aliases.length > 0) return { outcome: "has aliases" } as const;
    const reading = main ? { canonicalDomain: main.domain, ignoresDots: main.ignoresDots, tag: main.tag } : { canonicalDomain: domain, ignoresDots, tag };
    const before = await findRule(tx, domain);
    const changes = changesBetween(toldOf(before), toldOf(reading));
    if (!changes) return { outcome: "unchanged" } as const;
    await tx.insert(mailDomains).values({ domain, ...reading, updatedAt: now }).onConflictDoUpdate({ target: mailDomains.domain, set: { ...reading, updatedAt: now } });
    await tx.update(mailDomains).set({ ignoresDots: reading.ignoresDots, tag: reading.tag, updatedAt: now }).where(eq(mailDomains.canonicalDomain, domain));
    await applyLater(tx, [domain, ...aliases.map((alias) => alias.domain)], now);
    await writeAudit(tx, { campaignId: null, by, act: before ? "changed" : "created", subject: "mail domain", subjectId: domain, title: domain, ...changes }, now);
    return { outcome: "saved" } as const;
  });
}

/** From then on its addresses are read as those of any domain. One with aliases keeps its rule until they are gone. */
export async function removeMailDomain({ domain, by }: { domain: string; by: string }, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [alias] = await tx.select({ domain: mailDomains.domain }).from(mailDomains).where(and(eq(mailDomains.canonicalDomain, domain), ne(mailDomains.domain, domain))).limit(1);
    if (alias) return { outcome: "has aliases", alias: alias.domain } as const;
    const [removed] = await tx.delete(mailDomains).where(eq(mailDomains.domain, domain)).returning();
    if (!removed) return { outcome: "unknown" } as const;
    await applyLater(tx, [domain], now);
    await writeAudit(tx, { campaignId: null, by, act: "removed", subject: "mail domain", subjectId: domain, title: domain, before: toldOf(removed) }, now);
    return { outcome: "removed" } as const;
  });
}

async function findRule(tx: Transaction, domain: string) {
  const [row] = await tx.select().from(mailDomains).where(eq(mailDomains.domain, domain)).for("update");
  return row;
}

async function applyLater(tx: Transaction, domains: string[], now: Date) {
  await tx.insert(mailDomainChanges).values(domains.map((domain) => ({ domain, createdAt: now })));
}

function toldOf(rule: Pick<Row, "canonicalDomain" | "ignoresDots" | "tag"> | undefined) {
  return { aliasOf: rule?.canonicalDomain ?? null, ignoresDots: rule?.ignoresDots ?? null, tag: rule?.tag ?? null };
}
