import { randomBytes } from "node:crypto";
import type postgres from "postgres";
import { sql } from "#db/client.server.ts";
import { appendEntries } from "./append.server.ts";
import { commitmentOf, type Entry, hourOf, ownerOf, saltOf } from "./entry.ts";
import { type Change, listChanges, listEndings, listSignings, type NewSigning, type Place, type Turn } from "./find-changes.server.ts";
import { mailReceipts, type ReceiptUrls } from "./mail-receipts.server.ts";
import { sha256 } from "./node-tools.server.ts";
import { closeDay, type RegisterState, signGrowth } from "./sign-head.server.ts";

const ENTRIES_A_STEP = 2_000;
/** As for the tallies: a signature's transaction may have begun before the last round and ended after it. */
const LOOK_BACK_MINUTES = 5;
const SECRET_BYTES = 32;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** Where a campaign's next step begins; the first of a round goes by the stored mark. */
interface Cursor {
  signings: Place;
  changes: Place;
}

/**
 * Enters into each campaign's register the signatures that were confirmed, and those that count no more or again. In
 * steps, each one transaction under a lock: killed in between it leaves nothing half, and two clocks enter nothing twice.
 * Campaigns take turns, so that one with millions holds nobody up. Returns how many entries were made.
 */
export async function enterSignatures(urls: ReceiptUrls, stopping?: AbortSignal, now: Date = new Date()): Promise<number> {
  const campaigns = await sql<{ id: string }[]>`select id from campaigns where state <> 'draft' and erased_at is null order by id`;
  let waiting: { id: string; cursor: Cursor | undefined }[] = campaigns.map(({ id }) => ({ id, cursor: undefined }));
  let made = 0;
  while (waiting.length > 0) {
    const next: typeof waiting = [];
    for (const { id, cursor } of waiting) {
      if (stopping?.aborted) return made;
      const step = await sql.begin((tx) => enterStep(tx, { campaignId: id, cursor, urls, now }));
      made += step.made;
      if (step.cursor) next.push({ id, cursor: step.cursor });
    }
    waiting = next;
  }
  return made;
}

interface Step {
  campaignId: string;
  cursor: Cursor | undefined;
  urls: ReceiptUrls;
  now: Date;
}

type Mark = RegisterState & { signings: string; changes: string };

async function enterStep(tx: postgres.TransactionSql, { campaignId, cursor, urls, now }: Step): Promise<{ made: number; cursor?: Cursor }> {
  const [lock] = await tx<{ isMine: boolean }[]>`select pg_try_advisory_xact_lock(hashtext('enter signatures'), hashtext(${campaignId})) as "isMine"`;
  if (!lock?.isMine) return { made: 0 };
  const mark = await holdMark(tx, campaignId);
  await closeDay(tx, mark, now);
  const from = cursor ?? { signings: { at: mark.signings, id: FIRST_ID }, changes: { at: mark.changes, id: FIRST_ID } };
  const limit = ENTRIES_A_STEP;
  const signings = await listSignings(tx, { campaignId, from: from.signings, limit });
  const changes = await listChanges(tx, { campaignId, from: from.changes, limit });
  const endings = await listEndings(tx, { campaignId, limit });
  const changed = changes.filter(({ isNews }) => isNews);
  const news = { signings: signingsOf(signings.filter(({ isNews }) => isNews), changed), turns: [...turnsOf(changed), ...endings], urls, now };
  const state = await enter(tx, mark, news);
  const ends: Cursor = { signings: endOf(signings, now), changes: endOf(changes, now) };
  await keepMark(tx, state, ends);
  await signGrowth(tx, state, now);
  const isFull = [signings, changes, endings].some(({ length }) => length >= limit);
  return { made: state.size - mark.size, ...(isFull ? { cursor: ends } : {}) };
}

/** Behind a full step's last row; otherwise everything up to now was looked at. */
function endOf(rows: readonly { signatureId: string; place: string }[], now: Date): Place {
  const last = rows.at(-1);
  return last && rows.length >= ENTRIES_A_STEP ? { at: last.place, id: last.signatureId } : behind(now);
}

async function holdMark(tx: postgres.TransactionSql, campaignId: string): Promise<Mark> {
  await tx`insert into register_marks (campaign_id) values (${campaignId}) on conflict do nothing`;
  const [mark] = await tx<Mark[]>`
    select campaign_id as "campaignId", size, count, imported, looked_at_signings::text as signings, looked_at_changes::text as changes
    from register_marks where campaign_id = ${campaignId} for update`;
  if (!mark) throw new Error("A register's mark is gone.");
  return mark;
}

function behind(now: Date): Place {
  return { at: new Date(now.getTime() - LOOK_BACK_MINUTES * 60_000).toISOString(), id: FIRST_ID };
}

/** One that was confirmed long ago and counts only now, or anew, is found by its change alone. */
function signingsOf(fresh: readonly NewSigning[], changes: readonly Change[]): NewSigning[] {
  const known = new Set(fresh.map(({ signatureId }) => signatureId));
  return [...fresh, ...changes.filter(({ position, signatureId }) => position === null && !known.has(signatureId))];
}

function turnsOf(changes: readonly Change[]): Turn[] {
  return changes.flatMap(({ position, isImported, counts }) => (position === null ? [] : { position, isImported, counts }));
}

interface News {
  signings: NewSigning[];
  turns: Turn[];
  urls: ReceiptUrls;
  now: Date;
}

async function enter(tx: postgres.TransactionSql, { campaignId, size, count, imported }: RegisterState, { signings, turns, urls, now }: News): Promise<RegisterState> {
  const hour = hourOf(now);
  const opened = signings.map((signing, index) => ({ ...signing, ...open(campaignId, signing), position: size + index }));
  const entries: Entry[] = [
    ...opened.map(({ commitment, isImported }) => ({ kind: isImported ? ("imported" as const) : ("confirmed" as const), hour, value: commitment })),
    ...turns.map(({ position, counts }) => ({ kind: counts ? ("again" as const) : ("ended" as const), hour, value: String(position) })),
  ];
  if (entries.length === 0) return { campaignId, size, count, imported };
  await appendEntries(tx, { campaignId, size, entries });
  await keepSecrets(tx, campaignId, opened);
  await keepTurns(tx, campaignId, turns);
  await mailReceipts(tx, opened.filter(({ isImported }) => !isImported), urls, now);
  const steps = [...signings.map(({ isImported }) => ({ isImported, counts: true })), ...turns];
  const sum = (some: typeof steps) => some.reduce((total, { counts }) => total + (counts ? 1 : -1), 0);
  return { campaignId, size: size + entries.length, count: count + sum(steps), imported: imported + sum(steps.filter(({ isImported }) => isImported)) };
}

function open(campaign: string, { letter, country, confirmedAt, address }: NewSigning) {
  const secret = randomBytes(SECRET_BYTES);
  const owner = ownerOf(sha256, secret, address);
  const confirmedOn = confirmedAt.toISOString().slice(0, 10);
  const commitment = commitmentOf(sha256, saltOf(sha256, secret), { campaign, letter, country, confirmedOn, owner });
  return { secret, owner, confirmedOn, commitment };
}

async function keepSecrets(tx: postgres.TransactionSql, campaignId: string, opened: readonly (NewSigning & ReturnType<typeof open> & { position: number })[]) {
  if (opened.length === 0) return;
  const rows = opened.map(({ position, signatureId, secret, letter, country, confirmedOn, owner }) => ({
    campaign_id: campaignId, position, signature_id: signatureId, secret, letter, country, confirmed_on: confirmedOn, owner: Buffer.from(owner, "hex"),
  }));
  await tx`insert into register_secrets ${tx(rows)}`;
}

async function keepTurns(tx: postgres.TransactionSql, campaignId: string, turns: readonly Turn[]) {
  if (turns.length === 0) return;
  const positions = turns.map(({ position }) => position);
  await tx`update register_secrets set is_counted = not is_counted where campaign_id = ${campaignId} and position in ${tx(positions)}`;
  await tx`delete from register_endings where campaign_id = ${campaignId} and position in ${tx(positions)}`;
}

/** The marks already stand behind by the look-back, but for those of a full step, which the next one goes on from. */
async function keepMark(tx: postgres.TransactionSql, { campaignId, size, count, imported }: RegisterState, { signings, changes }: Cursor) {
  await tx`
    update register_marks set size = ${size}, count = ${count}, imported = ${imported},
      looked_at_signings = ${signings.at}::text::timestamptz, looked_at_changes = ${changes.at}::text::timestamptz
    where campaign_id = ${campaignId}`;
}
