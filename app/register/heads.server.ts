import { sql } from "#db/client.server.ts";
import { toHex } from "./bytes.ts";
import type { SignedHead } from "./head.ts";

export type DayHead = SignedHead & { day: string };

interface HeadRow {
  campaign: string;
  size: number;
  root: Buffer;
  count: number;
  imported: number;
  signedAt: Date;
  key: string;
  signature: Buffer;
  day: string | null;
}

/** The newest signed state; undefined as long as nothing has been entered. */
export async function findNewestHead(campaignId: string): Promise<SignedHead | undefined> {
  const [row] = await sql<HeadRow[]>`select ${columns()} from register_heads where campaign_id = ${campaignId} order by signed_at desc, size desc limit 1`;
  return row && signedHead(row);
}

/** The states that closed a day, newest first; a day on which nothing was entered has none. */
export async function listDayHeads(campaignId: string, { limit, before }: { limit: number; before?: string | undefined }): Promise<DayHead[]> {
  const rows = await sql<HeadRow[]>`
    select ${columns()} from register_heads
    where campaign_id = ${campaignId} and day is not null and day < coalesce(${before ?? null}::text::date, 'infinity') order by day desc limit ${limit}`;
  return rows.map((row) => ({ ...signedHead(row), day: row.day ?? "" }));
}

/** The state to which a receipt of this entry leads. */
export async function findHeadOver(campaignId: string, position: number): Promise<SignedHead | undefined> {
  const newest = await findNewestHead(campaignId);
  return newest && newest.size > position ? newest : undefined;
}

/** How many entries there are, signed or not. */
export async function findSize(campaignId: string): Promise<number> {
  const [mark] = await sql<{ size: number }[]>`select size from register_marks where campaign_id = ${campaignId}`;
  return mark?.size ?? 0;
}

function columns() {
  return sql`campaign_id as campaign, size, root, count, imported, signed_at as "signedAt", key_id as key, signature, day::text as day`;
}

function signedHead({ campaign, size, root, count, imported, signedAt, key, signature }: HeadRow): SignedHead {
  return { campaign, size, root: toHex(root), count, imported, signedAt: signedAt.toISOString(), key, signature: toHex(signature) };
}
