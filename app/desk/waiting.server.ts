import { statesThat } from "#app/campaigns/states.ts";
import { CONTACT_STATES, type ContactState } from "#app/retailers/contact-states.ts";
import type { ResponseKind } from "#app/responses/response-words.ts";
import { sql } from "#db/client.server.ts";
import { isOnReservedDomain } from "./reserved-domain.ts";

/** For how long a mail that failed asks for attention. */
export const FAILED_MAIL_DAYS = 7;
const FAILED_MAIL_MS = FAILED_MAIL_DAYS * 24 * 60 * 60 * 1000;

export type Waiting = Awaited<ReturnType<typeof readWaiting>>;
export type MessageHold = "campaign" | "test mode" | "paused" | "no contact" | "its turn";

/** What waits for a human in one campaign. No address of a signer is among it. */
export async function readWaiting({ id, isSample }: { id: string; isSample: boolean }, now: Date = new Date()) {
  const [reach, bouncing, drafts, messages, failedMail] = await Promise.all([
    listReach(id),
    listBouncingContacts(id),
    listDrafts(id),
    countHeldMessages(id),
    countFailedMail(id, new Date(now.getTime() - FAILED_MAIL_MS)),
  ]);
  const withoutContact = reach.filter(({ addresses }) => addresses.length === 0);
  // A sample's retailers are made up, and so are their addresses.
  const onExampleAddresses = isSample
    ? []
    : reach.filter(({ addresses }) => addresses.length > 0 && addresses.every(isOnReservedDomain));
  return {
    withoutContact: withoutContact.map(nameOf),
    onExampleAddresses: onExampleAddresses.map(nameOf),
    bouncing,
    drafts,
    messages,
    failedMail,
  };
}

function nameOf({ slug, name }: { slug: string; name: string }) {
  return { slug, name };
}

/** Each target with the addresses that it can be written to. */
function listReach(campaignId: string) {
  return sql<{ slug: string; name: string; addresses: string[] }[]>`
    select r.slug, r.name, (
      select coalesce(json_agg(k.email), '[]'::json) from contacts k
      where k.retailer_id = r.id and k.state in ${sql(writableStates())}
    ) as addresses
    from targets t join retailers r on r.id = t.retailer_id
    where t.campaign_id = ${campaignId}
    order by t.position, r.name`;
}

function listBouncingContacts(campaignId: string) {
  return sql<{ slug: string; name: string; role: string; reason: string | null }[]>`
    select r.slug, r.name, k.role, k.state_reason as reason
    from targets t join retailers r on r.id = t.retailer_id join contacts k on k.retailer_id = r.id
    where t.campaign_id = ${campaignId} and k.state = 'bouncing'
    order by t.position, k.created_at`;
}

function listDrafts(campaignId: string) {
  return sql<{ id: string; retailer: string; kind: ResponseKind; happenedOn: string }[]>`
    select p.id, r.name as retailer, p.kind, to_char(p.happened_on, 'YYYY-MM-DD') as "happenedOn"
    from responses p join targets t on t.id = p.target_id join retailers r on r.id = t.retailer_id
    where t.campaign_id = ${campaignId} and p.published_at is null
    order by p.created_at`;
}

/** Messages that their signers let go and that have not left, by what holds them; the first reason that applies. */
function countHeldMessages(campaignId: string) {
  return sql<{ hold: MessageHold; count: number }[]>`
    select case
        when c.state not in ${sql(statesThat("doMessagesLeave"))} then 'campaign'
        when c.is_in_test_mode then 'test mode'
        when t.paused_at is not null then 'paused'
        when not exists (select from contacts k where k.retailer_id = t.retailer_id and k.state in ${sql(writableStates())})
          then 'no contact'
        else 'its turn'
      end as hold, count(*)::int as count
    from messages m
    join signatures s on s.id = m.signature_id and s.state = 'confirmed'
    join targets t on t.id = m.target_id
    join campaigns c on c.id = t.campaign_id
    where t.campaign_id = ${campaignId} and m.state = 'held' and m.released_at is not null
    group by 1 order by 2 desc`;
}

function countFailedMail(campaignId: string, since: Date) {
  return sql<{ isDemands: boolean; state: "failed" | "bounced" | "suppressed" | "complained"; count: number }[]>`
    select card = 'demands' as "isDemands", state, count(*)::int as count from deliveries
    where campaign_id = ${campaignId} and not is_test and state_changed_at >= ${since}
      and state in ('failed', 'bounced', 'suppressed', 'complained')
    group by 1, 2 order by 1 desc, 2`;
}

export function writableStates(): ContactState[] {
  const states: ContactState[] = ["new", "working", "bouncing", "wrong", "retired"];
  return states.filter((state) => CONTACT_STATES[state].canBeWrittenTo);
}
