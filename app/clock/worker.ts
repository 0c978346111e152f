import { setMaxListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { report } from "#app/log.server.ts";
import { onNewMail } from "#app/mail/on-new-mail.server.ts";
import { noteRounds } from "./note-rounds.server.ts";
import { type Clock, machineClock, type Round } from "./round.ts";
import { SCHEDULE } from "./schedule.ts";

/** How often the desk's clock page hears of the rounds; it takes a worker for away after some of these, see app/desk/clock/away.ts. */
const NOTED_EVERY_SECONDS = 15;

interface Work {
  stopping: AbortSignal;
  wakeMail: EventTarget;
  clock: Clock;
  notes: ReturnType<typeof noteRounds>;
}

/** Runs the schedule until `stop`, which lets what is under way finish. A round never overlaps itself. */
export async function startWorker({ schedule = SCHEDULE, clock = machineClock }: { schedule?: readonly Round[]; clock?: Clock } = {}) {
  const stopping = new AbortController();
  // Every round listens for the end, and there are more rounds than Node takes for a leak.
  setMaxListeners(0, stopping.signal);
  const wakeMail = new EventTarget();
  const notes = noteRounds(schedule, clock);
  const noting: Round = { name: "note what the clock did", everySeconds: NOTED_EVERY_SECONDS, run: notes.write };
  const loops = [...schedule, noting].map((round) => repeat(round, { stopping: stopping.signal, wakeMail, clock, notes }));
  const unlisten = await onNewMail(() => wakeMail.dispatchEvent(new Event("mail")));
  return {
    async stop() {
      stopping.abort();
      await Promise.all([...loops, unlisten().catch(() => {})]);
      await notes.write().catch(() => {});
    },
  };
}

async function repeat(round: Round, { stopping, wakeMail, clock, notes }: Work) {
  while (!stopping.aborted) {
    notes.started(round.name);
    try {
      await round.run(stopping, clock);
      notes.done(round.name);
    } catch (error) {
      if (!stopping.aborted) notes.failed(round.name, report(error, round.name));
    }
    await pause(round, stopping, wakeMail);
  }
}

/** Until the round's next turn; mail that was just put into the outbox does not wait for it. */
async function pause(round: Round, stopping: AbortSignal, wakeMail: EventTarget) {
  if (stopping.aborted) return;
  const woken = new AbortController();
  const wake = () => woken.abort();
  if (round.name === "deliver mail") wakeMail.addEventListener("mail", wake, { once: true });
  stopping.addEventListener("abort", wake, { once: true });
  await wait(round.everySeconds * 1000, undefined, { signal: woken.signal }).catch(() => {});
  wakeMail.removeEventListener("mail", wake);
  stopping.removeEventListener("abort", wake);
}
