import type postgres from "postgres";
import { v7 } from "uuid";
import { MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { hoursAfter } from "#app/signatures/links.ts";
import type { CardProps } from "#emails/index.ts";
import type { FindingKind } from "./standing-out.ts";

/** At most one mail within so many hours, however much is found. */
const HOURS_BETWEEN = 1;

export interface AlertUrls {
  screening(campaignSlug: string): string;
}

interface Finding {
  kind: FindingKind;
  value: string;
  signings: number;
}

/** Mails what was found since the last time to the campaign's owners and organizers. */
export async function tellOrganizers(tx: postgres.TransactionSql, campaignId: string, urls: AlertUrls, now: Date) {
  const findings = await tx<Finding[]>`
    select kind, value, signings from screening_findings
    where campaign_id = ${campaignId} and mailed_at is null and created_at > ${hoursAfter(now, -24)} order by signings desc for update`;
  if (findings.length === 0) return;
  const [turn] = await tx`
    insert into screening_alerts (campaign_id, mailed_at) values (${campaignId}, ${now})
    on conflict (campaign_id) do update set mailed_at = excluded.mailed_at where screening_alerts.mailed_at <= ${hoursAfter(now, -HOURS_BETWEEN)}
    returning campaign_id`;
  if (!turn) return;
  await tx`update screening_findings set mailed_at = ${now} where campaign_id = ${campaignId} and mailed_at is null`;
  const [seen] = await tx<{ name: string; slug: string; signings: number; heldBack: number }[]>`
    select c.name, c.slug, coalesce(sum(k.signings), 0)::int as signings, coalesce(sum(k.new_signings) filter (where k.suspicion <> ''), 0)::int as "heldBack"
    from campaigns c left join screening_counts k on k.campaign_id = c.id and k.minute > ${hoursAfter(now, -1)} and k.minute <= ${now}
    where c.id = ${campaignId} group by c.id`;
  if (!seen) return;
  const { name, slug, ...counts } = seen;
  const props: CardProps<"unusual-signing"> = { campaignName: name, ...counts, findings: tellFindings(findings), url: urls.screening(slug) };
  const members = await tx<{ email: string }[]>`
    select o.email from memberships m join organizers o on o.id = m.organizer_id where m.campaign_id = ${campaignId} and m.role in ('owner', 'organizer')`;
  if (members.length === 0) return;
  const mails = members.map(({ email }) => ({
    id: v7(), card: "unusual-signing", props: tx.json(props), to_address: email, priority: MAIL_PRIORITY.awaited, campaign_id: campaignId, due_at: now,
  }));
  await tx`insert into deliveries ${tx(mails)}`;
  await tx`select pg_notify('mail', '')`;
}

/** Networks and mail domains by name; of names only how many, for a name is a signer's. */
function tellFindings(findings: readonly Finding[]): string[] {
  const named = findings.filter(({ kind }) => kind !== "name").map(({ kind, value, signings }) => `${kind} ${value}: ${tellSignings(signings)}`);
  const names = findings.filter(({ kind }) => kind === "name");
  const most = Math.max(0, ...names.map(({ signings }) => signings));
  if (names.length === 0) return named;
  return [...named, `${names.length === 1 ? "1 name" : `${names.length} names`} again and again: ${tellSignings(most)} under the most frequent`];
}

function tellSignings(signings: number) {
  return `${signings.toLocaleString("en")} signings within an hour`;
}
