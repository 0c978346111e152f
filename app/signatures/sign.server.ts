import { v7 } from "uuid";
import { PARTNER_CONSENT } from "#app/campaigns/partner-consent.ts";
import type { Campaign } from "#app/campaigns/find.server.ts";
import type { LetterVersion } from "#app/letters/find.server.ts";
import { hashToken, newToken } from "#app/tokens.server.ts";
import { sql } from "#db/client.server.ts";
import { foldName } from "./fold-name.ts";
import { hoursAfter, SESSION_HOURS } from "./links.ts";
import { canonicalAddress } from "./mail-domains.server.ts";
import type { SignValues } from "./sign-form.ts";

/** What is known of the browser that signs, beside what was typed. */
export interface SignedFrom {
  /** Keyed hash of its address; null where the address is not known. */
  clientHash: string | null;
  /** Its address cut short, e.g. "203.0.113.0/24". */
  network: string | null;
  /** It filled in the field that people do not see. */
  isTrapped: boolean;
  /** The challenge it solved. */
  proof: string | null;
}

export const FROM_NOWHERE: SignedFrom = { clientHash: null, network: null, isTrapped: false, proof: null };

interface Signing {
  campaign: Pick<Campaign, "id" | "updatesConsentWording" | "sharesAddresses">;
  letter: Pick<LetterVersion, "id">;
  values: Omit<SignValues, "letterVersion" | "letterLanguage" | "sharesWithPartner">;
  /** What `?from=` said; kept on the first signing and never changed. */
  source?: string | null;
  /** By whose link they came and to whom they agreed to be told; anything but a link of this campaign names nobody. */
  partner?: string | null;
  from?: SignedFrom;
}

/**
 * Signing twice is signing once, and tells nobody who has signed: new, repeated and suspect signings run the same
 * statement and get the same answer. Whether one is suspect, and what mail its owner gets, the worker finds out: see
 * `screenSignings`. Returns the token of a session in which this browser may already write to retailers.
 */
export async function sign({ campaign, letter, values, source = null, partner = null, from = FROM_NOWHERE }: Signing, now: Date = new Date()) {
  const sessionToken = newToken();
  const canonical = await canonicalAddress(values.email);
  const nameKey = foldName(values.name);
  const seated = (seat: 1 | 2) => sql`
    ${v7()}::uuid, ${campaign.id}::uuid, ${letter.id}::uuid, ${values.name}::text, ${values.email}::text, ${canonical}::text, ${nameKey}::text, ${seat}::smallint,
    ${values.country}::text, ${values.postcode}::text, ${values.comment}::text, ${values.isNameShown}::boolean, ${source}::text, ${now}::timestamptz, ${now}::timestamptz`;
  const columns = sql`
    id, campaign_id, letter_version_id, name, email, canonical_email, name_key, seat,
    country, postcode, comment, is_name_shown, source, mailed_at, created_at`;

  // One statement is one round trip and one commit, and so as quick for a new signature as for a repeated one. Where
  // two may share an address, the one that is there is written as it is, for only so is it known under any race.
  // Elsewhere it is not touched: a row that something else holds would make a known address wait.
  const whereKnown = campaign.sharesAddresses ? sql`do update set name_key = signatures.name_key` : sql`do nothing`;
  await sql`
    with first as (
      insert into signatures (${columns}) select ${seated(1)}
      on conflict on constraint one_signature_per_person ${whereKnown}
      returning id, name_key, xmax = 0 as is_new
    ), second as (
      insert into signatures (${columns}) select ${seated(2)} from first where not is_new and name_key <> ${nameKey}
      on conflict on constraint one_signature_per_person do nothing
      returning id
    ), made as (
      select id from first where is_new union all select id from second
    ), session as (
      insert into signer_sessions (token_hash, campaign_id, canonical_email, email, name, name_key, country, created_at, expires_at)
      values (${hashToken(sessionToken)}, ${campaign.id}, ${canonical}, ${values.email}, ${values.name}, ${nameKey}, ${values.country},
              ${now}, ${hoursAfter(now, SESSION_HOURS)})
    ), consent as (
      insert into consents (id, signature_id, kind, wording, given_at)
      select ${v7()}, id, 'updates', ${campaign.updatesConsentWording}, ${now} from made where ${values.updates}
    ), shared as (
      insert into consents (id, signature_id, kind, co_signer_id, wording, given_at)
      select ${v7()}, made.id, 'partner', c.id, replace(${PARTNER_CONSENT.wording}::text, ${PARTNER_CONSENT.organisation}::text, c.name), ${now}
      from made join co_signers c on c.campaign_id = ${campaign.id} and c.partner = ${partner}
    )
    insert into signings (campaign_id, canonical_email, name_key, is_new, client_hash, network, is_trapped, proof, created_at)
    values (${campaign.id}, ${canonical}, ${nameKey}, exists (select from made),
            ${from.clientHash}, ${from.network}, ${from.isTrapped}, ${from.proof}, ${now})`;
  return { outcome: "signed", sessionToken } as const;
}
