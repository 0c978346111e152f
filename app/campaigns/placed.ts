/** A list with one of its own moved to a place, counted from 0; a place beyond the end is the end. */
export function placed<One>(list: readonly One[], moved: One, place: number): One[] {
  const others = list.filter((one) => one !== moved);
  return others.toSpliced(Math.max(0, place), 0, moved);
}
