import { sql as raw } from "drizzle-orm";
import { v7 } from "uuid";
import type { JobMoment } from "#app/jobs/job-kind.ts";
import { canonicalEmail, type MailDomainRules } from "#app/signatures/canonical-email.ts";
import { foldName } from "#app/signatures/fold-name.ts";
import { readMailDomains } from "#app/signatures/mail-domains.server.ts";
import type { Transaction } from "#db/client.server.ts";
import type { GoodRow } from "./file-of-job.server.ts";
import type { ImportInput } from "./import-input.ts";

type Moment = Pick<JobMoment<ImportInput>, "jobId" | "campaignId" | "input" | "now"> & { sharesAddresses: boolean };

/** Adds those who are not there. One who signs in this very moment is there or is added, and never twice. */
export async function addRows(tx: Transaction, moment: Moment, rows: readonly GoodRow[]) {
  if (rows.length === 0) return { added: 0, alreadyThere: 0, twice: 0 };
  const rules = await readMailDomains();
  const people = rows.map(({ values }) => asPerson(values, moment, rules));
  const first = await insert(tx, moment, people, 1);
  const left = people.filter(({ id }) => !first.has(id));
  const second = moment.sharesAddresses && left.length > 0 ? await insert(tx, moment, left, 2) : new Set<string>();
  const added = people.filter(({ id }) => first.has(id) || second.has(id));
  const twice = await countOwn(tx, moment, left.filter(({ id }) => !second.has(id)));
  await keepConsents(tx, moment, added);
  if (moment.input.way === "mail") await askForMails(tx, moment, added);
  return { added: added.length, alreadyThere: people.length - added.length - twice, twice };
}

type Person = ReturnType<typeof asPerson>;

function asPerson({ wantsUpdates, signedAt, ...values }: GoodRow["values"], { input, now }: Moment, rules: MailDomainRules) {
  // Whoever is mailed signs by confirming; elsewhere they signed on the day that the file names.
  const at = (input.way === "elsewhere" && signedAt ? signedAt : now).toISOString();
  return { id: v7(), ...values, canonical: canonicalEmail(values.email, rules), nameKey: foldName(values.name), wantsUpdates, at };
}

const COLUMNS = raw`id uuid, name text, email text, canonical text, "nameKey" text, country text, postcode text, comment text, "isNameShown" boolean, at timestamptz`;

async function insert(tx: Transaction, { campaignId, jobId, input, now }: Moment, people: readonly Person[], seat: 1 | 2): Promise<Set<string>> {
  const isElsewhere = input.way === "elsewhere";
  // The second seat is for another name than the first one's.
  const who = seat === 1 ? raw`` : raw`
    join signatures first on first.campaign_id = ${campaignId}::uuid and first.canonical_email = row.canonical and first.seat = 1 and first.name_key <> row."nameKey"`;
  const rows = await tx.execute<{ id: string }>(raw`
    insert into signatures (id, campaign_id, letter_version_id, name, email, canonical_email, name_key, seat, country, postcode, comment, is_name_shown,
      source, state, mail_count, mailed_at, created_at, confirmed_at, state_changed_at, import_job_id)
    select row.id, ${campaignId}::uuid, ${input.letterVersionId}::uuid, row.name, row.email, row.canonical, row."nameKey", ${seat}::smallint, row.country,
      row.postcode, row.comment, row."isNameShown", ${input.source}::text, ${isElsewhere ? "confirmed" : "pending"}::signature_state, ${isElsewhere ? 0 : 1}::int,
      ${now.toISOString()}::timestamptz, row.at, case when ${isElsewhere}::boolean then row.at end, ${now.toISOString()}::timestamptz, ${jobId}::uuid
    from jsonb_to_recordset(${JSON.stringify(people)}::text::jsonb) as row(${COLUMNS}) ${who}
    on conflict on constraint one_signature_per_person do nothing
    returning id`);
  return new Set(rows.map(({ id }) => id));
}

/** Of those that were not added the ones whose person an earlier row of the file brought. */
async function countOwn(tx: Transaction, { campaignId, jobId }: Moment, people: readonly Person[]) {
  if (people.length === 0) return 0;
  const [row] = await tx.execute<{ count: number }>(raw`
    select count(*)::int as count from jsonb_array_elements_text(${JSON.stringify(people.map(({ canonical }) => canonical))}::text::jsonb) as row(canonical)
    where exists (select from signatures s where s.campaign_id = ${campaignId}::uuid and s.canonical_email = row.canonical and s.import_job_id = ${jobId}::uuid)`);
  return row?.count ?? 0;
}

async function keepConsents(tx: Transaction, { input, now }: Moment, added: readonly Person[]) {
  const rows = added.filter(({ wantsUpdates }) => wantsUpdates).map(({ id, at }) => ({ id: v7(), signature_id: id, at: input.way === "elsewhere" ? at : now.toISOString() }));
  if (rows.length === 0) return;
  await tx.execute(raw`
    insert into consents (id, signature_id, kind, wording, given_at)
    select id, signature_id, 'updates', ${input.mapping.wording}::text, at
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as row(id uuid, signature_id uuid, at timestamptz)`);
}

/** As the form's signings, for the worker to mail; an organizer vouches for them, and so no rule looks at them. */
async function askForMails(tx: Transaction, { campaignId, now }: Moment, added: readonly Person[]) {
  if (added.length === 0) return;
  await tx.execute(raw`
    insert into signings (campaign_id, kind, canonical_email, name_key, is_new, created_at)
    select ${campaignId}::uuid, 'released', canonical, "nameKey", false, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(added)}::text::jsonb) as row(canonical text, "nameKey" text)`);
}
