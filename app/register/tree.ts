import { concat, type Hash } from "./bytes.ts";

/**
 * The Merkle tree of RFC 9162, section 2.1: leaves and nodes are hashed with different first bytes, so that neither
 * passes for the other. A node is named by its level (leaves are level 0) and its place in it.
 */
export interface NodeName {
  level: number;
  index: number;
}

/** Leaves from `begin` to before `end`. */
export interface Stretch {
  begin: number;
  end: number;
}

export function leafHash(hash: Hash, leaf: Uint8Array): Uint8Array {
  return hash(concat(Uint8Array.of(0), leaf));
}

export function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(concat(Uint8Array.of(1), left, right));
}

/**
 * A tree that grows leaf by leaf and keeps only its right edge: memory and the root take O(log size).
 * @param edge The complete subtrees that it starts from, largest first, as `subtreesOf({ begin: 0, end: size })` names them.
 * @param onNode Told of each node above the leaves once it is complete.
 */
export function growTree(hash: Hash, { size = 0, edge = [], onNode }: { size?: number; edge?: Uint8Array[]; onNode?: (name: NodeName, node: Uint8Array) => void } = {}) {
  const kept = [...edge];
  let grown = size;
  return {
    append(leaf: Uint8Array) {
      let node = leaf;
      for (let [level, left] = [1, grown]; left % 2 === 1; level += 1, left = (left - 1) / 2) {
        node = nodeHash(hash, kept.pop() ?? lost(), node);
        onNode?.({ level, index: (left - 1) / 2 }, node);
      }
      kept.push(node);
      grown += 1;
    },
    size: () => grown,
    root: () => (kept.length === 0 ? hash(new Uint8Array()) : joinSubtrees(hash, kept)),
  };
}

/** The complete subtrees that a stretch consists of, from left to right. It begins where RFC 9162 divides a tree. */
export function subtreesOf({ begin, end }: Stretch): NodeName[] {
  const names: NodeName[] = [];
  for (let at = begin; at < end; ) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1;
    names.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return names;
}

/** The hash over a stretch, from its subtrees from left to right: on the way to the right they only grow smaller. */
export function joinSubtrees(hash: Hash, subtrees: readonly Uint8Array[]): Uint8Array {
  return subtrees.reduceRight((right, left) => nodeHash(hash, left, right));
}

function lost(): never {
  throw new Error("The tree's right edge does not fit its size.");
}
