import { OTHER } from "#app/desk/roll-ups/day-span.ts";
import { type DayCount, rateOf, type Share, shareOut } from "./sums.ts";

/** So many requests make a rate worth a word. */
const ENOUGH = 20;
/** So many points below its own past, and below everybody else, is a fall. */
const FALL_POINTS = 15;

export interface Provider extends Share {
  /** Per cent confirmed of what was asked for lately and before; null where there is too little to say. */
  lately: number | null;
  before: number | null;
  hasFallen: boolean;
}

/**
 * Mail providers by what was asked for and confirmed. One stands out when its rate has lately fallen below its own past
 * and below that of all others: when everybody's falls, it is not the provider.
 */
export function compareProviders(counts: DayCount[], lateDays: string[]): Provider[] {
  const domains = counts.filter(({ by }) => by === "mail domain");
  const [late, early] = [domains.filter(({ day }) => lateDays.includes(day)), domains.filter(({ day }) => !lateDays.includes(day))];
  const shares = shareOut(domains, "mail domain");
  const names = new Set(shares.map(({ value }) => value));
  return shares.map((share) => {
    const isOwn = ({ value }: DayCount) => (names.has(value) ? value : OTHER) === share.value;
    const lately = rateOfEnough(late.filter(isOwn));
    const before = rateOfEnough(early.filter(isOwn));
    const others = rateOfEnough(late.filter((count) => !isOwn(count)));
    const isBelow = (rate: number | null) => lately !== null && rate !== null && rate - lately >= FALL_POINTS;
    return { ...share, lately, before, hasFallen: isBelow(before) && (others === null || isBelow(others)) };
  });
}

function rateOfEnough(counts: DayCount[]) {
  const created = counts.reduce((total, count) => total + count.created, 0);
  const confirmed = counts.reduce((total, count) => total + count.confirmed, 0);
  return created < ENOUGH ? null : rateOf({ created, confirmed });
}
