import { and, asc, eq } from "drizzle-orm";
import { changesBetween } from "#app/audit/words.ts";
import { writeAudit } from "#app/audit/write.server.ts";
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

/** At which campaign's desk, and by whom: a contact belongs to the directory, its history to the desk that changed it. */
interface Desk {
  campaignId: string;
  /** The organizer; null for the house itself. */
  by: string | null;
}

/** Messages that waited for a contact leave with the clock's next round. */
export async function addContact({ retailerId, role, email, campaignId, by }: Desk & { retailerId: string; role: string; email: string }) {
  return db.transaction(async (tx) => {
    const [added] = await tx
      .insert(contacts)
      .values({ retailerId, role, email })
      .onConflictDoNothing()
      .returning({ id: contacts.id });
    if (!added) return { outcome: "already there" } as const;
    await writeAudit(tx, { campaignId, by, act: "created", subject: "contact", subjectId: added.id, title: email, after: { role, email } });
    return { outcome: "added", id: added.id } as const;
  });
}

export async function setContactState(
  contactId: string,
  retailerId: string,
  { state, reason, campaignId, by }: Desk & { state: ContactState; reason: string | null },
  now: Date = new Date(),
) {
  return db.transaction(async (tx) => {
    const isThisContact = and(eq(contacts.id, contactId), eq(contacts.retailerId, retailerId));
    const [before] = await tx
      .select({ state: contacts.state, reason: contacts.stateReason, email: contacts.email })
      .from(contacts)
      .where(isThisContact)
      .for("update");
    if (!before) return { outcome: "gone" } as const;
    await tx.update(contacts).set({ state, stateReason: reason, stateChangedAt: now }).where(isThisContact);
    const changes = changesBetween({ state: before.state, reason: before.reason }, { state, reason });
    if (changes) {
      await writeAudit(tx, { campaignId, by, act: "changed", subject: "contact", subjectId: contactId, title: before.email, ...changes }, now);
    }
    return { outcome: "set" } as const;
  });
}
