import type postgres from "postgres";
import { type Entry, leafOf } from "./entry.ts";
import { KEPT_FROM_LEVEL, readSubtrees } from "./nodes.server.ts";
import { sha256 } from "./node-tools.server.ts";
import { growTree, leafHash, subtreesOf } from "./tree.ts";

interface Growth {
  campaignId: string;
  /** How many entries there are before these. */
  size: number;
  entries: readonly Entry[];
}

/** Appends entries with the nodes that they complete. Returns the new root. Whoever calls it holds the register's lock. */
export async function appendEntries(tx: postgres.TransactionSql, { campaignId, size, entries }: Growth): Promise<Uint8Array> {
  const nodes: { campaign_id: string; level: number; place: number; hash: Uint8Array }[] = [];
  const edge = await readSubtrees(tx, campaignId, subtreesOf({ begin: 0, end: size }));
  const tree = growTree(sha256, {
    size,
    edge,
    onNode({ level, index }, hash) {
      if (level >= KEPT_FROM_LEVEL) nodes.push({ campaign_id: campaignId, level, place: index, hash });
    },
  });
  for (const entry of entries) tree.append(leafHash(sha256, leafOf(entry)));
  const rows = entries.map(({ kind, hour, value }, index) => {
    const isOfAnother = kind === "ended" || kind === "again";
    return {
      campaign_id: campaignId, position: size + index, kind, hour,
      commitment: isOfAnother ? null : Buffer.from(value, "hex"), meant: isOfAnother ? Number(value) : null,
    };
  });
  if (rows.length > 0) await tx`insert into register_entries ${tx(rows)}`;
  if (nodes.length > 0) await tx`insert into register_nodes ${tx(nodes)}`;
  return tree.root();
}
