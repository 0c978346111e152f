import type postgres from "postgres";
import { type LimitName, type Limits, readLimits } from "./limits.ts";
import type { Finding, Rule, Signing } from "./rule.ts";
import type { Suspicion } from "./suspicions.ts";

/** The ids of signings that no limit is for. */
type Exemption = (tx: postgres.TransactionSql, signings: readonly Signing[]) => Promise<ReadonlySet<number>>;

interface Counted {
  by: "clientHash" | "network";
  kind: Signing["kind"];
  limits: readonly LimitName[];
}

/** Whoever asks for the mail again is counted apart, or their neighbour's signing would be suspect. */
const COUNTED: readonly Counted[] = [
  { by: "clientHash", kind: "signing", limits: ["clientBurst", "clientSustained"] },
  { by: "clientHash", kind: "resend", limits: ["clientSustained"] },
  { by: "network", kind: "signing", limits: ["networkBurst", "networkSustained"] },
];
const COLUMN = { clientHash: "client_hash", network: "network" } as const;
const SUSPICION: Record<LimitName, Suspicion> = {
  clientBurst: "client-burst", clientSustained: "client-sustained", networkBurst: "network-burst", networkSustained: "network-sustained",
};

/** One signing, and how often its address or network may have signed before. */
interface ToCount {
  signing: Signing;
  who: string;
  limits: { signings: number; seconds: number; suspicion: Suspicion }[];
}

/**
 * More signings from one address, or one network, than its campaign's limits have are suspect, from the first one too
 * many; repeated ones count. Who is not known is not limited. At midnight (UTC) addresses get new names, and so begin anew.
 */
export function limitSignings(findExempt: Exemption): Rule<postgres.TransactionSql> {
  return async (tx, signings) => {
    if (signings.length === 0) return [];
    const exempt = await findExempt(tx, signings);
    const limits = await findLimits(tx, signings);
    const findings: Finding[] = [];
    for (const counted of COUNTED) findings.push(...(await overLimit(tx, counted, signings, limits)));
    return findings.filter(({ signingId }) => !exempt.has(signingId));
  };
}

async function findLimits(tx: postgres.TransactionSql, signings: readonly Signing[]) {
  const ids = [...new Set(signings.map(({ campaignId }) => campaignId))];
  const found = await tx<{ id: string; screening: Record<string, unknown> }[]>`select id, screening from campaigns where id in ${tx(ids)}`;
  return new Map(found.map(({ id, screening }) => [id, readLimits(screening)]));
}

async function overLimit(tx: postgres.TransactionSql, counted: Counted, signings: readonly Signing[], limitsOf: ReadonlyMap<string, Limits>) {
  const toCount = signings.flatMap((signing): ToCount[] => {
    const who = signing[counted.by];
    const limits = limitsOf.get(signing.campaignId);
    if (who === null || limits === undefined || signing.kind !== counted.kind) return [];
    return [{ signing, who, limits: counted.limits.map((name) => ({ ...limits[name], suspicion: SUSPICION[name] })) }];
  });
  if (toCount.length === 0) return [];
  const times = await findTimes(tx, counted, toCount);
  return toCount.flatMap((one): Finding[] => {
    const { signing, limits } = one;
    const at = signing.createdAt.getTime();
    const before = times.get(keyOf(one)) ?? [];
    times.set(keyOf(one), [at, ...before].slice(0, mostOf(one)));
    const over = limits.filter(({ signings: most, seconds }) => (before[most - 1] ?? 0) > at - seconds * 1000);
    return over.map(({ suspicion }) => ({ signingId: signing.id, suspicion }));
  });
}

/** When each of these last signed, newest first: no more of each than its limits ask for, so that a flood is not read again with every batch. */
async function findTimes(tx: postgres.TransactionSql, { by, kind }: Counted, toCount: readonly ToCount[]) {
  const keys = new Map(toCount.map((one) => [keyOf(one), { campaign: one.signing.campaignId, who: one.who, most: mostOf(one) }]));
  const found = await tx<{ key: string; times: number[] }[]>`
    select k.campaign || ' ' || k.who as key, newest.times
    from jsonb_to_recordset(${tx.json([...keys.values()])}) as k(campaign uuid, who text, most int), lateral (
      select json_agg(one.at order by one.at desc) as times from (
        select extract(epoch from created_at)::float8 * 1000 as at from screened_signings
        where campaign_id = k.campaign and ${tx(COLUMN[by])} = k.who and kind = ${kind}
        order by created_at desc limit k.most
      ) one
    ) newest
    where newest.times is not null`;
  return new Map(found.map(({ key, times }) => [key, times]));
}

function keyOf({ signing, who }: ToCount) {
  return `${signing.campaignId} ${who}`;
}

function mostOf({ limits }: ToCount) {
  return Math.max(...limits.map(({ signings }) => signings));
}
