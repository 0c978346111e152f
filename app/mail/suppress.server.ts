import { and, eq, inArray, sql as raw } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { contacts, suppressions } from "#db/schema/index.ts";

/** Nothing is sent to this address again, whoever asks. */
export async function suppressAddress(tx: Transaction, address: string, reason: "bounce" | "complaint") {
  await tx.insert(suppressions).values({ address: address.toLowerCase(), reason }).onConflictDoNothing();
}

/** Mail to a retailer's address came back. What an organizer has decided about it, or changed since, stands. */
export async function contactBounces(tx: Transaction, contactId: string, address: string, stateReason: string) {
  await tx
    .update(contacts)
    .set({ state: "bouncing", stateReason, stateChangedAt: raw`now()` })
    .where(and(isContactAt(contactId, address), inArray(contacts.state, ["new", "working"])));
}

export async function contactWorks(tx: Transaction, contactId: string, address: string) {
  await tx
    .update(contacts)
    .set({ state: "working", stateChangedAt: raw`now()` })
    .where(and(isContactAt(contactId, address), eq(contacts.state, "new")));
}

/** The address too: a test mail names the contact it would have gone to, and an old mail one that has moved. */
function isContactAt(contactId: string, address: string) {
  return and(eq(contacts.id, contactId), eq(raw`lower(${contacts.email})`, address.toLowerCase()));
}
