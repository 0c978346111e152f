import { v7 } from "uuid";
import type postgres from "postgres";
import { sql } from "#db/client.server.ts";
import { hoursAfter } from "#app/signatures/links.ts";
import { type AlertUrls, tellOrganizers } from "./tell-organizers.server.ts";
import { FINDING_KINDS, type Seen, SIGNINGS_AT_LEAST, standsOut } from "./standing-out.ts";
import { readUsual } from "./usual.server.ts";

/** A flood is told by its newest: no more are read, however many came. */
const LOOKED_AT_MOST = 100_000;
/** Of each kind: a person looks through no more. */
const FOUND_AT_MOST = 20;
/** As long as the traces that they speak of. */
const KEPT_HOURS = 7 * 24;

/**
 * Looks for networks, mail domains and names that stand out in the last hour of each campaign, keeps them for the desk,
 * and tells the campaign's organizers. One process at a time. What goes on stays one finding for an hour.
 */
export async function watchSignings(urls: AlertUrls, now: Date = new Date()) {
  await sql.begin(async (tx) => {
    const [lock] = await tx<{ isMine: boolean }[]>`select pg_try_advisory_xact_lock(hashtext('watch-signings')) as "isMine"`;
    if (!lock?.isMine) return;
    const hourAgo = hoursAfter(now, -1);
    const busy = await tx<{ id: string }[]>`
      select id from campaigns c where exists (select from screening_counts where campaign_id = c.id and minute > ${hourAgo} and minute <= ${now})`;
    for (const { id } of busy) {
      await keepFindings(tx, { campaignId: id, found: await lookAtHour(tx, id, now) }, now);
      await tellOrganizers(tx, id, urls, now);
    }
    const old = hoursAfter(now, -KEPT_HOURS);
    await tx`delete from screening_findings where created_at < ${old}`;
    await tx`delete from screening_counts where minute < ${old}`;
  });
}

async function lookAtHour(tx: postgres.TransactionSql, campaignId: string, now: Date): Promise<Seen[]> {
  const counted = (kind: Seen["kind"], column: string) => tx`
    (select ${kind}::text as kind, ${tx(column)} as value, count(*)::int as signings from recent
     where ${tx(column)} is not null and ${tx(column)} <> '' group by 2 having count(*) >= ${SIGNINGS_AT_LEAST[kind]}::int order by 3 desc limit ${FOUND_AT_MOST})`;
  const seen = await tx<Seen[]>`
    with recent as materialized (
      select network, mail_domain, name_key from screened_signings
      where campaign_id = ${campaignId} and created_at > ${hoursAfter(now, -1)} and created_at <= ${now} and kind = 'signing'
      order by created_at desc limit ${LOOKED_AT_MOST}
    )
    select one.*, (select count(*)::int from recent) as "ofSignings" from (
      ${counted("network", "network")} union all ${counted("mail domain", "mail_domain")} union all ${counted("name", "name_key")}
    ) one`;
  const usual = await readUsual(tx, { campaignId, seen }, now);
  return seen.filter((one) => standsOut(one, usual(one)));
}

/** What was found within the last hour already grows; the same in a later hour is a finding of its own. */
async function keepFindings(tx: postgres.TransactionSql, { campaignId, found }: { campaignId: string; found: Seen[] }, now: Date) {
  for (const kind of FINDING_KINDS) {
    for (const { value, signings, ofSignings } of found.filter((one) => one.kind === kind)) {
      const [known] = await tx`
        update screening_findings set signings = greatest(signings, ${signings}), of_signings = greatest(of_signings, ${ofSignings})
        where campaign_id = ${campaignId} and kind = ${kind} and value = ${value} and created_at > ${hoursAfter(now, -1)} returning id`;
      if (known) continue;
      await tx`
        insert into screening_findings (id, campaign_id, kind, value, hour, signings, of_signings, created_at)
        values (${v7()}, ${campaignId}, ${kind}, ${value}, date_trunc('hour', ${now}::timestamptz), ${signings}, ${ofSignings}, ${now})
        on conflict on constraint one_finding_per_hour do update set signings = greatest(screening_findings.signings, excluded.signings)`;
    }
  }
}
