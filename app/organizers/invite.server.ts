import { and, desc, eq, isNull } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { enqueueMail } from "#app/mail/enqueue.server.ts";
import { hashToken, newToken } from "#app/tokens.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { isId } from "#db/id.ts";
import { campaigns, invitations, memberships, organizers } from "#db/schema/index.ts";
import { lockTeam, mayManage } from "./lock-team.server.ts";
import { ROLE_WORDS, type Role } from "./roles.ts";
import { countInvitationsLeft } from "./team.server.ts";
import { invitationExpiry, nextInvitationMail, placeOf } from "./team-rules.ts";

interface Inviting {
  campaignId: string;
  email: string;
  role: Role;
  /** The organizer's id. */
  by: string;
  /** How the door spells the link that the mail holds. */
  linkTo: (token: string) => string;
}

export type Invited =
  | { outcome: "invited" | "role changed" | "already a member" | "too many" | "not allowed" }
  /** A mail went to this address just now, and the next may go then. */
  | { outcome: "mailed lately"; nextMailAt: Date };

/** Inviting an address twice is one invitation, mailed again: the older link is dead, the newer role is meant. */
export async function inviteToTeam(inviting: Inviting, now: Date = new Date()): Promise<Invited> {
  const email = inviting.email.trim().toLowerCase();
  return db.transaction(async (tx) => {
    const { campaignId, role, by } = inviting;
    await lockTeam(tx, campaignId);
    if (!(await mayManage(tx, campaignId, by))) return { outcome: "not allowed" };
    if (await isMember(tx, campaignId, email)) return { outcome: "already a member" };
    const last = await findLast(tx, campaignId, email);
    const nextMailAt = last && nextInvitationMail(last.mailedAt);
    if (last && nextMailAt && nextMailAt > now) {
      if (!last.isOpen || last.role === role) return { outcome: "mailed lately", nextMailAt };
      await changeInvitedRole(tx, { ...inviting, invitation: last }, now);
      return { outcome: "role changed" };
    }
    return mailInvitation(tx, { ...inviting, email }, last?.isOpen ? last.id : undefined, now);
  });
}

/** The same again, to whoever was invited before: a new link, for another seven days. */
export async function mailInvitationAgain(
  { invitationId, ...inviting }: Omit<Inviting, "email" | "role"> & { invitationId: string },
  now: Date = new Date(),
): Promise<Invited | { outcome: "gone" }> {
  if (!isId(invitationId)) return { outcome: "gone" };
  const [open] = await db
    .select({ email: invitations.email, role: invitations.role })
    .from(invitations)
    .where(and(eq(invitations.id, invitationId), eq(invitations.campaignId, inviting.campaignId), ...STILL_OPEN));
  return open ? inviteToTeam({ ...inviting, ...open }, now) : { outcome: "gone" };
}

const STILL_OPEN = [isNull(invitations.acceptedAt), isNull(invitations.revokedAt)];

async function isMember(tx: Transaction, campaignId: string, email: string) {
  const [member] = await tx
    .select({ id: organizers.id })
    .from(organizers)
    .innerJoin(memberships, eq(memberships.organizerId, organizers.id))
    .where(and(eq(memberships.campaignId, campaignId), eq(organizers.email, email)));
  return member !== undefined;
}

/** The last mail to this address, revoked and accepted ones too: who revokes and invites again mails no quicker. */
async function findLast(tx: Transaction, campaignId: string, email: string) {
  const [last] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.campaignId, campaignId), eq(invitations.email, email)))
    .orderBy(desc(invitations.mailedAt), desc(invitations.id))
    .limit(1);
  return last && { ...last, isOpen: last.acceptedAt === null && last.revokedAt === null };
}

async function changeInvitedRole(
  tx: Transaction,
  { campaignId, role, by, invitation }: Inviting & { invitation: { id: string; role: Role } },
  now: Date,
) {
  await tx.update(invitations).set({ role, invitedBy: by }).where(eq(invitations.id, invitation.id));
  const changes = { before: { role: invitation.role }, after: { role } };
  const entry = { campaignId, by, act: "changed", subject: "invitation", subjectId: invitation.id, title: placeOf(role), ...changes } as const;
  await writeAudit(tx, entry, now);
}

async function mailInvitation(tx: Transaction, { campaignId, email, role, by, linkTo }: Inviting, openId: string | undefined, now: Date): Promise<Invited> {
  if ((await countInvitationsLeft({ campaignId, organizerId: by }, now, tx)) === 0) return { outcome: "too many" };
  const token = newToken();
  const expiresAt = invitationExpiry(now);
  const row = { role, tokenHash: hashToken(token), invitedBy: by, mailedAt: now, expiresAt };
  const [invitation] = openId
    ? await tx.update(invitations).set(row).where(eq(invitations.id, openId)).returning()
    : await tx.insert(invitations).values({ campaignId, email, ...row, createdAt: now }).returning();
  const { campaignName, inviterName } = await readNames(tx, campaignId, by);
  if (!invitation) throw new Error("The invitation was not kept.");
  const props = { campaignName, inviterName, role, roleMeaning: ROLE_WORDS[role], url: linkTo(token), expiresOn: expiresAt.toISOString().slice(0, 10) };
  await enqueueMail(tx, { card: "invitation", props, to: email, campaignId });
  const after = openId ? { role, isMailedAgain: true } : { role };
  await writeAudit(tx, { campaignId, by, act: "invited", subject: "invitation", subjectId: invitation.id, title: placeOf(role), after }, now);
  return { outcome: "invited" };
}

async function readNames(tx: Transaction, campaignId: string, organizerId: string) {
  const [names] = await tx
    .select({ campaignName: campaigns.name, inviterName: organizers.name })
    .from(campaigns)
    .innerJoin(organizers, eq(organizers.id, organizerId))
    .where(eq(campaigns.id, campaignId));
  if (!names) throw new Error("An invitation has a campaign and somebody who invites.");
  return names;
}
