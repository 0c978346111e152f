import { setTimeout } from "node:timers/promises";
import { say } from "#app/log.server.ts";
import { claimBatch, endForgottenBatches, type Claim } from "./claim.server.ts";
import { timeUntilTurn } from "./pace.server.ts";
import { recordFailure, recordResults } from "./record.server.ts";
import { sendBatch } from "./resend.server.ts";
import { judge } from "./retry.ts";
import { type MailUrls, sealBatch } from "./seal.server.ts";

const MOST_IN_FLIGHT = 8;
/** A longer wait is left to the clock, which calls again every second. */
const LONGEST_PAUSE_MS = 1_000;
/** While requests are under way new mail may come in, and so it is looked for. */
const LOOK_AGAIN_MS = 200;

/**
 * Sends whatever is due, as fast as the provider allows, until nothing is left or `signal` aborts; then waits for the
 * requests under way. Any number of processes may do so at once.
 *
 * @throws whatever the database throws; what was claimed then is free again when its lease ends.
 */
export async function deliverDueMail(urls: MailUrls, signal: AbortSignal) {
  const inFlight = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let ended = 0;
  try {
    await endForgottenBatches();
    while (!signal.aborted && failures.length === 0) {
      const endedBefore = ended;
      const next = await nextBatch(urls);
      if (next.outcome === "claimed") {
        const delivery = deliverBatch(next.claim)
          .catch((failure: unknown) => void failures.push(failure))
          .finally(() => {
            inFlight.delete(delivery);
            ended += 1;
          });
        inFlight.add(delivery);
        if (inFlight.size >= MOST_IN_FLIGHT) await Promise.race(inFlight);
      } else if (next.outcome === "wait" && next.waitMs <= LONGEST_PAUSE_MS) {
        await pause(next.waitMs, signal);
      } else if (inFlight.size > 0) {
        await Promise.race([...inFlight, pause(LOOK_AGAIN_MS, signal)]);
      } else if (ended === endedBefore) {
        // Whatever ended while we looked may have left halves of its batch to send: then we look once more.
        return;
      }
    }
  } finally {
    await Promise.all(inFlight);
  }
  if (failures.length > 0) throw failures[0];
}

/** Seals only when a request may go: until then the batch fills up. */
async function nextBatch(urls: MailUrls) {
  const waitMs = await timeUntilTurn();
  if (waitMs > 0) return { outcome: "wait", waitMs } as const;
  const sealed = await sealBatch(urls);
  const claimed = await claimBatch();
  // All that was due may have ended while it was being sealed; there can be more behind it.
  if (claimed.outcome === "idle" && sealed.outcome === "sealed") return { outcome: "wait", waitMs: 0 } as const;
  return claimed;
}

async function deliverBatch(claim: Claim) {
  const answer = await sendBatch(claim.id, claim.mails);
  if (answer.outcome === "answered") return recordResults(claim, answer.results);
  const { statusCode, name } = answer.error;
  const verdict = judge(answer.error, claim.attempt, Math.random());
  // Not the provider's message: it may name an address.
  if (verdict.kind === "later" && statusCode !== 429) say(`Mail waits until the provider takes it: ${statusCode} ${name}.`);
  return recordFailure(claim, verdict, answer.error);
}

async function pause(ms: number, signal: AbortSignal) {
  await setTimeout(ms, undefined, { signal }).catch(() => undefined);
}
