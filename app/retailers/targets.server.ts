import { and, asc, eq, sql as raw } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { contacts, retailers, targets } from "#db/schema/index.ts";
import { CONTACT_STATES, type ContactState } from "./contact-states.ts";

export type Target = Awaited<ReturnType<typeof listTargets>>[number];

/** A campaign's retailers in its order, with what is known of their contacts. */
export async function listTargets(campaignId: string) {
  const rows = await selectTargets(campaignId);
  return rows.map(withReach);
}

export async function findTarget(campaignId: string, retailerSlug: string) {
  const [row] = await selectTargets(campaignId, retailerSlug);
  return row && withReach(row);
}

function selectTargets(campaignId: string, retailerSlug?: string) {
  const contactStates = raw<ContactState[]>`coalesce(
    (select json_agg(${contacts.state} order by ${contacts.createdAt}) from ${contacts} where ${contacts.retailerId} = ${retailers.id}),
    '[]'::json)`;
  return db
    .select({
      id: targets.id,
      retailerId: retailers.id,
      slug: retailers.slug,
      name: retailers.name,
      country: retailers.country,
      askedOn: targets.askedOn,
      pausedAt: targets.pausedAt,
      contactStates,
    })
    .from(targets)
    .innerJoin(retailers, eq(retailers.id, targets.retailerId))
    .where(and(eq(targets.campaignId, campaignId), retailerSlug === undefined ? undefined : eq(retailers.slug, retailerSlug)))
    .orderBy(asc(targets.position), asc(retailers.name));
}

function withReach<Row extends { contactStates: ContactState[] }>(row: Row) {
  return { ...row, hasWorkingContact: row.contactStates.some((state) => CONTACT_STATES[state].canBeWrittenTo) };
}
