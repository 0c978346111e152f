import { listSuspicions, suspicionInWords } from "#app/signatures/screening/suspicion-words.ts";
import { sql } from "#db/client.server.ts";
import { hoursAfter } from "#app/signatures/links.ts";
import { startOfDay } from "../utc-days.ts";
import type { FindingKind } from "./standing-out.ts";

const MINUTE_MS = 60_000;
const MINUTES = 60;
/** For so long a finding waits to be seen. */
export const FINDING_HOURS = 24;

export interface MinuteOfSigning {
  at: Date;
  signings: number;
  heldBack: number;
}

export interface Finding {
  id: string;
  kind: FindingKind;
  value: string;
  signings: number;
  ofSignings: number;
  since: Date;
}

/** The last hour by the minute, the oldest first; the present minute is the last. */
export async function readMinutes(campaignId: string, now: Date = new Date()): Promise<MinuteOfSigning[]> {
  const last = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  const rows = await sql<MinuteOfSigning[]>`
    select minute as at, sum(signings)::int as signings, coalesce(sum(new_signings) filter (where suspicion <> ''), 0)::int as "heldBack"
    from screening_counts where campaign_id = ${campaignId} and minute > ${hoursAfter(now, -1)} and minute <= ${now} group by minute`;
  const counted = new Map(rows.map((row) => [row.at.getTime(), row]));
  return Array.from({ length: MINUTES }, (_, position) => {
    const at = new Date(last - (MINUTES - 1 - position) * MINUTE_MS);
    return counted.get(at.getTime()) ?? { at, signings: 0, heldBack: 0 };
  });
}

/** What was signed today (UTC), and what of the new ones was held back, by why; one that two rules found stands under both. */
export async function readToday(campaignId: string, now: Date = new Date()) {
  const rows = await sql<{ suspicion: string; signings: number; newSignings: number }[]>`
    select suspicion, sum(signings)::int as signings, sum(new_signings)::int as "newSignings"
    from screening_counts where campaign_id = ${campaignId} and minute >= ${startOfDay(now)} and minute <= ${now} group by suspicion`;
  const held = rows.filter(({ suspicion }) => suspicion !== "");
  const reasons = [...new Set(held.flatMap(({ suspicion }) => listSuspicions(suspicion)))];
  const countOf = (reason: string) => sum(held.filter(({ suspicion }) => listSuspicions(suspicion).includes(reason)).map(({ newSignings }) => newSignings));
  return {
    signings: sum(rows.map(({ signings }) => signings)),
    heldBack: sum(held.map(({ newSignings }) => newSignings)),
    reasons: reasons
      .map((name) => ({ name, words: suspicionInWords(name), count: countOf(name) }))
      .filter(({ count }) => count > 0)
      .toSorted((one, other) => other.count - one.count),
  };
}

/** What stood out lately and nobody has said to have seen, each value once, as the newest finding of it has it. */
export async function listFindings(campaignId: string, now: Date = new Date()): Promise<Finding[]> {
  return sql<Finding[]>`
    select * from (
      select distinct on (kind, value) id, kind, value, signings, of_signings as "ofSignings", created_at as since from screening_findings
      where campaign_id = ${campaignId} and created_at > ${hoursAfter(now, -FINDING_HOURS)} and seen_at is null
      order by kind, value, created_at desc
    ) one order by since desc, signings desc limit 200`;
}

/** The list of signatures, narrowed to what was found. */
export function findingQuery({ kind, value }: Pick<Finding, "kind" | "value">): string {
  const filter = { network: "network", "mail domain": "domain", name: "same-name" }[kind];
  return new URLSearchParams({ [filter]: value }).toString();
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0);
}
