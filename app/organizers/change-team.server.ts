import { and, eq } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { memberships, organizers, organizerSessions, savedViews } from "#db/schema/index.ts";
import { findMember, isLastOwner, lockTeam, type Member, mayManage } from "./lock-team.server.ts";
import { revokeInvitationsFrom } from "./revoke-invitation.server.ts";
import { may, type Role } from "./roles.ts";

interface TeamChange {
  campaignId: string;
  organizerId: string;
  /** Who changes it: an organizer's id. */
  by: string;
}

export type RoleChanged =
  | { outcome: "changed" | "unchanged" | "last owner" | "gone" | "not allowed" }
  /** Somebody else changed it since the form was shown; nothing is written over. */
  | { outcome: "overtaken"; role: Role };

/** In force with the member's next request. The last owner stays one. */
export async function changeRole(
  { campaignId, organizerId, by, was, role }: TeamChange & { was: Role; role: Role },
  now: Date = new Date(),
): Promise<RoleChanged> {
  return db.transaction(async (tx) => {
    await lockTeam(tx, campaignId);
    if (!(await mayManage(tx, campaignId, by))) return { outcome: "not allowed" };
    const member = await findMember(tx, campaignId, organizerId);
    if (!member) return { outcome: "gone" };
    if (member.role === role) return { outcome: "unchanged" };
    if (member.role !== was) return { outcome: "overtaken", role: member.role };
    if (await isLastOwner(tx, campaignId, member)) return { outcome: "last owner" };
    await tx.update(memberships).set({ role }).where(isMembershipOf(campaignId, member.id));
    if (!may(role, "manage team")) await revokeInvitationsFrom(tx, { campaignId, by, inviterId: member.id }, now);
    const changes = { before: { role: was }, after: { role } };
    await writeAudit(tx, { campaignId, by, act: "changed", subject: "team member", subjectId: member.id, title: member.name, ...changes }, now);
    return { outcome: "changed" };
  });
}

/** Their next request finds no campaign; and when this was their last one, nobody is signed in as them any more. */
export async function removeMember({ campaignId, organizerId, by }: TeamChange, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    await lockTeam(tx, campaignId);
    if (!(await mayManage(tx, campaignId, by))) return { outcome: "not allowed" } as const;
    const member = await findMember(tx, campaignId, organizerId);
    if (!member) return { outcome: "gone" } as const;
    if (await isLastOwner(tx, campaignId, member)) return { outcome: "last owner" } as const;
    await endMembership(tx, { campaignId, by, member }, now);
    return { outcome: "removed" } as const;
  });
}

/** The last owner stays until there is another. */
export async function leaveTeam({ campaignId, organizerId }: Omit<TeamChange, "by">, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    await lockTeam(tx, campaignId);
    const member = await findMember(tx, campaignId, organizerId);
    if (!member) return { outcome: "gone" } as const;
    if (await isLastOwner(tx, campaignId, member)) return { outcome: "last owner" } as const;
    await endMembership(tx, { campaignId, by: organizerId, member }, now);
    return { outcome: "left" } as const;
  });
}

async function endMembership(tx: Transaction, { campaignId, by, member }: { campaignId: string; by: string; member: Member }, now: Date) {
  await tx.delete(memberships).where(isMembershipOf(campaignId, member.id));
  await tx.delete(savedViews).where(and(eq(savedViews.campaignId, campaignId), eq(savedViews.organizerId, member.id)));
  await revokeInvitationsFrom(tx, { campaignId, by, inviterId: member.id }, now);
  const act = by === member.id ? "left" : "removed";
  await writeAudit(tx, { campaignId, by, act, subject: "team member", subjectId: member.id, title: member.name, before: { role: member.role } }, now);
  if (act === "removed") await endSessionsOfNobodysMember(tx, member.id);
}

/** Locked, so that of two campaigns that remove somebody at the same time the second sees that none is left. */
async function endSessionsOfNobodysMember(tx: Transaction, organizerId: string) {
  await tx.select({ id: organizers.id }).from(organizers).where(eq(organizers.id, organizerId)).for("no key update");
  const [left] = await tx.select({ id: memberships.campaignId }).from(memberships).where(eq(memberships.organizerId, organizerId)).limit(1);
  if (!left) await tx.delete(organizerSessions).where(eq(organizerSessions.organizerId, organizerId));
}

function isMembershipOf(campaignId: string, organizerId: string) {
  return and(eq(memberships.campaignId, campaignId), eq(memberships.organizerId, organizerId));
}
