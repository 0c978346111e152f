import { setMaxListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { report } from "#app/log.server.ts";
import { onNewMail } from "#app/mail/on-new-mail.server.ts";
import { type Round, SCHEDULE } from "./schedule.ts";

/** Runs the schedule until `stop`, which lets what is under way finish. A round never overlaps itself. */
export async function startWorker() {
  const stopping = new AbortController();
  // Every round listens for the end, and there are more rounds than Node takes for a leak.
  setMaxListeners(0, stopping.signal);
  const wakeMail = new EventTarget();
  const loops = SCHEDULE.map((round) => repeat(round, stopping.signal, wakeMail));
  const unlisten = await onNewMail(() => wakeMail.dispatchEvent(new Event("mail")));
  return {
    async stop() {
      stopping.abort();
      await Promise.all([...loops, unlisten().catch(() => {})]);
    },
  };
}

async function repeat(round: Round, stopping: AbortSignal, wakeMail: EventTarget) {
  while (!stopping.aborted) {
    try {
      await round.run(stopping);
    } catch (error) {
      if (!stopping.aborted) report(error, round.name);
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
