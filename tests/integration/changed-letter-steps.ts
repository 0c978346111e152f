import { and, asc, count, eq } from "drizzle-orm";
import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { askingUrls } from "#app/http/absolute-urls.server.ts";
import { runJobs } from "#app/jobs/run.server.ts";
import { saveLetterDraft } from "#app/letters/draft.server.ts";
import { findLetter, listLetterVersions, textOf } from "#app/letters/find.server.ts";
import { publishLetter } from "#app/letters/publish.server.ts";
import { askLateSigners } from "#app/signatures/letter-changes/ask-late.server.ts";
import { countByVersion, countUnderTexts } from "#app/signatures/letter-changes/count-by-version.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { tallyVersions } from "#app/signatures/letter-changes/tally-versions.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { db } from "#db/client.server.ts";
import { deliveries, letterDrafts, letterVersions, signatures } from "#db/schema/index.ts";
import { anOrganizer, aSignature } from "#tests/build.ts";
import { after, anOpenLetter, HOUR, MORNING, type OpenLetter } from "./signing-steps.ts";

/** Steps that the stories of changed letters share. */
export const FOREVER = new AbortController().signal;
/** When Grace changes the letter, some hours after the first have signed. */
export const NOON = after(3 * HOUR);

export type ChangingLetter = Awaited<ReturnType<typeof aChangingLetter>>;

export async function aChangingLetter(given: Parameters<typeof anOpenLetter>[0] = {}) {
  const open = await anOpenLetter(given);
  return { ...open, grace: await anOrganizer(open.campaign.id) };
}

/** Somebody who has signed the version with this number, and is confirmed unless told otherwise. */
export async function aSignerOf(open: OpenLetter, number = 1, given: Parameters<typeof aSignature>[1] = {}) {
  const version = (await listLetterVersions(open.campaign.id)).find((one) => one.number === number && one.language === "en");
  if (!version) throw new Error(`There is no version ${number}.`);
  const confirmedAt = given.confirmedAt ?? after(1);
  return aSignature({ campaignId: open.campaign.id, letterVersionId: version.id }, { createdAt: MORNING, confirmedAt, stateChangedAt: confirmedAt, ...given });
}

/** The next version, said to be material or not. */
export async function changesLetter({ campaign, grace }: ChangingLetter, body: string, { isMaterial = true, summary = "Amazon is asked too.", language = "en", now = NOON } = {}) {
  const [draft] = await db.select().from(letterDrafts).where(and(eq(letterDrafts.campaignId, campaign.id), eq(letterDrafts.language, language)));
  const newest = await findLetter(campaign.id, { language });
  if (!newest) throw new Error("There is no letter.");
  const text = { ...textOf(newest), bodyMarkdown: body };
  await saveLetterDraft({ campaignId: campaign.id, language, text, revision: draft?.revision ?? 0, by: grace.id }, now);
  return publishLetter({ campaignId: campaign.id, language, by: grace.id, change: { isMaterial, summary } }, now);
}

/** The worker goes on with every job until none is due: a job's turn comes by the database's own clock. */
export async function worksOn() {
  await runJobs(JOB_KINDS, FOREVER);
}

/** The clock's round for those who come late. */
export function late(now: Date) {
  return askLateSigners(askingUrls, undefined, now);
}

/** The mails about a change of this letter, oldest first. */
export async function askingMails({ campaign }: OpenLetter) {
  return db
    .select({ to: deliveries.toAddress, state: deliveries.state, props: deliveries.props, signatureId: deliveries.signatureId })
    .from(deliveries)
    .where(and(eq(deliveries.campaignId, campaign.id), eq(deliveries.card, "letter-changed")))
    .orderBy(asc(deliveries.id));
}

/** By version number of the English letter: what the clock has counted by now. */
export async function counted({ campaign }: OpenLetter, now: Date) {
  await Promise.all([tallySignatures(now), tallyVersions(now)]);
  const versions = (await listLetterVersions(campaign.id)).toSorted((one, other) => one.number - other.number);
  const counts = await countByVersion(campaign.id, versions);
  return versions.map(({ id }) => counts?.get(id));
}

export async function underTexts({ campaign }: OpenLetter, now: Date) {
  await Promise.all([tallySignatures(now), tallyVersions(now)]);
  return countUnderTexts(campaign.id, await countSignatures(campaign.id));
}

/** The same counted by hand. */
export async function plainCounts({ campaign }: OpenLetter) {
  const rows = await db
    .select({ number: letterVersions.number, count: count(signatures.id) })
    .from(letterVersions)
    .leftJoin(signatures, and(eq(signatures.letterVersionId, letterVersions.id), eq(signatures.state, "confirmed")))
    .where(eq(letterVersions.campaignId, campaign.id))
    .groupBy(letterVersions.id)
    .orderBy(asc(letterVersions.number));
  return rows.map((row) => row.count);
}
