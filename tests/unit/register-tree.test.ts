import { describe, expect, test } from "vitest";
import { areEqual, fromHex, toHex, utf8 } from "#app/register/bytes.ts";
import { sha256 } from "#app/register/node-tools.server.ts";
import { growTree, joinSubtrees, leafHash, nodeHash, type NodeName, type Stretch, subtreesOf } from "#app/register/tree.ts";
import { consistencyPath, inclusionPath, isGrowth, rootFromInclusion } from "#app/register/tree-proofs.ts";

/** The reference vectors of Certificate Transparency, whose tree RFC 9162 keeps. */
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map(bytes);
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const N96 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const N5F = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const N6B = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const NBC = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const NCA = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const N0E = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

const INCLUSIONS: [index: number, size: number, path: string[]][] = [
  [0, 1, []],
  [0, 8, [N96, N5F, N6B]],
  [5, 8, [NBC, NCA, ROOTS[4] ?? ""]],
  [2, 3, [ROOTS[2] ?? ""]],
  [1, 5, [ROOTS[1] ?? "", N5F, NBC]],
];
const CONSISTENCIES: [first: number, second: number, path: string[]][] = [
  [1, 1, []],
  [1, 8, [N96, N5F, N6B]],
  [6, 8, [N0E, NCA, ROOTS[4] ?? ""]],
  [2, 5, [N5F, NBC]],
];

describe("the reference vectors of Certificate Transparency", () => {
  test.each(ROOTS.map((root, size) => [size, root] as const))("%i leaves have the root %s", (size, root) => {
    expect(toHex(rootOf(LEAVES.slice(0, size)))).toBe(root);
  });

  test.each(INCLUSIONS)("leaf %i of %i has its path", (index, size, path) => {
    expect(hashesOf(LEAVES, inclusionPath(index, size)).map(toHex)).toEqual(path);
    expect(toHex(rootFromInclusion(sha256, { leaf: leafHash(sha256, at(LEAVES, index)), index, size, path: path.map(bytes) }) ?? bytes(""))).toBe(ROOTS[size]);
  });

  test.each(CONSISTENCIES)("%i leaves grew to %i", (first, second, path) => {
    expect(hashesOf(LEAVES, consistencyPath(first, second)).map(toHex)).toEqual(path);
    expect(isGrowth(sha256, { first, second, firstRoot: bytes(ROOTS[first]), secondRoot: bytes(ROOTS[second]), path: path.map(bytes) })).toBe(true);
  });
});

/** Enough for every shape that a tree of some levels can have. */
const SIZE_MAX = 70;
/** A hundred thousand hashes, on a machine that has other things to do. */
const MANY_HASHES_MS = 60_000;
const leaves = Array.from({ length: SIZE_MAX }, (_, index) => utf8(`leaf ${index}`));
/** Of these leaves, hashed once. */
const subtrees = new Map<string, Uint8Array>();
const roots = Array.from({ length: SIZE_MAX + 1 }, (_, size) => rootOf(leaves.slice(0, size)));

describe("trees of every size up to seventy", () => {
  test("grow to the root that RFC 9162 defines", () => {
    for (let size = 0; size <= SIZE_MAX; size += 1) expect(toHex(at(roots, size))).toBe(toHex(definedRoot(leaves.slice(0, size))));
  });

  test("go on from their right edge, and tell of each complete node once", () => {
    const nodes = new Map<string, Uint8Array>(leaves.map((leaf, index) => [`0:${index}`, leafHash(sha256, leaf)]));
    const key = ({ level, index }: NodeName) => `${level}:${index}`;
    let told = 0;
    for (let size = 0; size < SIZE_MAX; size += 1) {
      const edge = subtreesOf({ begin: 0, end: size }).map((name) => nodes.get(key(name)) ?? bytes(""));
      const onNode = (name: NodeName, node: Uint8Array) => {
        nodes.set(key(name), node);
        told += 1;
      };
      const tree = growTree(sha256, { size, edge, onNode });
      tree.append(leafHash(sha256, at(leaves, size)));
      expect(toHex(tree.root())).toBe(toHex(at(roots, size + 1)));
    }
    expect(told).toBe(nodes.size - SIZE_MAX);
  });

  test("prove every leaf, in its own place and no other, and no other leaf", () => {
    const another = leafHash(sha256, utf8("another"));
    const wrong = pairs(1).filter(([size, index]) => {
      if (index === size) return false;
      const path = hashesOf(leaves, inclusionPath(index, size));
      const inclusion = { leaf: leafHash(sha256, at(leaves, index)), index, size, path };
      const leads = (change: Partial<typeof inclusion>) => isSame(rootFromInclusion(sha256, { ...inclusion, ...change }), at(roots, size));
      const isCut = path.length > 0 && leads({ path: path.slice(1) });
      return !leads({}) || leads({ leaf: another }) || leads({ index: index + 1 }) || leads({ path: [...path, another] }) || isCut;
    });
    expect(wrong).toEqual([]);
  }, MANY_HASHES_MS);

  test("prove that each grew from every smaller one, and from no other", () => {
    const another = sha256(utf8("another"));
    const wrong = pairs(0).filter(([second, first]) => {
      const path = hashesOf(leaves, consistencyPath(first, second));
      const growth = { first, second, firstRoot: at(roots, first), secondRoot: at(roots, second), path };
      const grew = (change: Partial<typeof growth>) => isGrowth(sha256, { ...growth, ...change });
      // Every tree has grown from the empty one, whatever its root.
      const isBlind = first > 0 && grew({ secondRoot: another });
      const isCut = path.length > 0 && grew({ path: path.slice(1) });
      return !grew({}) || grew({ firstRoot: another }) || grew({ path: [...path, another] }) || isBlind || isCut;
    });
    expect(wrong).toEqual([]);
  }, MANY_HASHES_MS);
});

/** Every size with everything from nothing up to it. */
function pairs(from: number): [size: number, upTo: number][] {
  return Array.from({ length: SIZE_MAX + 1 - from }, (_, index) => index + from).flatMap((size) => Array.from({ length: size + 1 }, (_, upTo): [number, number] => [size, upTo]));
}

function isSame(one: Uint8Array | undefined, other: Uint8Array) {
  return one !== undefined && areEqual(one, other);
}

/** As the RFC writes it down: by halves, with no memory. */
function definedRoot(of: readonly Uint8Array[]): Uint8Array {
  if (of.length === 0) return sha256(bytes(""));
  if (of.length === 1) return leafHash(sha256, at(of, 0));
  const half = 2 ** Math.ceil(Math.log2(of.length) - 1);
  return nodeHash(sha256, definedRoot(of.slice(0, half)), definedRoot(of.slice(half)));
}

function rootOf(of: readonly Uint8Array[]) {
  const tree = growTree(sha256);
  for (const leaf of of) tree.append(leafHash(sha256, leaf));
  return tree.root();
}

/** By way of complete subtrees, as they are stored. */
function hashesOf(of: readonly Uint8Array[], stretches: readonly Stretch[]) {
  const subtree = ({ level, index }: NodeName) => {
    const known = of === leaves ? subtrees.get(`${level}:${index}`) : undefined;
    const node = known ?? definedRoot(of.slice(index * 2 ** level, (index + 1) * 2 ** level));
    if (of === leaves) subtrees.set(`${level}:${index}`, node);
    return node;
  };
  return stretches.map((stretch) => joinSubtrees(sha256, subtreesOf(stretch).map(subtree)));
}

function at<Thing>(list: readonly Thing[], index: number): Thing {
  const thing = list[index];
  if (thing === undefined) throw new Error(`There is nothing at ${index}.`);
  return thing;
}

function bytes(hex = ""): Uint8Array {
  return fromHex(hex) ?? new Uint8Array();
}
