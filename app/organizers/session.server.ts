import { and, eq, exists, gt, isNull, lt } from "drizzle-orm";
import { hashToken } from "#app/tokens.server.ts";
import { db } from "#db/client.server.ts";
import { memberships, organizers, organizerSessions } from "#db/schema/index.ts";
import { minutesBefore, rowsKeptSince } from "./sign-in-rules.ts";

export type Organizer = NonNullable<Awaited<ReturnType<typeof findOrganizerBySession>>>;

const SEEN_EVERY_MINUTES = 1;

/** Who sits at this browser, and how they got in. One that is asked for has been seen, which is noted once a minute. */
export async function findOrganizerBySession(sessionToken: string | undefined, now: Date = new Date()) {
  if (!sessionToken) return undefined;
  const tokenHash = hashToken(sessionToken);
  const [found] = await db
    .select({
      id: organizers.id,
      name: organizers.name,
      session: {
        id: organizerSessions.id,
        provenAt: organizerSessions.provenAt,
        secondStepAt: organizerSessions.secondStepAt,
      },
      lastSeenAt: organizerSessions.lastSeenAt,
    })
    .from(organizerSessions)
    .innerJoin(organizers, eq(organizers.id, organizerSessions.organizerId))
    .where(and(eq(organizerSessions.tokenHash, tokenHash), isOpen(now)));
  if (!found) return undefined;
  const { lastSeenAt, ...organizer } = found;
  if (lastSeenAt < minutesBefore(now, SEEN_EVERY_MINUTES)) await noteSeen(tokenHash, now);
  return organizer;
}

/**
 * Whose browser this was until its time was over: for keeping the form that it still sends, and for nothing else.
 * A session that somebody ended is nobody's, for who holds its cookie may be a thief: what they sent would lie ready
 * for its victim to pass on. Nor is anybody who belongs to no team any more.
 */
export async function findOwnerOfEndedSession(sessionToken: string | undefined): Promise<string | undefined> {
  if (!sessionToken) return undefined;
  const [ended] = await db
    .select({ organizerId: organizerSessions.organizerId })
    .from(organizerSessions)
    .where(
      and(
        eq(organizerSessions.tokenHash, hashToken(sessionToken)),
        isNull(organizerSessions.endedAt),
        exists(db.select({ role: memberships.role }).from(memberships).where(eq(memberships.organizerId, organizerSessions.organizerId))),
      ),
    );
  return ended?.organizerId;
}

/** Signing out: this browser forgets its cookie, and we its session. */
export async function endSession(sessionToken: string) {
  await db.delete(organizerSessions).where(eq(organizerSessions.tokenHash, hashToken(sessionToken)));
}

/** Run by the clock. Used links stay: the first of them says that the desk is in use. */
export async function forgetExpiredSessions(now: Date = new Date()) {
  await db.delete(organizerSessions).where(lt(organizerSessions.expiresAt, rowsKeptSince(now)));
}

export function isOpen(now: Date) {
  return and(gt(organizerSessions.expiresAt, now), isNull(organizerSessions.endedAt));
}

async function noteSeen(tokenHash: string, now: Date) {
  await db
    .update(organizerSessions)
    .set({ lastSeenAt: now })
    .where(and(eq(organizerSessions.tokenHash, tokenHash), lt(organizerSessions.lastSeenAt, minutesBefore(now, SEEN_EVERY_MINUTES))));
}
