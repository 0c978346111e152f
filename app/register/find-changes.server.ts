import type postgres from "postgres";
import { changedSinceConfirmed } from "#app/signatures/stretches.server.ts";

/** A signature that counts and is not in the register. */
export interface NewSigning {
  signatureId: string;
  isImported: boolean;
  letter: string;
  country: string;
  confirmedAt: Date;
  address: string;
}

/** An entry whose signature counts no more, or again. */
export interface Turn {
  position: number;
  isImported: boolean;
  counts: boolean;
}

/** Behind which signature the next step goes on. */
export interface Place {
  at: Date;
  id: string;
}

interface Wanted {
  campaignId: string;
  from: Place;
  limit: number;
}

/** In the order in which they were confirmed. The two stretches of the index are read side by side, for each alone is in order. */
export async function listNewSignings(tx: postgres.TransactionSql, { campaignId, from, limit }: Wanted) {
  const stretch = (isNameShown: boolean) => tx`
    (select s.id, s.confirmed_at from signatures s
    where s.campaign_id = ${campaignId} and s.state = 'confirmed' and s.is_name_shown = ${isNameShown}
      and (s.confirmed_at, s.id) > (${from.at}::timestamptz, ${from.id}::uuid)
      and s.canonical_email not like 'erased:%' and not exists (select from register_secrets r where r.signature_id = s.id)
    order by s.confirmed_at, s.id limit ${limit})`;
  return tx<NewSigning[]>`
    select ${signing()} from (${stretch(true)} union all ${stretch(false)} order by confirmed_at, id limit ${limit}) found
    join signatures s on s.id = found.id join letter_versions v on v.id = s.letter_version_id
    order by s.confirmed_at, s.id`;

  function signing() {
    return tx`s.id as "signatureId", false as "isImported", v.language || ' ' || v.number as letter, s.country,
      s.confirmed_at as "confirmedAt", s.canonical_email as address`;
  }
}

export interface Change extends NewSigning {
  changedAt: Date;
  counts: boolean;
  /** Null for one that is not in the register yet. */
  position: number | null;
}

/** What changed after it was confirmed so that the register says something else than is. */
export async function listChanges(tx: postgres.TransactionSql, { campaignId, from, limit }: Wanted) {
  return tx<Change[]>`
    select s.id as "signatureId", coalesce(e.kind = 'imported', false) as "isImported", v.language || ' ' || v.number as letter, s.country,
      s.confirmed_at as "confirmedAt", s.canonical_email as address, s.state_changed_at as "changedAt", s.state = 'confirmed' as counts, r.position
    from (
      select * from signatures
      where campaign_id = ${campaignId} and ${changedSinceConfirmed()} and state_changed_at >= ${from.at}::timestamptz
    ) s
    join letter_versions v on v.id = s.letter_version_id
    left join register_secrets r on r.signature_id = s.id
    left join register_entries e on e.campaign_id = r.campaign_id and e.position = r.position
    where case when r.position is null then s.state = 'confirmed' and s.canonical_email not like 'erased:%' else r.is_counted <> (s.state = 'confirmed') end
    order by s.state_changed_at, s.id limit ${limit}`;
}

/** Entries whose signature is gone: a trigger left them here. */
export async function listEndings(tx: postgres.TransactionSql, { campaignId, limit }: Omit<Wanted, "from">): Promise<Turn[]> {
  return tx<Turn[]>`
    select d.position, e.kind = 'imported' as "isImported", false as counts from register_endings d
    join register_entries e on e.campaign_id = d.campaign_id and e.position = d.position
    where d.campaign_id = ${campaignId} order by d.position limit ${limit}`;
}
