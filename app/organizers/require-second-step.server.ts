import { and, eq, sql as raw } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";
import { campaigns, memberships, organizers, passkeys, totpSecrets } from "#db/schema/index.ts";
import type { DeskCampaign } from "./desk-campaigns.server.ts";
import { hasSecondStep } from "./second-step.server.ts";

interface Requirement {
  campaign: Pick<DeskCampaign, "id" | "name">;
  by: string;
  isRequired: boolean;
}

/** Who asks a second step of others has one: or the campaign would shut its own owner out. */
export async function requireSecondStep(
  { campaign, by, isRequired }: Requirement,
): Promise<{ outcome: "switched" | "as before" | "none of your own" }> {
  if (isRequired && !(await hasSecondStep(by))) return { outcome: "none of your own" };
  return db.transaction(async (tx) => {
    const switched = await tx
      .update(campaigns)
      .set({ requiresSecondStep: isRequired })
      .where(and(eq(campaigns.id, campaign.id), eq(campaigns.requiresSecondStep, !isRequired)))
      .returning({ id: campaigns.id });
    if (switched.length === 0) return { outcome: "as before" };
    const entry = { campaignId: campaign.id, by, act: "changed", subject: "settings", subjectId: campaign.id, title: campaign.name } as const;
    await writeAudit(tx, { ...entry, before: { requiresSecondStep: !isRequired }, after: { requiresSecondStep: isRequired } });
    return { outcome: "switched" };
  });
}

/** The team, with who could give a second step. For the owner who asks for it. */
export async function listTeamSecondSteps(campaignId: string) {
  return db
    .select({
      id: organizers.id,
      name: organizers.name,
      role: memberships.role,
      hasPasskey: raw<boolean>`exists (select from ${passkeys} where ${passkeys.organizerId} = ${organizers.id})`,
      hasCodeApp: raw<boolean>`exists (select from ${totpSecrets} where ${totpSecrets.organizerId} = ${organizers.id} and ${totpSecrets.confirmedAt} is not null)`,
    })
    .from(memberships)
    .innerJoin(organizers, eq(organizers.id, memberships.organizerId))
    .where(eq(memberships.campaignId, campaignId))
    .orderBy(memberships.role, organizers.name, organizers.id);
}
