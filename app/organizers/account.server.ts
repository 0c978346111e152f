import { and, desc, eq, ne, type SQL } from "drizzle-orm";
import { changesBetween } from "#app/audit/words.ts";
import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";
import { organizers, organizerSessions } from "#db/schema/index.ts";
import { isOpen, type Organizer } from "./session.server.ts";

export async function findAccount(organizerId: string) {
  const [account] = await db.select({ email: organizers.email }).from(organizers).where(eq(organizers.id, organizerId));
  return account;
}

/** What colleagues read beside this organizer's acts. */
export async function renameOrganizer(organizer: Organizer, name: string): Promise<{ outcome: "renamed" | "as before" }> {
  const changes = changesBetween({ name: organizer.name }, { name });
  if (!changes) return { outcome: "as before" };
  await db.transaction(async (tx) => {
    await tx.update(organizers).set({ name }).where(eq(organizers.id, organizer.id));
    const entry = { campaignId: null, by: organizer.id, act: "renamed", subject: "team member", subjectId: organizer.id } as const;
    await writeAudit(tx, { ...entry, title: name, ...changes });
  });
  return { outcome: "renamed" };
}

/** Browsers that are signed in, the one seen last first. */
export async function listSessions(organizerId: string, now: Date = new Date()) {
  return db
    .select({
      id: organizerSessions.id,
      browser: organizerSessions.browser,
      since: organizerSessions.createdAt,
      lastSeenAt: organizerSessions.lastSeenAt,
    })
    .from(organizerSessions)
    .where(and(eq(organizerSessions.organizerId, organizerId), isOpen(now)))
    .orderBy(desc(organizerSessions.lastSeenAt), desc(organizerSessions.id));
}

/** One of this organizer's own. It opens nothing from now on. */
export async function endSessionById(organizer: Organizer, id: string, now: Date = new Date()) {
  return endSessions(organizer, eq(organizerSessions.id, id), now);
}

export async function endOtherSessions(organizer: Organizer, now: Date = new Date()) {
  return endSessions(organizer, ne(organizerSessions.id, organizer.session.id), now);
}

/** Their rows stay until they would have expired: a form that such a browser still sends is kept for its owner. */
async function endSessions(organizer: Organizer, which: SQL, now: Date): Promise<{ outcome: "ended"; count: number }> {
  return db.transaction(async (tx) => {
    const ended = await tx
      .update(organizerSessions)
      .set({ endedAt: now })
      .where(and(eq(organizerSessions.organizerId, organizer.id), isOpen(now), which))
      .returning({ id: organizerSessions.id, browser: organizerSessions.browser });
    for (const { id, browser } of ended) {
      await writeAudit(tx, { campaignId: null, by: organizer.id, act: "revoked", subject: "session", subjectId: id, title: browser }, now);
    }
    return { outcome: "ended", count: ended.length };
  });
}
