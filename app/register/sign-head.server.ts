import type postgres from "postgres";
import { fromHex, toHex } from "./bytes.ts";
import { type Head, headText } from "./head.ts";
import { openSigningKey } from "./keys.server.ts";
import { hashStretches } from "./nodes.server.ts";

/** Between two days a growing register is signed this often, and not with each entry. */
const HEAD_SECONDS = 60;

export interface RegisterState {
  campaignId: string;
  size: number;
  count: number;
  imported: number;
}

interface Newest {
  size: number;
  signedAt: Date;
  day: string | null;
}

/** Before anything is entered on a new day: the last state of the day on which the register grew before is signed as that day's. */
export async function closeDay(tx: postgres.TransactionSql, state: RegisterState, now: Date) {
  const newest = await findNewest(tx, state.campaignId);
  if (!newest || newest.day !== null) return;
  const day = dayOf(newest.signedAt);
  if (day < dayOf(now)) await signHead(tx, state, day, now);
}

/** The newest state, if it grew since the last was signed, and not more than once a minute. */
export async function signGrowth(tx: postgres.TransactionSql, state: RegisterState, now: Date) {
  const newest = await findNewest(tx, state.campaignId);
  const isDue = newest === undefined || now.getTime() - newest.signedAt.getTime() >= HEAD_SECONDS * 1_000 || newest.day !== null;
  if (state.size > (newest?.size ?? 0) && isDue) await signHead(tx, state, null, now);
}

async function findNewest(tx: postgres.TransactionSql, campaignId: string): Promise<Newest | undefined> {
  const [newest] = await tx<Newest[]>`
    select size, signed_at as "signedAt", day::text as day from register_heads
    where campaign_id = ${campaignId} order by signed_at desc, size desc limit 1`;
  return newest;
}

async function signHead(tx: postgres.TransactionSql, { campaignId, size, count, imported }: RegisterState, day: string | null, now: Date) {
  const key = await openSigningKey(tx, now);
  const [root] = await hashStretches(tx, campaignId, [{ begin: 0, end: size }]);
  if (!root) throw new Error("A register of nothing has no head.");
  const head: Head = { campaign: campaignId, size, root: toHex(root), count, imported, signedAt: now.toISOString(), key: key.id };
  const row = {
    campaign_id: campaignId, size, root: fromHex(head.root) ?? root, count, imported, signed_at: now, day, key_id: key.id,
    signature: key.sign(headText(head)),
  };
  await tx`insert into register_heads ${tx([row])}`;
}

function dayOf(at: Date) {
  return at.toISOString().slice(0, 10);
}
