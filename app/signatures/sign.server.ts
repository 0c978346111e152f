import { v7 } from "uuid";
import type { Campaign } from "#app/campaigns/find.server.ts";
import type { LetterVersion } from "#app/letters/find.server.ts";
import { MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { hashCode, hashToken, newCode, newToken } from "#app/tokens.server.ts";
import type { CardProps } from "#emails/index.ts";
import { sql } from "#db/client.server.ts";
import { canonicalEmail } from "./canonical-email.ts";
import { boundedUnconfirmedDays } from "./erasure.ts";
import { daysAfter, hoursAfter, LINK_DAYS, SESSION_HOURS, type SignerUrls } from "./links.ts";
import type { SignValues } from "./sign-form.ts";

/** A signature's mails keep this distance, and are at most so many a day, however often its address is typed. */
const MAIL_PAUSE_MINUTES = 10;
const MAX_MAILS_A_DAY = 5;

interface Signing {
  campaign: Pick<Campaign, "id" | "name" | "senderName" | "updatesConsentWording" | "unconfirmedDays">;
  letter: Pick<LetterVersion, "id" | "title">;
  values: Omit<SignValues, "letterVersion" | "letterLanguage">;
  /** What `?from=` said; kept on the first signing and never changed. */
  source?: string | null;
  urls: SignerUrls;
}

/**
 * Signing twice is signing once, and tells nobody who has signed: new and repeated signings run the same statement
 * and get the same answer; only the owner of the address learns the difference, by mail.
 * Returns the token of a session in which this browser may already write to retailers.
 */
export async function sign({ campaign, letter, values, source = null, urls }: Signing, now: Date = new Date()) {
  const sessionToken = newToken();
  const linkToken = newToken();
  const linkHash = hashToken(linkToken);
  const code = newCode();
  const canonical = canonicalEmail(values.email);
  const waitsDays = boundedUnconfirmedDays(campaign.unconfirmedDays);
  const shared = { campaignName: campaign.name, senderName: campaign.senderName, letterTitle: letter.title, code };
  const confirmProps: Unnamed<"confirm-signature"> = {
    ...shared,
    confirmUrl: urls.confirmation(linkToken),
    denyUrl: urls.denial(linkToken),
    expiresInDays: waitsDays,
  };
  const alreadyProps: Unnamed<"already-signed"> = { ...shared, meUrl: urls.me(linkToken) };

  // One statement is one round trip and one commit, and so as quick for a new signature as for a repeated one.
  // It sends no notice: NOTIFY makes commits wait for each other, and the worker looks every second anyway.
  await sql`
    with signed as (
      insert into signatures
        (id, campaign_id, letter_version_id, name, email, canonical_email, country, postcode, comment, is_name_shown, source, mailed_at, created_at)
      values
        (${v7()}, ${campaign.id}, ${letter.id}, ${values.name}, ${values.email}, ${canonical}, ${values.country},
         ${values.postcode}, ${values.comment}, ${values.isNameShown}, ${source}, ${now}, ${now})
      on conflict on constraint one_signature_per_person do update
        set mail_count = case when signatures.mailed_at < ${hoursAfter(now, -24)} then 1 else signatures.mail_count + 1 end,
            mailed_at = ${now}
        where signatures.mailed_at < ${hoursAfter(now, -24)}
           or (signatures.mailed_at < ${hoursAfter(now, -MAIL_PAUSE_MINUTES / 60)} and signatures.mail_count < ${MAX_MAILS_A_DAY})
      returning id, name, email, state, xmax = 0 as is_new
    ), session as (
      insert into signer_sessions (token_hash, campaign_id, canonical_email, email, name, country, expires_at)
      values (${hashToken(sessionToken)}, ${campaign.id}, ${canonical}, ${values.email}, ${values.name}, ${values.country},
              ${hoursAfter(now, SESSION_HOURS)})
    ), consent as (
      insert into consents (id, signature_id, kind, wording, given_at)
      select ${v7()}, id, 'updates', ${campaign.updatesConsentWording}, ${now} from signed where is_new and ${values.updates}
    ), mailable as (
      select id, name, email, state in ('pending', 'withdrawn') as is_waiting
      from signed where state in ('pending', 'withdrawn', 'confirmed')
    ), link as (
      insert into signature_links (token_hash, signature_id, purpose, code_hash, expires_at, created_at)
      select ${linkHash}, id, (case when is_waiting then 'confirm' else 'me' end)::signature_link_purpose,
             ${hashCode(code, linkHash)}, case when is_waiting then ${daysAfter(now, waitsDays)}::timestamptz else ${daysAfter(now, LINK_DAYS)}::timestamptz end, ${now}
      from mailable
    )
    insert into deliveries (id, card, props, to_address, priority, campaign_id, signature_id, due_at)
    select ${v7()},
           case when is_waiting then 'confirm-signature' else 'already-signed' end,
           jsonb_build_object('name', name)
             || case when is_waiting then ${sql.json(confirmProps)}::jsonb else ${sql.json(alreadyProps)}::jsonb end,
           email, ${MAIL_PRIORITY.awaited}, ${campaign.id}, id, ${now}
    from mailable`;
  return { outcome: "signed", sessionToken } as const;
}

/** The name on the mail is the stored one, which the statement adds. */
type Unnamed<Card extends "confirm-signature" | "already-signed"> = Omit<CardProps<Card>, "name">;
