import { eq, sql as raw } from "drizzle-orm";
import { env } from "#app/env.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { mailPaces } from "#db/schema/index.ts";

/** All processes of the house share one allowance, so they share one row. */
const THE_HOUSE = 1;

const msUntilTurn = raw<number>`greatest(0, extract(epoch from ${mailPaces.nextRequestAt} - clock_timestamp()) * 1000)::float8`;

/** How long until the next request may go, in milliseconds; only a look. */
export async function timeUntilTurn() {
  const [pace] = await db.select({ waitMs: msUntilTurn }).from(mailPaces).where(eq(mailPaces.id, THE_HOUSE));
  return pace?.waitMs ?? 0;
}

/** The same, and nobody else gets the turn before this transaction ends. */
export async function holdTurn(tx: Transaction) {
  await tx.insert(mailPaces).values({ id: THE_HOUSE, nextRequestAt: raw`clock_timestamp()` }).onConflictDoNothing();
  const [pace] = await tx.select({ waitMs: msUntilTurn }).from(mailPaces).where(eq(mailPaces.id, THE_HOUSE)).for("update");
  return pace?.waitMs ?? 0;
}

/** Uses the turn up: the next one comes a fraction of a second later, as MAIL_RATE_PER_SECOND says. */
export async function spendTurn(tx: Transaction) {
  await delayHouse(tx, 1000 / env.MAIL_RATE_PER_SECOND);
}

/** Nobody in the house asks the provider again before then. */
export async function delayHouse(tx: Transaction, waitMs: number) {
  const earliest = raw`clock_timestamp() + ${waitMs}::float8 * interval '1 millisecond'`;
  await tx
    .update(mailPaces)
    .set({ nextRequestAt: raw`greatest(${mailPaces.nextRequestAt}, ${earliest})` })
    .where(eq(mailPaces.id, THE_HOUSE));
}
