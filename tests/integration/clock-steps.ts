import { SCHEDULE } from "#app/clock/schedule.ts";

/** All that the worker does, once, in the order of the schedule, as if it were this time; mail stays in the outbox, for it leaves by the database's clock. */
export async function clockStrikes(now: Date) {
  const stopping = new AbortController().signal;
  for (const round of SCHEDULE.filter(({ name }) => name !== "deliver mail")) await round.run(stopping, () => now);
}
