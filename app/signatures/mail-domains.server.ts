import type postgres from "postgres";
import { sql } from "#db/client.server.ts";
import { canonicalEmail, type MailDomainRule, type MailDomainRules } from "./canonical-email.ts";

/** Kept so long, for every signing asks; a change waits this long before the clock applies it to what is stored. */
export const RULES_KEPT_MS = 1_000;

let kept: { readAt: number; rules: Promise<MailDomainRules> } | undefined;

/** The house's rules for mail domains, at most a second old. */
export function readMailDomains(now: number = Date.now()): Promise<MailDomainRules> {
  if (kept && now - kept.readAt < RULES_KEPT_MS) return kept.rules;
  const reading = { readAt: now, rules: readRules(sql) };
  reading.rules.catch(() => {
    if (kept === reading) kept = undefined;
  });
  kept = reading;
  return reading.rules;
}

/** Whose mailbox it is, by the house's rules. */
export async function canonicalAddress(email: string): Promise<string> {
  return canonicalEmail(email, await readMailDomains());
}

export async function readRules(reader: postgres.ISql): Promise<MailDomainRules> {
  const rows = await reader<(MailDomainRule & { domain: string })[]>`
    select domain, canonical_domain as "canonicalDomain", ignores_dots as "ignoresDots", tag from mail_domains`;
  return new Map(rows.map(({ domain, ...rule }) => [domain, rule]));
}
