import { and, eq, gt, lt } from "drizzle-orm";
import { hashToken } from "#app/tokens.server.ts";
import { db } from "#db/client.server.ts";
import { organizers, organizerSessions } from "#db/schema/index.ts";

export type Organizer = NonNullable<Awaited<ReturnType<typeof findOrganizerBySession>>>;

export async function findOrganizerBySession(sessionToken: string | undefined, now: Date = new Date()) {
  if (!sessionToken) return undefined;
  const [organizer] = await db
    .select({ id: organizers.id, name: organizers.name })
    .from(organizerSessions)
    .innerJoin(organizers, eq(organizers.id, organizerSessions.organizerId))
    .where(and(eq(organizerSessions.tokenHash, hashToken(sessionToken)), gt(organizerSessions.expiresAt, now)));
  return organizer;
}

export async function endSession(sessionToken: string) {
  await db.delete(organizerSessions).where(eq(organizerSessions.tokenHash, hashToken(sessionToken)));
}

/** Run by the clock. Used links stay: the first of them says that the desk is in use. */
export async function forgetExpiredSessions(now: Date = new Date()) {
  await db.delete(organizerSessions).where(lt(organizerSessions.expiresAt, now));
}
