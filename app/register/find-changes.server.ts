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

/** Behind which signature the next step goes on. The instant is PostgreSQL's own text: a Date would lose its microseconds, and a step its way. */
export interface Place {
  at: string;
  id: string;
}

interface Wanted {
  campaignId: string;
  from: Place;
  limit: number;
}

/** A row that was looked at, and whether there is something to enter. */
interface Looked {
  isNews: boolean;
  place: string;
}

/**
 * The next signatures in the order in which they were confirmed, those in the register too: so a step reads as many rows
 * as it may, whatever a planner thinks of it. The two stretches of the index are each in order, and read side by side.
 */
export async function listSignings(tx: postgres.TransactionSql, { campaignId, from, limit }: Wanted) {
  const stretch = (isNameShown: boolean) => tx`
    (select s.id, s.confirmed_at from signatures s
    where s.campaign_id = ${campaignId} and s.state = 'confirmed' and s.is_name_shown = ${isNameShown}
      and (s.confirmed_at, s.id) > (${from.at}::text::timestamptz, ${from.id}::uuid)
    order by s.confirmed_at, s.id limit ${limit})`;
  return tx<(NewSigning & Looked)[]>`
    select s.id as "signatureId", ${isFromElsewhere(tx)} as "isImported", v.language || ' ' || v.number as letter, s.country,
      s.confirmed_at as "confirmedAt", s.canonical_email as address, s.confirmed_at::text as place,
      s.canonical_email not like 'erased:%' and (select r.position from register_secrets r where r.signature_id = s.id) is null as "isNews"
    from (${stretch(true)} union all ${stretch(false)} order by confirmed_at, id limit ${limit}) found
    join signatures s on s.id = found.id join letter_versions v on v.id = s.letter_version_id
    order by s.confirmed_at, s.id`;
}

export interface Change extends NewSigning {
  counts: boolean;
  /** Null for one that is not in the register yet. */
  position: number | null;
}

/** The next ones that changed after they were confirmed, all of one instant together; news where the register says something else. */
export async function listChanges(tx: postgres.TransactionSql, { campaignId, from, limit }: Wanted) {
  return tx<(Change & Looked)[]>`
    select s.id as "signatureId", case when r.position is null then ${isFromElsewhere(tx)} else e.kind = 'imported' end as "isImported", v.language || ' ' || v.number as letter, s.country,
      s.confirmed_at as "confirmedAt", s.canonical_email as address, s.state = 'confirmed' as counts, r.position, s.state_changed_at::text as place,
      case when r.position is null then s.state = 'confirmed' and s.canonical_email not like 'erased:%' else r.is_counted <> (s.state = 'confirmed') end as "isNews"
    from (
      select * from signatures
      where campaign_id = ${campaignId} and ${changedSinceConfirmed()} and state_changed_at > ${from.at}::text::timestamptz
      order by state_changed_at fetch first (${limit}::integer) rows with ties
    ) s
    join letter_versions v on v.id = s.letter_version_id
    left join lateral (select * from register_secrets where signature_id = s.id limit 1) r on true
    left join lateral (select kind from register_entries where campaign_id = r.campaign_id and position = r.position limit 1) e on true
    order by s.state_changed_at, s.id`;
}

/** Brought in by an organizer as confirmed elsewhere: told apart for good. One that confirmed by our mail is as any other. */
function isFromElsewhere(tx: postgres.TransactionSql) {
  return tx`(s.import_job_id is not null and exists (
    select from signature_imports i where i.campaign_id = s.campaign_id and i.import_job_id = s.import_job_id and i.way = 'elsewhere'
  ))`;
}

/** Entries whose signature is gone: a trigger left them here. */
export async function listEndings(tx: postgres.TransactionSql, { campaignId, limit }: Omit<Wanted, "from">): Promise<Turn[]> {
  return tx<Turn[]>`
    select d.position, e.kind = 'imported' as "isImported", false as counts from register_endings d
    join register_entries e on e.campaign_id = d.campaign_id and e.position = d.position
    where d.campaign_id = ${campaignId} order by d.position limit ${limit}`;
}
