import { and, asc, eq, gt, inArray, isNull, lte, or, sql as raw } from "drizzle-orm";
import { z } from "zod";
import { db, type Transaction } from "#db/client.server.ts";
import { deliveries, mailBatches } from "#db/schema/index.ts";
import { FrozenMail } from "./frozen-mail.ts";
import { holdTurn, spendTurn } from "./pace.server.ts";

/** The provider remembers a key for 24 hours; an hour is left for clocks that differ. */
const KEY_LIFE = raw`interval '23 hours'`;

/** Twice the time-out of a request: whoever has not recorded by then is dead. */
const LEASE = raw`interval '60 seconds'`;

const isFree = or(isNull(mailBatches.leasedUntil), lte(mailBatches.leasedUntil, raw`now()`));
const isKeyRemembered = or(isNull(mailBatches.unknownSince), gt(mailBatches.unknownSince, raw`now() - ${KEY_LIFE}`));

export type Claim = {
  id: string;
  priority: number;
  mails: FrozenMail[];
  /** The how manieth attempt: only its holder may record how it failed. */
  attempt: number;
  /** An earlier attempt may have been accepted. */
  wasUnknown: boolean;
};

/**
 * Takes the turn and, with it, the most urgent batch.
 * Until its holder records better, the attempt counts as one of unknown outcome: it may die before it can say.
 */
export async function claimBatch() {
  return db.transaction(async (tx) => {
    const waitMs = await holdTurn(tx);
    if (waitMs > 0) return { outcome: "wait", waitMs } as const;
    const next = await mostUrgentBatch(tx);
    if (!next) return { outcome: "idle" } as const;

    await spendTurn(tx);
    const attempt = next.attempts + 1;
    await tx
      .update(mailBatches)
      .set({
        attempts: attempt,
        leasedUntil: raw`clock_timestamp() + ${LEASE}`,
        unknownSince: raw`coalesce(${mailBatches.unknownSince}, clock_timestamp())`,
      })
      .where(eq(mailBatches.id, next.id));
    const mails = z.array(FrozenMail).parse(next.payload);
    const claim: Claim = { id: next.id, priority: next.priority, mails, attempt, wasUnknown: next.unknownSince !== null };
    return { outcome: "claimed", claim } as const;
  });
}

/** Ends batches whose outcome nobody learned while the provider still knew their key: sent again, they could double. */
export async function endForgottenBatches() {
  await db.transaction(async (tx) => {
    const forgotten = await tx
      .update(mailBatches)
      .set({ state: "failed", payload: null, lastError: "outcome unknown", leasedUntil: null, endedAt: raw`now()` })
      .where(and(eq(mailBatches.state, "sealed"), isFree, lte(mailBatches.unknownSince, raw`now() - ${KEY_LIFE}`)))
      .returning({ id: mailBatches.id });
    if (forgotten.length === 0) return;
    await tx
      .update(deliveries)
      .set({ state: "failed", reason: "outcome unknown", props: null, stateChangedAt: raw`now()` })
      .where(and(inArray(deliveries.batchId, forgotten.map(({ id }) => id)), eq(deliveries.state, "sending")));
  });
}

async function mostUrgentBatch(tx: Transaction) {
  const [batch] = await tx
    .select()
    .from(mailBatches)
    .where(and(eq(mailBatches.state, "sealed"), lte(mailBatches.nextAttemptAt, raw`now()`), isFree, isKeyRemembered))
    .orderBy(asc(mailBatches.priority), asc(mailBatches.nextAttemptAt))
    .limit(1)
    .for("update", { skipLocked: true });
  return batch;
}
