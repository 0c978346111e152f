import { createHash } from "node:crypto";
import { eq, sql as raw } from "drizzle-orm";
import { z } from "zod";
import { csvLine } from "#app/desk/lists/csv.ts";
import type { JobKind } from "#app/jobs/job-kind.ts";
import { canonicalEmail } from "#app/signatures/canonical-email.ts";
import { foldName } from "#app/signatures/fold-name.ts";
import { readMailDomains } from "#app/signatures/mail-domains.server.ts";
import type { Transaction } from "#db/client.server.ts";
import { importFaults, importKeys } from "#db/schema/index.ts";
import { estimateRows, type FaultyLine, type GoodRow, readNextRows } from "./file-of-job.server.ts";
import { FAULTS_LISTED } from "./limits.ts";
import { Mapping } from "./mapping.ts";
import { type Seated, takeSeat } from "./take-seat.ts";

const FAULTS_A_STATEMENT = 1_000;

export const CheckInput = z.object({ importId: z.guid(), mapping: Mapping });

/** Reads the whole file and writes nothing but a report: what an import would do, and each fault with its line. */
export const checkImportJob: JobKind<z.infer<typeof CheckInput>> = {
  input: CheckInput,
  file: { name: "faults.csv", mediaType: "text/csv; charset=utf-8" },
  async step(tx, moment) {
    const { jobId, campaignId, input, now } = moment;
    const read = await readNextRows(tx, { ...input, cursor: moment.cursor, now });
    const { from, next, broken } = read;
    const seats = await foretell(tx, { jobId, campaignId, ...read.file }, read.good);
    const faults = broken ? [...read.faults, { line: broken.line, column: "", reason: `${broken.reason} Nothing after it was read.` }] : read.faults;
    await list(tx, jobId, faults, from.faults);
    const tally = {
      rows: from.tally.rows + read.rows,
      added: from.tally.added + seats.added,
      alreadyThere: from.tally.alreadyThere + seats["already there"],
      twice: from.tally.twice + seats["twice in the file"],
      faulty: from.tally.faulty + read.faulty,
    };
    const isLast = next === null;
    if (isLast) await tx.delete(importKeys).where(eq(importKeys.jobId, jobId));
    return {
      cursor: { place: next ?? from.place, tally, faults: from.faults + faults.length },
      done: read.rows,
      total: estimateRows(read.file, { rows: tally.rows, next }),
      piece: Buffer.from((read.isFirst ? csvLine(["Line", "Column", "What is wrong"]) : "") + faults.map(({ line, column, reason }) => csvLine([String(line), column, reason])).join("")),
      isLast,
      ...(isLast ? { result: inWords(tally, broken !== undefined) } : {}),
    };
  },
};

export const CheckResult = z.object({
  "Rows in the file": z.number(),
  "To be added": z.number(),
  "Already there": z.number(),
  "Twice in the file": z.number(),
  "Faulty, to be left out": z.number(),
  "Read to its end": z.enum(["yes", "no"]),
});

function inWords({ rows, added, alreadyThere, twice, faulty }: { rows: number; added: number; alreadyThere: number; twice: number; faulty: number }, isBroken: boolean): z.infer<typeof CheckResult> {
  return {
    "Rows in the file": rows, "To be added": added, "Already there": alreadyThere, "Twice in the file": twice, "Faulty, to be left out": faulty,
    "Read to its end": isBroken ? "no" : "yes",
  };
}

interface Checking {
  jobId: string;
  campaignId: string;
  sharesAddresses: boolean;
}

/** Row by row as the import would take them, against the signatures and against the rows before. */
async function foretell(tx: Transaction, { jobId, campaignId, sharesAddresses }: Checking, rows: readonly GoodRow[]) {
  const counts = { added: 0, "already there": 0, "twice in the file": 0 };
  if (rows.length === 0) return counts;
  const rules = await readMailDomains();
  const people = rows.map(({ values }) => {
    const canonical = canonicalEmail(values.email, rules);
    return { canonical, person: hash(canonical), name: hash(foldName(values.name)) };
  });
  const seated = await findSeated(tx, { jobId, campaignId }, people);
  const fresh: { person: string; name: string; seat: number }[] = [];
  for (const { person, name } of people) {
    const there = seated.get(person) ?? [];
    const taking = takeSeat(there, name, { sharesAddresses });
    counts[taking.outcome] += 1;
    if (taking.outcome !== "added") continue;
    seated.set(person, [...there, { seat: taking.seat, name, from: "file" }]);
    fresh.push({ person, name, seat: taking.seat });
  }
  await tx.execute(raw`
    insert into import_keys (job_id, person, name, seat) select ${jobId}::uuid, person, name, seat
    from jsonb_to_recordset(${JSON.stringify(fresh)}::text::jsonb) as row(person uuid, name uuid, seat smallint)`);
  return counts;
}

async function findSeated(tx: Transaction, { jobId, campaignId }: Pick<Checking, "jobId" | "campaignId">, people: readonly { canonical: string; person: string }[]) {
  // As one value: thousands of parameters would cost more than the statement.
  const asked = raw`jsonb_to_recordset(${JSON.stringify(people)}::text::jsonb) as asked(canonical text, person uuid)`;
  const known = await tx.execute<{ canonical: string; seat: number; nameKey: string }>(raw`
    select s.canonical_email as canonical, s.seat, s.name_key as "nameKey" from ${asked}
    join signatures s on s.campaign_id = ${campaignId}::uuid and s.canonical_email = asked.canonical group by s.id`);
  const earlier = await tx.execute<{ person: string; seat: number; name: string }>(raw`
    select k.person, k.seat, k.name from ${asked} join import_keys k on k.job_id = ${jobId}::uuid and k.person = asked.person group by k.job_id, k.person, k.seat`);
  const seated = new Map<string, Seated[]>();
  const sit = (person: string, one: Seated) => void seated.set(person, [...(seated.get(person) ?? []), one]);
  for (const { canonical, seat, nameKey } of known) sit(hash(canonical), { seat, name: hash(nameKey), from: "signatures" });
  for (const { person, seat, name } of earlier) sit(person, { seat, name, from: "file" });
  return seated;
}

/** As wide as a uuid, and so as small in the table. */
function hash(text: string) {
  const hex = createHash("sha256").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

/** For the page: the first of them. */
async function list(tx: Transaction, jobId: string, faults: readonly FaultyLine[], from: number) {
  const listed = faults.slice(0, Math.max(0, FAULTS_LISTED - from)).map((fault, index) => ({ jobId, position: from + index, ...fault }));
  // A statement takes so many values and no more.
  for (let at = 0; at < listed.length; at += FAULTS_A_STATEMENT) await tx.insert(importFaults).values(listed.slice(at, at + FAULTS_A_STATEMENT));
}
