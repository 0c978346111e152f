import { setImmediate } from "node:timers/promises";
import { and, eq, exists, inArray, isNull, lte, min, or, sql as raw } from "drizzle-orm";
import { v7 } from "uuid";
import { z } from "zod";
import { env } from "#app/env.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { deliveries, mailBatches, suppressions } from "#db/schema/index.ts";
import { isCardName, printCard } from "#emails/index.ts";
import type { FrozenMail } from "./frozen-mail.ts";
import { contactBounces } from "./suppress.server.ts";
import { findWaysOut, type WayOut } from "./ways-out.server.ts";

/** Resend's limit for one request. */
const MAILS_PER_BATCH = 100;

/** How the house spells the address that ends a sort of mail. */
export interface MailUrls {
  unsubscribe(token: string): string;
}

type DueDelivery = Awaited<ReturnType<typeof takeDue>>[number];

/**
 * Freezes up to 100 due mails of the most urgent priority into one batch, unless one as urgent already waits.
 * Suppressed addresses and cards that cannot be printed end here, each with its reason, and hold nobody up.
 */
export async function sealBatch(urls: MailUrls) {
  return db.transaction(async (tx) => {
    const priority = await mostUrgent(tx);
    if (priority === null || (await hasWaitingBatch(tx, priority))) return { outcome: "nothing" } as const;

    const due = await takeDue(tx, priority);
    const ways = await findWaysOut(tx, due);
    const mails: FrozenMail[] = [];
    for (const delivery of due) {
      const way = ways.get(delivery.id);
      if (way && way.outcome !== "token") {
        await end(tx, delivery, "cancelled", WHY_NOT[way.outcome]);
        continue;
      }
      if (delivery.suppression) {
        await endSuppressed(tx, delivery, delivery.suppression);
        continue;
      }
      const printed = await freeze(delivery, way && urls.unsubscribe(way.token));
      if (printed.outcome === "printed") mails.push(printed.mail);
      else await end(tx, delivery, "failed", printed.reason);
      // A hundred cards take a tenth of a second: the web server in the same process gets its turns in between.
      await setImmediate();
    }
    if (mails.length > 0) await putIntoBatch(tx, priority, mails);
    return due.length > 0 ? ({ outcome: "sealed", mails: mails.length } as const) : ({ outcome: "nothing" } as const);
  });
}

const WHY_NOT: Record<Exclude<WayOut["outcome"], "token">, string | null> = { ended: "Its reader wants no mail of this sort.", erased: null };

async function mostUrgent(tx: Transaction) {
  const [due] = await tx
    .select({ priority: min(deliveries.priority) })
    .from(deliveries)
    .where(and(eq(deliveries.state, "due"), lte(deliveries.dueAt, raw`now()`)));
  return due?.priority ?? null;
}

/** Mails that come in while a batch waits for its turn travel together in the next one. */
async function hasWaitingBatch(tx: Transaction, priority: number) {
  const waiting = tx
    .select({ id: mailBatches.id })
    .from(mailBatches)
    .where(
      and(
        eq(mailBatches.state, "sealed"),
        lte(mailBatches.priority, priority),
        lte(mailBatches.nextAttemptAt, raw`now()`),
        or(isNull(mailBatches.leasedUntil), lte(mailBatches.leasedUntil, raw`now()`)),
      ),
    );
  const [answer] = await tx.select({ isWaiting: raw<boolean>`${exists(waiting)}` }).from(raw`(values (1)) as one`);
  return answer?.isWaiting ?? false;
}

function takeDue(tx: Transaction, priority: number) {
  return tx
    .select({
      id: deliveries.id,
      card: deliveries.card,
      props: deliveries.props,
      toAddress: deliveries.toAddress,
      contactId: deliveries.contactId,
      signatureId: deliveries.signatureId,
      suppression: suppressions.reason,
    })
    .from(deliveries)
    .leftJoin(suppressions, eq(suppressions.address, raw`lower(${deliveries.toAddress})`))
    .where(and(eq(deliveries.state, "due"), lte(deliveries.dueAt, raw`now()`), eq(deliveries.priority, priority)))
    .orderBy(deliveries.id)
    .limit(MAILS_PER_BATCH)
    .for("update", { of: deliveries, skipLocked: true });
}

async function endSuppressed(tx: Transaction, delivery: DueDelivery, reason: string) {
  await end(tx, delivery, "suppressed", `Not sent: the address is suppressed (${reason}).`);
  if (delivery.contactId) await contactBounces(tx, delivery.contactId, delivery.toAddress, `The address is suppressed (${reason}).`);
}

async function end(tx: Transaction, delivery: DueDelivery, state: "suppressed" | "failed" | "cancelled", reason: string | null) {
  await tx
    .update(deliveries)
    .set({ state, reason, props: null, stateChangedAt: raw`now()` })
    .where(eq(deliveries.id, delivery.id));
}

async function freeze({ id, card, props, toAddress }: DueDelivery, unsubscribeUrl: string | undefined) {
  if (!isCardName(card)) return { outcome: "unprintable", reason: `There is no card "${card}".` } as const;
  try {
    const { fromName, replyTo, headers, subject, html, text } = await printCard(card, unsubscribeUrl ? { ...props, unsubscribeUrl } : props);
    const from = `${fromName} <${env.MAIL_FROM}>`;
    const mail: FrozenMail = { deliveryId: id, from, to: toAddress, subject, html, text };
    if (replyTo) mail.replyTo = replyTo;
    if (headers || unsubscribeUrl) mail.headers = { ...headers, ...(unsubscribeUrl ? oneClick(unsubscribeUrl) : {}) };
    return { outcome: "printed", mail } as const;
  } catch (error) {
    return { outcome: "unprintable", reason: `The card could not be printed: ${whatIsWrong(error)}` } as const;
  }
}

/** RFC 8058: one address, and the sign that a POST to it needs no second step. The provider's DKIM signature has to cover both. */
function oneClick(url: string) {
  return { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** Names the field and never its value, which is somebody's. */
function whatIsWrong(error: unknown) {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : "no reason given";
  return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
}

async function putIntoBatch(tx: Transaction, priority: number, mails: FrozenMail[]) {
  const id = v7();
  await tx.insert(mailBatches).values({ id, priority, payload: mails });
  await tx
    .update(deliveries)
    .set({ state: "sending", batchId: id, stateChangedAt: raw`now()` })
    .where(inArray(deliveries.id, mails.map((mail) => mail.deliveryId)));
}
