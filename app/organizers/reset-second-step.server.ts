import { and, eq, isNull, notInArray } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { campaigns, memberships, organizers, organizerSessions, passkeys, totpSecrets } from "#db/schema/index.ts";
import type { DeskCampaign } from "./desk-campaigns.server.ts";
import { tellOfChange } from "./tell-of-change.server.ts";

interface Reset {
  campaign: Pick<DeskCampaign, "id">;
  by: string;
  organizerId: string;
  /** For the mail that tells them. */
  accountUrl: string;
}

type ResetOutcome = "reset" | "nothing to reset" | "unknown" | "yourself" | "asked for elsewhere";

/**
 * For a colleague who has lost passkeys and phone: takes their second step away, ends their sessions and tells them by
 * mail; the mailed link lets them in, and they set up another. Not for oneself, and not where another campaign asks it
 * of them whose owner one is not: that one's owners decided on the lock too.
 */
export async function resetSecondStep({ campaign, by, organizerId, accountUrl }: Reset, now: Date = new Date()): Promise<{ outcome: ResetOutcome }> {
  if (organizerId === by) return { outcome: "yourself" };
  return db.transaction(async (tx) => {
    const [member] = await tx
      .select({ name: organizers.name })
      .from(memberships)
      .innerJoin(organizers, eq(organizers.id, memberships.organizerId))
      .where(and(eq(memberships.campaignId, campaign.id), eq(memberships.organizerId, organizerId)))
      .for("update", { of: organizers });
    if (!member) return { outcome: "unknown" };
    if (await isAskedForElsewhere(tx, organizerId, by)) return { outcome: "asked for elsewhere" };
    return takeAway(tx, { campaignId: campaign.id, by, organizerId, accountUrl, ...member }, now);
  });
}

/** By whoever runs the machine, for an organizer whom no owner can help. */
export async function resetSecondStepByOperator(email: string, accountUrl: string, now: Date = new Date()): Promise<{ outcome: ResetOutcome }> {
  return db.transaction(async (tx) => {
    const [organizer] = await tx
      .select({ organizerId: organizers.id, name: organizers.name })
      .from(organizers)
      .where(eq(organizers.email, email.trim().toLowerCase()))
      .for("update");
    if (!organizer) return { outcome: "unknown" };
    return takeAway(tx, { campaignId: null, by: null, accountUrl, ...organizer }, now);
  });
}

async function isAskedForElsewhere(tx: Transaction, organizerId: string, by: string) {
  const owned = tx
    .select({ campaignId: memberships.campaignId })
    .from(memberships)
    .where(and(eq(memberships.organizerId, by), eq(memberships.role, "owner")));
  const [other] = await tx
    .select({ id: campaigns.id })
    .from(memberships)
    .innerJoin(campaigns, eq(campaigns.id, memberships.campaignId))
    .where(and(eq(memberships.organizerId, organizerId), eq(campaigns.requiresSecondStep, true), notInArray(campaigns.id, owned)))
    .limit(1);
  return other !== undefined;
}

interface Loss {
  campaignId: string | null;
  by: string | null;
  organizerId: string;
  name: string;
  accountUrl: string;
}

async function takeAway(tx: Transaction, { campaignId, by, organizerId, name, accountUrl }: Loss, now: Date): Promise<{ outcome: ResetOutcome }> {
  const keys = await tx.delete(passkeys).where(eq(passkeys.organizerId, organizerId)).returning({ id: passkeys.id });
  const apps = await tx.delete(totpSecrets).where(eq(totpSecrets.organizerId, organizerId)).returning({ confirmedAt: totpSecrets.confirmedAt });
  const hadCodeApp = apps.some(({ confirmedAt }) => confirmedAt !== null);
  if (keys.length === 0 && !hadCodeApp) return { outcome: "nothing to reset" };
  await tx
    .update(organizerSessions)
    .set({ endedAt: now })
    .where(and(eq(organizerSessions.organizerId, organizerId), isNull(organizerSessions.endedAt)));
  const entry = { campaignId, by, act: "removed", subject: "second step", subjectId: organizerId, title: name } as const;
  await writeAudit(tx, { ...entry, before: { passkeys: keys.length, codeApp: hadCodeApp }, after: { passkeys: 0, codeApp: false } }, now);
  await tellOfChange(tx, organizerId, { change: "second step reset", accountUrl });
  return { outcome: "reset" };
}
