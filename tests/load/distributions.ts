const HALVINGS = 200;

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Kolmogorov and Smirnov's: the greatest distance of two distributions, from 0 (the same) to 1 (nothing in common). */
export function distanceOf(some: readonly number[], others: readonly number[]): number {
  const [ours, theirs] = [some.toSorted((a, b) => a - b), others.toSorted((a, b) => a - b)];
  const shareUpTo = (sorted: readonly number[], value: number) => sorted.filter((one) => one <= value).length / sorted.length;
  return [...ours, ...theirs].reduce((most, value) => Math.max(most, Math.abs(shareUpTo(ours, value) - shareUpTo(theirs, value))), 0);
}

/** The same distance where there is no difference: 95 of 100 random halvings of one list lie closer. Whole lists would differ less. */
export function noiseOf(values: readonly number[]): number {
  const distances = Array.from({ length: HALVINGS }, () => {
    const shuffled = values.map((value) => ({ value, order: Math.random() })).toSorted((a, b) => a.order - b.order).map(({ value }) => value);
    const half = shuffled.length >> 1;
    return distanceOf(shuffled.slice(0, half), shuffled.slice(half));
  });
  return quantile(distances, 0.95);
}
