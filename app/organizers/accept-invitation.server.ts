import { and, eq } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { enqueueMail } from "#app/mail/enqueue.server.ts";
import { hashToken } from "#app/tokens.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { isId } from "#db/id.ts";
import { campaigns, invitations, memberships, organizers } from "#db/schema/index.ts";
import { lockTeam } from "./lock-team.server.ts";
import type { Role } from "./roles.ts";
import { findOrganizerBySession } from "./session.server.ts";
import { signInByMail, type Visitor } from "./sign-in.server.ts";

type Invitation = typeof invitations.$inferSelect;
type Joined = { outcome: "joined"; campaignSlug: string };
type NotOpen = { outcome: "expired" | "used" | "revoked" | "unknown" };

/** How the door spells the page that the inviter's mail leads to. */
type TeamUrl = (campaignSlug: string) => string;

/**
 * Whoever holds the mailed link joins as the address it was sent to, once. Somebody new gives their name, and is signed
 * in. An organizer joins under the name they have and signs in as always: a link that works for a week, and may have
 * been passed on, is no key to an account with other campaigns in it.
 */
export async function acceptInvitation(
  { token, name, teamUrl }: { token: string; name: string | undefined; teamUrl: TeamUrl },
  now: Date = new Date(),
  visitor: Visitor = {},
): Promise<(Joined & { sessionToken: string | null; mustSignIn: boolean }) | NotOpen | { outcome: "name missing" }> {
  return db.transaction(async (tx) => {
    const found = await findByToken(tx, token);
    if (!found) return { outcome: "unknown" };
    await lockTeam(tx, found.campaignId);
    // Read again under the lock, for a revocation or another acceptance may have come first.
    const invitation = await findByToken(tx, token);
    if (!invitation) return { outcome: "unknown" };
    if (!isOpen(invitation, now)) return { outcome: whyNotOpen(invitation) };
    const organizer = await organizerOf(tx, invitation.email, name);
    if (!organizer) return { outcome: "name missing" };
    const joined = await join(tx, { invitation, organizer, teamUrl }, now);
    if (organizer.isNew) return { ...joined, sessionToken: await signInByMail(tx, organizer.id, visitor, now), mustSignIn: false };
    const here = await findOrganizerBySession(visitor.sessionToken, now);
    return { ...joined, sessionToken: null, mustSignIn: here?.id !== organizer.id };
  });
}

/** The same for somebody who is signed in as that address, without the mail. Another's invitation is absent. */
export async function acceptOwnInvitation(
  { invitationId, organizerId, teamUrl }: { invitationId: string; organizerId: string; teamUrl: TeamUrl },
  now: Date = new Date(),
): Promise<Joined | { outcome: "gone" }> {
  if (!isId(invitationId)) return { outcome: "gone" };
  return db.transaction(async (tx) => {
    const [own] = await tx
      .select({ campaignId: invitations.campaignId, organizer: { id: organizers.id, name: organizers.name } })
      .from(invitations)
      .innerJoin(organizers, eq(organizers.email, invitations.email))
      .where(and(eq(invitations.id, invitationId), eq(organizers.id, organizerId)));
    if (!own) return { outcome: "gone" };
    await lockTeam(tx, own.campaignId);
    const [invitation] = await tx.select().from(invitations).where(eq(invitations.id, invitationId));
    if (!invitation || !isOpen(invitation, now)) return { outcome: "gone" };
    return join(tx, { invitation, organizer: own.organizer, teamUrl }, now);
  });
}

/** What the page of a link shows; looking does not use it up. */
export async function readInvitation(token: string, now: Date = new Date()) {
  const invitation = await findByToken(db, token);
  if (!invitation) return { state: "unknown" } as const;
  if (!isOpen(invitation, now)) return { state: whyNotOpen(invitation) } as const;
  const [names] = await db
    .select({ campaignName: campaigns.name, invitedBy: organizers.name })
    .from(campaigns)
    .innerJoin(organizers, eq(organizers.id, invitation.invitedBy))
    .where(eq(campaigns.id, invitation.campaignId));
  if (!names) return { state: "unknown" } as const;
  const [known] = await db.select({ name: organizers.name }).from(organizers).where(eq(organizers.email, invitation.email));
  const { email, role, expiresAt } = invitation;
  return { state: "open", email, role, expiresAt, knownAs: known?.name ?? null, ...names } as const;
}

async function findByToken(tx: Transaction | typeof db, token: string): Promise<Invitation | undefined> {
  const [invitation] = await tx.select().from(invitations).where(eq(invitations.tokenHash, hashToken(token)));
  return invitation;
}

function isOpen({ acceptedAt, revokedAt, expiresAt }: Invitation, now: Date) {
  return !acceptedAt && !revokedAt && expiresAt > now;
}

function whyNotOpen({ acceptedAt, revokedAt }: Invitation) {
  if (acceptedAt) return "used";
  return revokedAt ? "revoked" : "expired";
}

async function organizerOf(tx: Transaction, email: string, name: string | undefined) {
  const columns = { id: organizers.id, name: organizers.name };
  const [made] = name ? await tx.insert(organizers).values({ email, name }).onConflictDoNothing().returning(columns) : [];
  if (made) return { ...made, isNew: true };
  const [organizer] = await tx.select(columns).from(organizers).where(eq(organizers.email, email));
  return organizer && { ...organizer, isNew: false };
}

/** Under the lock of the team, so that of many that come at the same time one gets it. */
async function join(
  tx: Transaction,
  { invitation, organizer, teamUrl }: { invitation: Invitation; organizer: { id: string; name: string }; teamUrl: TeamUrl },
  now: Date,
): Promise<Joined> {
  const { campaignId, role, email, invitedBy } = invitation;
  const [campaign] = await tx.select({ slug: campaigns.slug, name: campaigns.name }).from(campaigns).where(eq(campaigns.id, campaignId));
  const [inviter] = await tx.select({ name: organizers.name, email: organizers.email }).from(organizers).where(eq(organizers.id, invitedBy));
  if (!campaign || !inviter) throw new Error("An invitation has a campaign and somebody who invites.");
  await tx.update(invitations).set({ acceptedAt: now }).where(eq(invitations.id, invitation.id));
  // Whoever is in the team already keeps the role they have.
  const joined = await tx
    .insert(memberships)
    .values({ campaignId, organizerId: organizer.id, role, createdAt: now })
    .onConflictDoNothing()
    .returning();
  if (joined.length > 0) {
    const after: { role: Role; invitation: string; invitedBy: string } = { role, invitation: invitation.id, invitedBy: inviter.name };
    const entry = { campaignId, by: organizer.id, act: "joined", subject: "team member", subjectId: organizer.id, title: organizer.name } as const;
    await writeAudit(tx, { ...entry, after }, now);
    const props = { name: organizer.name, address: email, role, campaignName: campaign.name, url: teamUrl(campaign.slug) };
    await enqueueMail(tx, { card: "invitation-accepted", props, to: inviter.email, campaignId });
  }
  return { outcome: "joined", campaignSlug: campaign.slug };
}
