import { areEqual, type Hash } from "./bytes.ts";
import { nodeHash, type Stretch } from "./tree.ts";

/** The stretches whose hashes prove that a leaf is in a tree of this size, from the leaf upwards (RFC 9162, 2.1.3.1). */
export function inclusionPath(index: number, size: number): Stretch[] {
  return pathWithin(index, { begin: 0, end: size });
}

function pathWithin(index: number, { begin, end }: Stretch): Stretch[] {
  if (end - begin <= 1) return [];
  const middle = begin + largestPowerBelow(end - begin);
  const [left, right] = [{ begin, end: middle }, { begin: middle, end }];
  return index < middle ? [...pathWithin(index, left), right] : [...pathWithin(index, right), left];
}

/** The stretches whose hashes prove that a tree only grew from the first size to the second (RFC 9162, 2.1.4.1). */
export function consistencyPath(first: number, second: number): Stretch[] {
  if (first === 0 || first >= second) return [];
  return consistencyWithin(first, { begin: 0, end: second }, true);
}

function consistencyWithin(first: number, { begin, end }: Stretch, isWholeKnown: boolean): Stretch[] {
  if (first === end) return isWholeKnown ? [] : [{ begin, end }];
  const middle = begin + largestPowerBelow(end - begin);
  const [left, right] = [{ begin, end: middle }, { begin: middle, end }];
  if (first <= middle) return [...consistencyWithin(first, left, isWholeKnown), right];
  return [...consistencyWithin(first, right, false), left];
}

/** The largest power of two smaller than a size of two or more. */
function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

interface Inclusion {
  leaf: Uint8Array;
  index: number;
  size: number;
  path: readonly Uint8Array[];
}

/** The root that a leaf and its path lead to (RFC 9162, 2.1.3.2); undefined when the path does not fit place and size. */
export function rootFromInclusion(hash: Hash, { leaf, index, size, path }: Inclusion): Uint8Array | undefined {
  if (index < 0 || index >= size) return undefined;
  let [at, last, node] = [index, size - 1, leaf];
  for (const beside of path) {
    if (last === 0) return undefined;
    const isOnTheLeft = at % 2 === 1 || at === last;
    node = isOnTheLeft ? nodeHash(hash, beside, node) : nodeHash(hash, node, beside);
    while (isOnTheLeft && at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? node : undefined;
}

interface Growth {
  first: number;
  second: number;
  firstRoot: Uint8Array;
  secondRoot: Uint8Array;
  path: readonly Uint8Array[];
}

/** True when the second tree holds the first one unchanged (RFC 9162, 2.1.4.2). Every tree has grown from the empty one. */
export function isGrowth(hash: Hash, { first, second, firstRoot, secondRoot, path }: Growth): boolean {
  if (first > second) return false;
  if (first === second) return path.length === 0 && areEqual(firstRoot, secondRoot);
  if (first === 0) return path.length === 0 && areEqual(firstRoot, hash(new Uint8Array()));
  const [start, ...rest] = isPowerOfTwo(first) ? [firstRoot, ...path] : path;
  if (start === undefined) return false;
  let [at, last] = [first - 1, second - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [ofFirst, ofSecond] = [start, start];
  for (const beside of rest) {
    if (last === 0) return false;
    const isOnTheLeft = at % 2 === 1 || at === last;
    if (isOnTheLeft) ofFirst = nodeHash(hash, beside, ofFirst);
    ofSecond = isOnTheLeft ? nodeHash(hash, beside, ofSecond) : nodeHash(hash, ofSecond, beside);
    while (isOnTheLeft && at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && areEqual(ofFirst, firstRoot) && areEqual(ofSecond, secondRoot);
}

function half(number: number): number {
  return Math.floor(number / 2);
}

function isPowerOfTwo(size: number): boolean {
  return size === largestPowerBelow(size + 1);
}
