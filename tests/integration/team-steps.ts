import { and, asc, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { inviteToTeam } from "#app/organizers/invite.server.ts";
import type { Role } from "#app/organizers/roles.ts";
import { db } from "#db/client.server.ts";
import { auditEntries, deliveries, invitations, memberships, organizers } from "#db/schema/index.ts";
import { aCampaign, anOrganizer } from "#tests/build.ts";

/** Steps that the stories of teams share. */
export const NINE = new Date("2026-03-02T09:00:00Z");

export function minutesAfter(minutes: number) {
  return new Date(NINE.getTime() + minutes * 60_000);
}

export function daysAfter(days: number) {
  return minutesAfter(days * 24 * 60);
}

export function linkTo(token: string) {
  return `https://countersign.example/organize/invitations/${token}`;
}

export function teamUrl(slug: string) {
  return `https://countersign.example/organize/campaigns/${slug}/team`;
}

export async function aTeam() {
  const campaign = await aCampaign();
  const grace = await anOrganizer(campaign.id, { role: "owner" });
  return { campaign, grace };
}

export type Team = Awaited<ReturnType<typeof aTeam>>;

export function invites({ campaign, grace }: Team, email: string, { role = "reviewer", by = grace.id, now = NINE }: { role?: Role; by?: string; now?: Date } = {}) {
  return inviteToTeam({ campaignId: campaign.id, email, role, by, linkTo }, now);
}

const Url = z.object({ url: z.url() });

/** The tokens of the invitations mailed to an address, oldest first. */
export async function tokensTo(email: string) {
  const mails = await db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.toAddress, email), eq(deliveries.card, "invitation")))
    .orderBy(asc(deliveries.id));
  return mails.map(({ props }) => Url.parse(props).url.split("/").at(-1) ?? "");
}

export async function newestTokenTo(email: string) {
  const token = (await tokensTo(email)).at(-1);
  if (!token) throw new Error("No invitation was mailed.");
  return token;
}

/** Who is in the team, as "Grace Hopper owner". */
export async function teamOf({ campaign }: { campaign: { id: string } }) {
  const members = await db
    .select({ name: organizers.name, role: memberships.role })
    .from(memberships)
    .innerJoin(organizers, eq(organizers.id, memberships.organizerId))
    .where(eq(memberships.campaignId, campaign.id))
    .orderBy(asc(memberships.role), asc(organizers.name));
  return members.map(({ name, role }) => `${name} ${role}`);
}

export function invitationsOf({ campaign }: { campaign: { id: string } }) {
  return db.select().from(invitations).where(eq(invitations.campaignId, campaign.id)).orderBy(desc(invitations.id));
}

/** The campaign's log as its readers read it, oldest first. */
export async function logOf({ campaign }: { campaign: { id: string } }) {
  const entries = await db
    .select({ who: organizers.name, act: auditEntries.act, subject: auditEntries.subject, title: auditEntries.title, before: auditEntries.before, after: auditEntries.after })
    .from(auditEntries)
    .leftJoin(organizers, eq(organizers.id, auditEntries.organizerId))
    .where(eq(auditEntries.campaignId, campaign.id))
    .orderBy(asc(auditEntries.id));
  return entries;
}
