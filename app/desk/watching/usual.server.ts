import type postgres from "postgres";
import { hoursAfter } from "#app/signatures/links.ts";
import { daysBefore, startOfDay } from "../utc-days.ts";
import type { Seen, Usual } from "./standing-out.ts";

const COUNTED_TO = 100_000;
const DOMAIN_DAYS = 28;
const NOTHING: Usual = { signings: 0, ofSignings: 0 };

interface Asked {
  campaignId: string;
  seen: readonly Seen[];
}

/**
 * What part these values had before: of networks in the days for which traces are kept, of mail domains in four weeks.
 * A name has no usual part.
 */
export async function readUsual(tx: postgres.TransactionSql, asked: Asked, now: Date): Promise<(seen: Seen) => Usual> {
  const [networks, domains] = await Promise.all([usualOfNetworks(tx, asked, now), usualOfDomains(tx, asked, now)]);
  return ({ kind, value }) => {
    if (kind === "network") return networks.get(value) ?? NOTHING;
    return kind === "mail domain" ? (domains.get(value) ?? NOTHING) : NOTHING;
  };
}

async function usualOfNetworks(tx: postgres.TransactionSql, { campaignId, seen }: Asked, now: Date) {
  const values = valuesOf(seen, "network");
  if (values.length === 0) return new Map<string, Usual>();
  const hourAgo = hoursAfter(now, -1);
  const rows = await tx<(Usual & { value: string })[]>`
    select one.value, (
        select count(*)::int from (
          select from screened_signings where campaign_id = ${campaignId} and network = one.value and created_at <= ${hourAgo} limit ${COUNTED_TO}
        ) counted
      ) as signings,
      (select coalesce(sum(signings), 0)::int from screening_counts where campaign_id = ${campaignId} and minute <= ${hourAgo}) as "ofSignings"
    from jsonb_array_elements_text(${tx.json(values)}) one(value)`;
  return byValue(rows);
}

async function usualOfDomains(tx: postgres.TransactionSql, { campaignId, seen }: Asked, now: Date) {
  const values = valuesOf(seen, "mail domain");
  if (values.length === 0) return new Map<string, Usual>();
  const [first, last] = [daysBefore(startOfDay(now), DOMAIN_DAYS), startOfDay(now)].map((day) => day.toISOString().slice(0, 10));
  const rows = await tx<(Usual & { value: string })[]>`
    with before as materialized (
      select value, created from daily_counts where campaign_id = ${campaignId} and by = 'mail domain' and day >= ${first ?? ""} and day < ${last ?? ""}
    )
    select one.value, coalesce((select sum(created) from before where before.value = one.value), 0)::int as signings,
      (select coalesce(sum(created), 0)::int from before) as "ofSignings"
    from jsonb_array_elements_text(${tx.json(values)}) one(value)`;
  return byValue(rows);
}

function valuesOf(seen: readonly Seen[], kind: Seen["kind"]): string[] {
  return seen.filter((one) => one.kind === kind).map(({ value }) => value);
}

function byValue(rows: readonly (Usual & { value: string })[]) {
  return new Map(rows.map(({ value, signings, ofSignings }) => [value, { signings, ofSignings }]));
}
