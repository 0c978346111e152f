import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { isId } from "#db/id.ts";
import { campaigns, memberships, organizers } from "#db/schema/index.ts";
import { may } from "./roles.ts";

export type Member = NonNullable<Awaited<ReturnType<typeof findMember>>>;

/**
 * One change of a team at a time: what is read of it afterwards stays true until the transaction ends, so that of two
 * owners who leave at once the second sees that the first is gone.
 */
export async function lockTeam(tx: Transaction, campaignId: string) {
  await tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, campaignId)).for("no key update");
}

/** Asked under the lock: whoever was removed a moment ago changes nothing any more. */
export async function mayManage(tx: Transaction, campaignId: string, organizerId: string) {
  const member = await findMember(tx, campaignId, organizerId);
  return member !== undefined && may(member.role, "manage team");
}

/** The id comes from an address: one that is no UUID finds nobody. */
export async function findMember(tx: Transaction, campaignId: string, organizerId: string) {
  if (!isId(organizerId)) return undefined;
  const [member] = await tx
    .select({ id: organizers.id, name: organizers.name, role: memberships.role })
    .from(memberships)
    .innerJoin(organizers, eq(organizers.id, memberships.organizerId))
    .where(and(eq(memberships.campaignId, campaignId), eq(memberships.organizerId, organizerId)));
  return member;
}

export async function isLastOwner(tx: Transaction, campaignId: string, { role }: Pick<Member, "role">) {
  if (role !== "owner") return false;
  const owners = await tx
    .select({ id: memberships.organizerId })
    .from(memberships)
    .where(and(eq(memberships.campaignId, campaignId), eq(memberships.role, "owner")));
  return owners.length === 1;
}
