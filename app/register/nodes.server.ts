import type postgres from "postgres";
import { type Entry, type EntryKind, leafOf } from "./entry.ts";
import { sha256 } from "./node-tools.server.ts";
import { growTree, joinSubtrees, leafHash, type NodeName, type Stretch, subtreesOf } from "./tree.ts";
import { toHex } from "./bytes.ts";

/**
 * Nodes over 32 leaves and more are kept, those beneath are hashed from the entries when they are asked for: so a
 * signature writes a sixteenth of a node, and a proof reads at most some dozens of entries.
 */
export const KEPT_FROM_LEVEL = 5;

export interface EntryRow {
  position: number;
  kind: EntryKind;
  hour: string;
  commitment: Buffer | null;
  meant: number | null;
}

export function entryOf({ kind, hour, commitment, meant }: Omit<EntryRow, "position">): Entry {
  return { kind, hour, value: commitment ? toHex(commitment) : String(meant) };
}

/** The hashes over these stretches of a campaign's entries, each in O(log n) reads. */
export async function hashStretches(tx: postgres.ISql, campaignId: string, stretches: readonly Stretch[]): Promise<Uint8Array[]> {
  const names = stretches.map(subtreesOf);
  const nodes = await readSubtrees(tx, campaignId, names.flat());
  let taken = 0;
  return names.map((some) => {
    const own = nodes.slice(taken, taken + some.length);
    taken += some.length;
    return joinSubtrees(sha256, own);
  });
}

/** Complete subtrees, in the order in which they are named. */
export async function readSubtrees(tx: postgres.ISql, campaignId: string, names: readonly NodeName[]): Promise<Uint8Array[]> {
  const kept = await readKept(tx, campaignId, names.filter(({ level }) => level >= KEPT_FROM_LEVEL));
  const leaves = await readLeaves(tx, campaignId, names.filter(({ level }) => level < KEPT_FROM_LEVEL));
  return names.map((name) => kept.get(keyOf(name)) ?? growFrom(leaves, name));
}

async function readKept(tx: postgres.ISql, campaignId: string, names: readonly NodeName[]) {
  if (names.length === 0) return new Map<string, Uint8Array>();
  const rows = await tx<{ level: number; place: number; hash: Buffer }[]>`
    select n.level, n.place, n.hash
    from jsonb_to_recordset(${JSON.stringify(names)}::text::jsonb) as wanted(level smallint, index integer)
    join register_nodes n on n.campaign_id = ${campaignId} and n.level = wanted.level and n.place = wanted.index`;
  return new Map(rows.map(({ level, place, hash }) => [keyOf({ level, index: place }), hash]));
}

async function readLeaves(tx: postgres.ISql, campaignId: string, names: readonly NodeName[]) {
  if (names.length === 0) return new Map<number, Uint8Array>();
  const ranges = names.map(({ level, index }) => ({ begin: index * 2 ** level, end: (index + 1) * 2 ** level }));
  const rows = await tx<EntryRow[]>`
    select e.position, e.kind, e.hour, e.commitment, e.meant
    from jsonb_to_recordset(${JSON.stringify(ranges)}::text::jsonb) as wanted("begin" integer, "end" integer)
    cross join lateral (
      select * from register_entries where campaign_id = ${campaignId} and position >= wanted."begin" and position < wanted."end"
      order by position limit ${2 ** KEPT_FROM_LEVEL}
    ) e`;
  return new Map(rows.map((row) => [row.position, leafHash(sha256, leafOf(entryOf(row)))]));
}

function growFrom(leaves: Map<number, Uint8Array>, { level, index }: NodeName): Uint8Array {
  const tree = growTree(sha256);
  for (let position = index * 2 ** level; position < (index + 1) * 2 ** level; position += 1) {
    const leaf = leaves.get(position);
    if (!leaf) throw new Error(`The register misses entry ${position}, or a node over it.`);
    tree.append(leaf);
  }
  return tree.root();
}

function keyOf({ level, index }: NodeName) {
  return `${level}:${index}`;
}
