import { and, eq, inArray, ne, sql as raw } from "drizzle-orm";
import { v7 } from "uuid";
import { db, type Transaction } from "#db/client.server.ts";
import { deliveries, mailBatches } from "#db/schema/index.ts";
import type { Claim } from "./claim.server.ts";
import { applyEarlyEvents, lockProviderIds } from "./events.server.ts";
import type { SendResult } from "./frozen-mail.ts";
import { delayHouse } from "./pace.server.ts";
import type { ProviderError, Verdict } from "./retry.ts";

/**
 * Records what became of each mail of a batch. Whoever learns it may record it, even after losing the lease:
 * under one key the provider gives one answer.
 */
export async function recordResults({ id }: Claim, results: SendResult[]) {
  const accepted = results.filter((result) => result.outcome === "accepted");
  const refused = results.filter((result) => result.outcome === "refused");
  await db.transaction(async (tx) => {
    await lockProviderIds(tx);
    await tx
      .update(mailBatches)
      .set({ state: "sent", payload: null, leasedUntil: null, endedAt: raw`now()` })
      .where(and(eq(mailBatches.id, id), ne(mailBatches.state, "sent")));
    await recordAccepted(tx, accepted);
    for (const { deliveryId, reason } of refused) await failDeliveries(tx, [deliveryId], reason);
    await applyEarlyEvents(tx, accepted.map(({ providerId }) => providerId));
  });
}

/** Records that a batch was not answered as hoped. Only the newest attempt may: an older one knows less. */
export async function recordFailure(claim: Claim, verdict: Verdict, error: ProviderError) {
  await db.transaction(async (tx) => {
    if (verdict.kind === "later" && verdict.isForAll) await delayHouse(tx, verdict.waitMs);
    const lastError = `${error.statusCode ?? "no answer"} ${error.name}: ${error.message}`;
    if (verdict.kind !== "never") return putOff(tx, claim, verdict, lastError);

    // Also after an attempt of unknown outcome: had it been accepted, its key would answer from memory and not refuse.
    const isSplit = verdict.isDivisible && claim.mails.length > 1;
    const isEnded = await endFailed(tx, claim, isSplit ? `${lastError} (split in two)` : lastError);
    if (!isEnded) return;
    if (isSplit) await split(tx, claim);
    else await failDeliveries(tx, claim.mails.map(({ deliveryId }) => deliveryId), lastError);
  });
}

/** As one statement for the whole batch. Also for mails that were given up as unknown: now it is known. */
async function recordAccepted(tx: Transaction, accepted: { deliveryId: string; providerId: string }[]) {
  const rows = JSON.stringify(accepted.map(({ deliveryId, providerId }) => ({ delivery_id: deliveryId, accepted_as: providerId })));
  await tx.execute(raw`
    update ${deliveries} set
      state = 'sent', reason = null, provider_id = accepted_as, sent_at = now(), state_changed_at = now(), props = null
    from jsonb_to_recordset(${rows}::jsonb) as answer (delivery_id uuid, accepted_as text)
    where id = delivery_id and provider_id is null and state in ('sending', 'failed')`);
}

async function failDeliveries(tx: Transaction, ids: string[], reason: string) {
  await tx
    .update(deliveries)
    .set({ state: "failed", reason, props: null, stateChangedAt: raw`now()` })
    .where(and(inArray(deliveries.id, ids), eq(deliveries.state, "sending")));
}

async function putOff(tx: Transaction, claim: Claim, { kind, waitMs }: Verdict & { waitMs: number }, lastError: string) {
  const isKnown = kind === "later" && !claim.wasUnknown;
  await tx
    .update(mailBatches)
    .set({
      leasedUntil: null,
      nextAttemptAt: raw`clock_timestamp() + ${waitMs}::float8 * interval '1 millisecond'`,
      lastError,
      ...(isKnown ? { unknownSince: null } : {}),
    })
    .where(isHeldBy(claim));
}

async function endFailed(tx: Transaction, claim: Claim, lastError: string) {
  const ended = await tx
    .update(mailBatches)
    .set({ state: "failed", payload: null, leasedUntil: null, lastError, endedAt: raw`now()` })
    .where(isHeldBy(claim))
    .returning({ id: mailBatches.id });
  return ended.length > 0;
}

/** Halves a batch that was refused as a whole, until the mail to blame stands alone. Nothing of it was accepted, so new keys are safe. */
async function split(tx: Transaction, { priority, mails }: Claim) {
  const middle = Math.ceil(mails.length / 2);
  for (const half of [mails.slice(0, middle), mails.slice(middle)]) {
    const id = v7();
    await tx.insert(mailBatches).values({ id, priority, payload: half });
    await tx
      .update(deliveries)
      .set({ batchId: id })
      .where(inArray(deliveries.id, half.map(({ deliveryId }) => deliveryId)));
  }
}

function isHeldBy({ id, attempt }: Claim) {
  return and(eq(mailBatches.id, id), eq(mailBatches.attempts, attempt), eq(mailBatches.state, "sealed"));
}
