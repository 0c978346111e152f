import { and, asc, eq } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { readMailDomains } from "#app/signatures/mail-domains.server.ts";
import { db } from "#db/client.server.ts";
import { hasId } from "#db/id.ts";
import { memberships, organizers, screeningRules } from "#db/schema/index.ts";
import { askBefore, type WantedRule } from "./rule-form.ts";

export type RuleRow = Awaited<ReturnType<typeof listRules>>[number];

const RULES_SHOWN = 2_000;

/** What a campaign blocks and allows, with who said so and when. */
export async function listRules(campaignId: string) {
  return db
    .select({
      id: screeningRules.id, kind: screeningRules.kind, verdict: screeningRules.verdict, value: screeningRules.value, note: screeningRules.note,
      by: organizers.name, at: screeningRules.createdAt,
    })
    .from(screeningRules)
    .leftJoin(organizers, eq(organizers.id, screeningRules.createdBy))
    .where(eq(screeningRules.campaignId, campaignId))
    .orderBy(asc(screeningRules.verdict), asc(screeningRules.kind), asc(screeningRules.value))
    .limit(RULES_SHOWN);
}

type Adding = WantedRule & { campaignId: string; by: string; note: string; sure: boolean };
type Added = { outcome: "added" | "there already" } | { outcome: "the other way round"; verdict: WantedRule["verdict"] } | { outcome: "ask first"; why: string };

/** One value is blocked or allowed, and never both: the database keeps one rule for it. */
export async function addRule({ campaignId, by, sure, note, ...typed }: Adding, now: Date = new Date()): Promise<Added> {
  const rule = await asProviderSays(typed);
  return db.transaction(async (tx) => {
    const why = sure ? undefined : askBefore(rule, await listOwnDomains(campaignId));
    if (why) return { outcome: "ask first", why };
    const [added] = await tx.insert(screeningRules).values({ campaignId, ...rule, note, createdBy: by, createdAt: now }).onConflictDoNothing().returning({ id: screeningRules.id });
    if (!added) {
      const isSame = and(eq(screeningRules.campaignId, campaignId), eq(screeningRules.kind, rule.kind), eq(screeningRules.value, rule.value));
      const [known] = await tx.select({ verdict: screeningRules.verdict }).from(screeningRules).where(isSame);
      return known && known.verdict !== rule.verdict ? { outcome: "the other way round", verdict: known.verdict } : { outcome: "there already" };
    }
    await writeAudit(tx, { campaignId, by, act: "created", subject: "screening rule", subjectId: campaignId, title: titleOf(rule) }, now);
    return { outcome: "added" };
  });
}

/** Taken away twice, it is taken away once. */
export async function removeRule({ campaignId, by, rule }: { campaignId: string; by: string; rule: string }, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [removed] = await tx.delete(screeningRules).where(and(eq(screeningRules.campaignId, campaignId), hasId(screeningRules.id, rule))).returning();
    if (!removed) return { outcome: "not there" } as const;
    await writeAudit(tx, { campaignId, by, act: "deleted", subject: "screening rule", subjectId: campaignId, title: titleOf(removed) }, now);
    return { outcome: "removed" } as const;
  });
}

function titleOf({ verdict, kind, value }: WantedRule) {
  return `${verdict} ${kind} ${value}`;
}

/** Where this campaign's team has its mailboxes. */
async function listOwnDomains(campaignId: string) {
  const rows = await db.select({ email: organizers.email }).from(memberships).innerJoin(organizers, eq(organizers.id, memberships.organizerId)).where(eq(memberships.campaignId, campaignId));
  return [...new Set(rows.map(({ email }) => email.split("@")[1]?.toLowerCase() ?? ""))];
}

/** The name that the provider itself uses, as signings bear it: googlemail.com is gmail.com. */
async function asProviderSays({ kind, verdict, value }: WantedRule): Promise<WantedRule> {
  if (kind === "network") return { kind, verdict, value };
  return { kind, verdict, value: (await readMailDomains()).get(value)?.canonicalDomain ?? value };
}
