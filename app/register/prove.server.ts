import { sql } from "#db/client.server.ts";
import { toHex } from "./bytes.ts";
import { findSize } from "./heads.server.ts";
import { hashStretches } from "./nodes.server.ts";
import { consistencyPath, inclusionPath } from "./tree-proofs.ts";

/** That an entry is in the register of a size; undefined where there is no such entry, or was no such size. */
export async function proveInclusion(campaignId: string, { position, size }: { position: number; size: number }) {
  if (position >= size || size > (await findSize(campaignId))) return undefined;
  return { position, size, path: await hexes(campaignId, inclusionPath(position, size)) };
}

/** That the register only grew between two sizes. */
export async function proveGrowth(campaignId: string, { first, second }: { first: number; second: number }) {
  if (first > second || second > (await findSize(campaignId))) return undefined;
  return { first, second, path: await hexes(campaignId, consistencyPath(first, second)) };
}

async function hexes(campaignId: string, stretches: ReturnType<typeof inclusionPath>) {
  return (await hashStretches(sql, campaignId, stretches)).map(toHex);
}
