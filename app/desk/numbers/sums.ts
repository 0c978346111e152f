import { NO_SOURCE, OTHER } from "#app/desk/roll-ups/day-span.ts";

/** One row of what the clock counted by the day. */
export interface DayCount {
  day: string;
  by: string;
  value: string;
  created: number;
  confirmed: number;
}

export interface Share {
  value: string;
  created: number;
  confirmed: number;
}

export type MailRow = ReturnType<typeof mailByState>[number];

const SHOWN = 8;
/** A mail domain that fewer have may be somebody's own, and names them. */
const FEW_AT_A_DOMAIN = 5;
/** From the best to the worst that can become of a mail. */
const MAIL_STATES = ["due", "sending", "sent", "delivered", "delayed", "bounced", "complained", "suppressed", "failed"] as const;

/** What was asked for on each day, and how many of those are confirmed by now. */
export function requestsByDay(counts: DayCount[], days: string[]) {
  const all = new Map(counts.filter(({ by }) => by === "all").map((count) => [count.day, count]));
  return days.map((day) => ({ day, created: all.get(day)?.created ?? 0, confirmed: all.get(day)?.confirmed ?? 0 }));
}

/** The largest of one kind over all the days, and the rest together; the day's own rest is among it. */
export function shareOut(counts: DayCount[], by: DayCount["by"], shown = SHOWN): Share[] {
  const few = by === "mail domain" ? FEW_AT_A_DOMAIN : 1;
  const sums = new Map<string, Share>();
  for (const { value, created, confirmed } of counts.filter((count) => count.by === by)) {
    const sum = sums.get(value) ?? { value, created: 0, confirmed: 0 };
    sums.set(value, { value, created: sum.created + created, confirmed: sum.confirmed + confirmed });
  }
  const isNamed = ({ value, created }: Share) => value !== OTHER && created >= few;
  const named = [...sums.values()].filter(isNamed).toSorted((one, other) => other.created - one.created);
  const rest = [...named.slice(shown), ...[...sums.values()].filter((share) => !isNamed(share))];
  if (rest.length === 0) return named;
  const other = { value: OTHER, created: total(rest, "created"), confirmed: total(rest, "confirmed") };
  return [...named.slice(0, shown), other];
}

/** How many mails of each day are in each state by now, for the states that occur. */
export function mailByState(counts: DayCount[], by: DayCount["by"], days: string[]) {
  const own = counts.filter((count) => count.by === by);
  return MAIL_STATES.map((state) => ({
    state,
    byDay: days.map((day) => own.find((count) => count.day === day && count.value === state)?.created ?? 0),
  })).filter(({ byDay }) => byDay.some((mails) => mails > 0));
}

/** Per cent, whole; null of nothing. */
export function rateOf({ created, confirmed }: Pick<Share, "created" | "confirmed">): number | null {
  return created === 0 ? null : Math.round((confirmed / created) * 100);
}

/** What a value that is no name is called. */
export function valueInWords(value: string): string {
  if (value === OTHER) return "all others";
  return value === NO_SOURCE ? "no link of ours" : value;
}

function total(shares: Share[], name: "created" | "confirmed") {
  return shares.reduce((so, share) => so + share[name], 0);
}
