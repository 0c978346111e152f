import { eq } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import type { JobKind, JobMoment } from "#app/jobs/job-kind.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { signatureImports } from "#db/schema/index.ts";
import { addRows } from "./add-rows.server.ts";
import { estimateRows, readNextRows, type Tally } from "./file-of-job.server.ts";
import { ImportInput } from "./import-input.ts";

/** As long as so many mails wait to leave, no more are asked for: who signs just now is not to wait for a whole import. */
const MAILS_WAITING_MAX = 1_000;
const REST_MS = 10_000;

/** Brings a file's signatures in: those who are there stay as they are, and of two rows of one person the first counts. */
export const importSignaturesJob: JobKind<ImportInput> = {
  input: ImportInput,
  undoneBy: "take back import",
  asks: "edit",
  async step(tx, moment) {
    const { input, now } = moment;
    if (input.way === "mail" && (await isMailBusy())) return { cursor: moment.cursor, done: 0, isLast: false, restsUntil: new Date(now.getTime() + REST_MS) };
    const read = await readNextRows(tx, { ...input, cursor: moment.cursor, now });
    const { from, next } = read;
    const added = await addRows(tx, { ...moment, sharesAddresses: read.file.sharesAddresses }, read.good);
    const tally = {
      rows: from.tally.rows + read.rows,
      added: from.tally.added + added.added,
      alreadyThere: from.tally.alreadyThere + added.alreadyThere,
      twice: from.tally.twice + added.twice,
      faulty: from.tally.faulty + read.faulty,
    };
    const isLast = next === null;
    if (isLast) await finish(tx, moment, tally);
    return {
      cursor: { place: next ?? from.place, tally, faults: 0 },
      done: read.rows,
      total: estimateRows(read.file, { rows: tally.rows, next }),
      isLast,
      ...(isLast ? { result: { Added: tally.added, "Already there": tally.alreadyThere, "Twice in the file": tally.twice, "Faulty, left out": tally.faulty } } : {}),
    };
  },
};

async function isMailBusy() {
  const due = await db.query.deliveries.findMany({ columns: { id: true }, where: (delivery, { eq: is }) => is(delivery.state, "due"), limit: MAILS_WAITING_MAX });
  return due.length === MAILS_WAITING_MAX;
}

async function finish(tx: Transaction, { jobId, campaignId, requestedBy, input, now }: JobMoment<ImportInput>, tally: Tally) {
  const { way, verification, source } = input;
  const title = tally.added === 1 ? "1 signature" : `${tally.added.toLocaleString("en")} signatures`;
  const entered = way === "mail" ? "each is mailed to confirm" : "confirmed elsewhere";
  const after = { added: tally.added, alreadyThere: tally.alreadyThere, entered, source, ...(way === "elsewhere" ? { verified: verification } : {}) };
  await writeAudit(tx, { campaignId, by: requestedBy, act: "imported", subject: "signatures", subjectId: jobId, title, after }, now);
  // The clock counts them from now on.
  if (way === "elsewhere") await tx.update(signatureImports).set({ confirmed: tally.added, countedAt: now }).where(eq(signatureImports.id, input.importId));
  const campaign = await tx.query.campaigns.findFirst({ columns: { slug: true }, where: (row, { eq: is }) => is(row.id, campaignId) });
  if (campaign) await notify(tx, "published", campaign.slug);
}
