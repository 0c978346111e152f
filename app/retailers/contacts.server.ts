import { and, asc, eq } from "drizzle-orm";
import { changesBetween } from "#app/audit/words.ts";
import { type AuditEntry, writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { contacts, targets } from "#db/schema/index.ts";
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

/** At which campaign's desk, and by whom. A contact belongs to the directory. */
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
    await tellAll(tx, retailerId, { campaignId, by, act: "created", subject: "contact", subjectId: added.id, title: email, after: { role, email } });
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
      await tellAll(tx, retailerId, { campaignId, by, act: "changed", subject: "contact", subjectId: contactId, title: before.email, ...changes }, now);
    }
    return { outcome: "set" } as const;
  });
}

/** A line in the log of every campaign that asks this retailer: where one desk leads its messages, all others' go too. */
async function tellAll(tx: Transaction, retailerId: string, { campaignId, ...entry }: AuditEntry, now: Date = new Date()) {
  const asking = await tx.select({ campaignId: targets.campaignId }).from(targets).where(eq(targets.retailerId, retailerId));
  const told = new Set([campaignId, ...asking.map((target) => target.campaignId)]);
  for (const each of told) await writeAudit(tx, { ...entry, campaignId: each }, now);
}
