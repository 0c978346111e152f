import type postgres from "postgres";
import { v7 } from "uuid";
import { statesThat } from "#app/campaigns/states.ts";
import { MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { countryName } from "#app/signatures/countries.ts";
import { sql } from "#db/client.server.ts";
import type { CardProps } from "#emails/index.ts";
import { replyAddress } from "./reply-address.server.ts";

const MESSAGES_A_ROUND = 200;

/** How the house spells the addresses that a message to a retailer holds. */
export interface MessageUrls {
  letter(campaignSlug: string): string;
  howWeMail(): string;
}

interface ReadyMessage {
  id: string;
  campaignId: string;
  campaignSlug: string;
  campaignName: string;
  retailerName: string;
  signerName: string;
  signerEmail: string;
  country: string;
  subject: string;
  body: string;
  replyRoute: "campaign" | "signer";
}

/**
 * Puts messages that nothing holds any more into the outbox: released by a confirmed signer, target not paused,
 * campaign live and in a state that lets messages leave, and a contact that takes mail. What is held stays, and goes when its reason has gone.
 * Target and campaign are locked for sharing: a pause waits for the round, and then finds what it put into the outbox.
 * Returns how many were queued.
 */
export async function queueReadyMessages(urls: MessageUrls, now: Date = new Date()): Promise<number> {
  return sql.begin(async (tx) => {
    const ready = await tx<(ReadyMessage & { contactId: string; to: string })[]>`
      ${selectReady(tx)}, contact.id as "contactId", contact.email as "to"
      ${fromReady(tx)}
      join lateral (
        select id, email from contacts where retailer_id = r.id and state in ('working', 'new')
        order by state = 'working' desc, created_at limit 1
      ) contact on true
      where m.state = 'held' and m.released_at is not null and s.state = 'confirmed'
        and t.paused_at is null and not c.is_in_test_mode and c.state in ${tx(statesThat("doMessagesLeave"))}
      order by m.released_at limit ${MESSAGES_A_ROUND} for update of m skip locked for share of t, c`;
    if (ready.length === 0) return 0;
    await tx`update messages set state = 'queued', queued_at = ${now} where id in ${tx(ready.map(({ id }) => id))}`;
    await tx`insert into deliveries ${tx(
      ready.map((message) => ({
        ...delivery(tx, cardProps(message, urls), message, now),
        to_address: message.to,
        contact_id: message.contactId,
        is_test: false,
      })),
    )}`;
    return ready.length;
  });
}

/**
 * While a campaign is in test mode, a copy of each released message goes to its organizers, marked so. The message
 * itself goes on waiting for the day the campaign is live. Returns how many were copied.
 */
export async function copyMessagesToOrganizers(urls: MessageUrls, now: Date = new Date()): Promise<number> {
  return sql.begin(async (tx) => {
    const ready = await tx<(ReadyMessage & { organizers: string[] })[]>`
      ${selectReady(tx)}, team.organizers
      ${fromReady(tx)}
      join lateral (
        select json_agg(o.email order by o.email) as organizers from memberships ms join organizers o on o.id = ms.organizer_id
        where ms.campaign_id = c.id and ms.role in ('owner', 'organizer')
      ) team on team.organizers is not null
      where m.state = 'held' and m.released_at is not null and m.tested_at is null and s.state = 'confirmed'
        and c.is_in_test_mode and c.state in ${tx(statesThat("doMessagesLeave"))}
      order by m.released_at limit ${MESSAGES_A_ROUND} for update of m skip locked`;
    if (ready.length === 0) return 0;
    await tx`update messages set tested_at = ${now} where id in ${tx(ready.map(({ id }) => id))}`;
    const copies = ready.flatMap((message) =>
      message.organizers.map((organizer) => ({
        ...delivery(tx, { ...cardProps(message, urls), testFor: message.retailerName }, message, now),
        to_address: organizer,
        is_test: true,
      })),
    );
    await tx`insert into deliveries ${tx(copies)}`;
    return ready.length;
  });
}

function selectReady(tx: postgres.TransactionSql) {
  return tx`
    select m.id, c.id as "campaignId", c.slug as "campaignSlug", c.name as "campaignName", r.name as "retailerName",
           s.name as "signerName", s.email as "signerEmail", s.country, m.subject, m.body, m.reply_route as "replyRoute"`;
}

function fromReady(tx: postgres.TransactionSql) {
  return tx`
    from messages m
    join signatures s on s.id = m.signature_id
    join targets t on t.id = m.target_id
    join retailers r on r.id = t.retailer_id
    join campaigns c on c.id = t.campaign_id`;
}

function cardProps(message: ReadyMessage, urls: MessageUrls): CardProps<"demands"> {
  return {
    subject: message.subject,
    body: message.body,
    signerName: message.signerName,
    signerPlace: countryName(message.country, "en"),
    retailerName: message.retailerName,
    campaignName: message.campaignName,
    letterUrl: urls.letter(message.campaignSlug),
    aboutUrl: urls.howWeMail(),
    replyTo: message.replyRoute === "signer" ? message.signerEmail : replyAddress(message.id),
  };
}

function delivery(tx: postgres.TransactionSql, props: CardProps<"demands">, message: ReadyMessage, now: Date) {
  return {
    id: v7(),
    card: "demands",
    props: tx.json(props),
    priority: MAIL_PRIORITY.demands,
    campaign_id: message.campaignId,
    message_id: message.id,
    due_at: now,
  };
}
