import type postgres from "postgres";
import { readMailDomains } from "../mail-domains.server.ts";
import type { Signing } from "./rule.ts";
import { coveringValues, SCREENING_KINDS, type ScreeningKind, type ScreeningVerdict } from "./screening-rule.ts";

/** What its campaign's own rules say of a signing, by the rule that is nearest to it. */
export type Verdicts = Record<ScreeningKind, ScreeningVerdict | undefined>;

/** For each signing of a batch what the organizers' rules say of its mail domain and of its network; one statement. */
export async function findVerdicts(tx: postgres.TransactionSql, signings: readonly Signing[]): Promise<ReadonlyMap<number, Verdicts>> {
  const rules = await listRules(tx, [...new Set(signings.map(({ campaignId }) => campaignId))]);
  const verdictOf = ({ campaignId }: Signing, kind: ScreeningKind, value: string | null) => {
    const nearest = value === null ? undefined : coveringValues(kind, value).find((wider) => rules.has(keyOf(campaignId, kind, wider)));
    return nearest === undefined ? undefined : rules.get(keyOf(campaignId, kind, nearest));
  };
  return new Map(
    signings.map((one) => [one.id, { "mail domain": verdictOf(one, "mail domain", one.mailDomain), network: verdictOf(one, "network", one.network) }]),
  );
}

/** The ids of signings from an allowed mail domain or network: no limit is for them, and no list of disposable domains. */
export async function findAllowed(tx: postgres.TransactionSql, signings: readonly Signing[]): Promise<ReadonlySet<number>> {
  const verdicts = await findVerdicts(tx, signings);
  return new Set([...verdicts].filter(([, of]) => SCREENING_KINDS.some((kind) => of[kind] === "allow")).map(([id]) => id));
}

async function listRules(tx: postgres.TransactionSql, campaignIds: readonly string[]): Promise<ReadonlyMap<string, ScreeningVerdict>> {
  if (campaignIds.length === 0) return new Map();
  const rows = await tx<{ campaignId: string; kind: ScreeningKind; value: string; verdict: ScreeningVerdict }[]>`
    select campaign_id as "campaignId", kind, value, verdict from screening_rules where campaign_id in ${tx([...campaignIds])}`;
  // A signing names its provider's main domain, a rule perhaps another of the same mailboxes.
  const providers = await readMailDomains();
  return new Map(rows.map(({ campaignId, kind, value, verdict }) => [keyOf(campaignId, kind, providers.get(value)?.canonicalDomain ?? value), verdict]));
}

function keyOf(campaignId: string, kind: ScreeningKind, value: string) {
  return `${campaignId} ${kind} ${value}`;
}
