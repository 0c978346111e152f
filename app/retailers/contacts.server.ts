import { and, asc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { contacts } from "#db/schema/index.ts";
import type { ContactState } from "./contact-states.ts";

export async function listContacts(retailerId: string) {
  return db
    .select({
      id: contacts.id,
      role: contacts.role,
      email: contacts.email,
      state: contacts.state,
      stateReason: contacts.stateReason,
      stateChangedAt: contacts.stateChangedAt,
    })
    .from(contacts)
    .where(eq(contacts.retailerId, retailerId))
    .orderBy(asc(contacts.createdAt));
}

/** Messages that waited for a contact leave with the clock's next round. */
export async function addContact({ retailerId, role, email }: { retailerId: string; role: string; email: string }) {
  const [added] = await db
    .insert(contacts)
    .values({ retailerId, role, email })
    .onConflictDoNothing()
    .returning({ id: contacts.id });
  return added ? ({ outcome: "added", id: added.id } as const) : ({ outcome: "already there" } as const);
}

export async function setContactState(
  contactId: string,
  retailerId: string,
  { state, reason }: { state: ContactState; reason: string | null },
  now: Date = new Date(),
) {
  const [set] = await db
    .update(contacts)
    .set({ state, stateReason: reason, stateChangedAt: now })
    .where(and(eq(contacts.id, contactId), eq(contacts.retailerId, retailerId)))
    .returning({ id: contacts.id });
  return { outcome: set ? "set" : "gone" } as const;
}
