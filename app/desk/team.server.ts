import { countInvitationsLeft, findTeamMember, listInvitations, listMembers } from "#app/organizers/team.server.ts";
import { nextInvitationMail } from "#app/organizers/team-rules.ts";

interface Reader {
  campaignId: string;
  organizerId: string;
  /** Whether addresses, last days at the desk and invitations are told. */
  canManage: boolean;
}

/** A campaign's team as this member may see it. */
export async function readTeam(reader: Reader, now: Date = new Date()) {
  const members = await listMembers(reader.campaignId);
  const owners = members.filter(({ role }) => role === "owner");
  return {
    members: members.map(({ id, name, email, role, since, lastSeenAt }) => ({
      id, name, role, since,
      isYou: id === reader.organizerId,
      known: reader.canManage ? { email, lastSeenAt } : undefined,
    })),
    isOnlyOwner: owners.length === 1 && owners[0]?.id === reader.organizerId,
    managed: reader.canManage ? await readInvitations(reader, now) : undefined,
  };
}

/** One member, for the pages that change or remove them. */
export async function readMember({ campaignId, memberId, organizerId }: { campaignId: string; memberId: string; organizerId: string }) {
  const member = await findTeamMember(campaignId, memberId);
  if (!member) return undefined;
  const { id, name, email, role, since } = member;
  return { id, name, email, role, since, isYou: id === organizerId };
}

async function readInvitations(reader: Reader, now: Date) {
  const [invitations, invitationsLeft] = await Promise.all([listInvitations(reader.campaignId), countInvitationsLeft(reader, now)]);
  return {
    invitations: invitations.map((invitation) => ({
      ...invitation,
      isExpired: invitation.expiresAt <= now,
      canBeMailed: invitationsLeft > 0 && nextInvitationMail(invitation.mailedAt) <= now,
    })),
    invitationsLeft,
  };
}
