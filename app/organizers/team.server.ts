import { and, asc, count, eq, gt, isNull, max, or } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { isId } from "#db/id.ts";
import { campaigns, invitations, memberships, organizers, organizerSessions } from "#db/schema/index.ts";
import { hourBefore } from "./sign-in-rules.ts";
import { MAX_INVITATIONS_AN_HOUR } from "./team-rules.ts";

/** Everybody at a campaign's desk, owners first, with the last time that one of their browsers was seen at any desk. */
export async function listMembers(campaignId: string) {
  return db
    .select({
      id: organizers.id,
      name: organizers.name,
      email: organizers.email,
      role: memberships.role,
      since: memberships.createdAt,
      lastSeenAt: max(organizerSessions.lastSeenAt),
    })
    .from(memberships)
    .innerJoin(organizers, eq(organizers.id, memberships.organizerId))
    .leftJoin(organizerSessions, eq(organizerSessions.organizerId, organizers.id))
    .where(eq(memberships.campaignId, campaignId))
    .groupBy(organizers.id, memberships.role, memberships.createdAt)
    .orderBy(asc(memberships.role), asc(organizers.name), asc(organizers.id));
}

/** One member of this campaign; the id comes from an address, and one that is no UUID is nobody's. */
export async function findTeamMember(campaignId: string, organizerId: string) {
  if (!isId(organizerId)) return undefined;
  const members = await listMembers(campaignId);
  return members.find(({ id }) => id === organizerId);
}

/** Those nobody has accepted or revoked, expired ones too: they can be sent again. */
export async function listInvitations(campaignId: string) {
  return db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      mailedAt: invitations.mailedAt,
      expiresAt: invitations.expiresAt,
      invitedBy: organizers.name,
    })
    .from(invitations)
    .innerJoin(organizers, eq(organizers.id, invitations.invitedBy))
    .where(and(eq(invitations.campaignId, campaignId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .orderBy(asc(invitations.createdAt));
}

/** What waits for this organizer, by their address, which their sign-in proved. */
export async function listOwnInvitations(organizerId: string, now: Date = new Date()) {
  const inviters = db.select({ id: organizers.id, name: organizers.name }).from(organizers).as("inviters");
  return db
    .select({
      id: invitations.id,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
      campaignName: campaigns.name,
      invitedBy: inviters.name,
    })
    .from(invitations)
    .innerJoin(organizers, eq(organizers.email, invitations.email))
    .innerJoin(campaigns, eq(campaigns.id, invitations.campaignId))
    .innerJoin(inviters, eq(inviters.id, invitations.invitedBy))
    .where(
      and(
        eq(organizers.id, organizerId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .orderBy(asc(invitations.createdAt));
}

/** How many more may be mailed just now, from this campaign by this organizer. */
export async function countInvitationsLeft(
  { campaignId, organizerId }: { campaignId: string; organizerId: string },
  now: Date = new Date(),
  tx: Transaction | typeof db = db,
) {
  const [mailed] = await tx
    .select({ count: count() })
    .from(invitations)
    .where(
      and(
        or(eq(invitations.campaignId, campaignId), eq(invitations.invitedBy, organizerId)),
        gt(invitations.mailedAt, hourBefore(now)),
      ),
    );
  return Math.max(0, MAX_INVITATIONS_AN_HOUR - (mailed?.count ?? 0));
}
