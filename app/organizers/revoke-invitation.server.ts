import { and, eq, isNull, lt, or, type SQL } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { isId } from "#db/id.ts";
import { deliveries, invitations } from "#db/schema/index.ts";
import { lockTeam, mayManage } from "./lock-team.server.ts";
import { keptSince, placeOf } from "./team-rules.ts";

interface Revoking {
  campaignId: string;
  by: string;
}

/** Its link opens nothing any more. Revoking twice is revoking once; one that was accepted is "gone". */
export async function revokeInvitation({ invitationId, ...revoking }: Revoking & { invitationId: string }, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    await lockTeam(tx, revoking.campaignId);
    if (!(await mayManage(tx, revoking.campaignId, revoking.by))) return { outcome: "not allowed" } as const;
    const revoked = isId(invitationId) ? await revokeWhere(tx, revoking, eq(invitations.id, invitationId), now) : 0;
    return { outcome: revoked > 0 ? "revoked" : "gone" } as const;
  });
}

/** An invitation stands as long as whoever sent it may invite: a rogue owner who is removed leaves no door open. */
export async function revokeInvitationsFrom(tx: Transaction, { inviterId, ...revoking }: Revoking & { inviterId: string }, now: Date) {
  return revokeWhere(tx, revoking, eq(invitations.invitedBy, inviterId), now);
}

/** Run by the clock: the address of somebody who did not come is not kept, in the record of our mail neither. */
export async function forgetOldInvitations(now: Date = new Date()) {
  const since = keptSince(now);
  const isOver = or(lt(invitations.expiresAt, since), lt(invitations.acceptedAt, since), lt(invitations.revokedAt, since));
  await db.transaction(async (tx) => {
    const forgotten = await tx.delete(invitations).where(isOver).returning({ email: invitations.email, campaignId: invitations.campaignId });
    for (const { email, campaignId } of forgotten) {
      const isTheirs = and(eq(deliveries.card, "invitation"), eq(deliveries.toAddress, email), eq(deliveries.campaignId, campaignId));
      await tx.delete(deliveries).where(and(isTheirs, lt(deliveries.createdAt, since)));
    }
  });
}

async function revokeWhere(tx: Transaction, { campaignId, by }: Revoking, which: SQL, now: Date) {
  const revoked = await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.campaignId, campaignId), which, isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .returning({ id: invitations.id, role: invitations.role });
  for (const { id, role } of revoked) {
    await writeAudit(tx, { campaignId, by, act: "revoked", subject: "invitation", subjectId: id, title: placeOf(role) }, now);
  }
  return revoked.length;
}
