import { and, asc, eq, ilike, notExists, or, sql as raw } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { suggestRetailerSlug } from "./retailer-slug.ts";
import { db } from "#db/client.server.ts";
import { contacts, retailers, targets } from "#db/schema/index.ts";

const SHOWN = 20;
const MAX_SLUG_TURNS = 50;

/** Retailers of the shared directory that are not yet in this campaign, by a part of their name or website. */
export async function searchDirectory({ text, campaignId, isSample }: { text: string; campaignId?: string; isSample: boolean }) {
  const pattern = `%${text.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const isNew = campaignId === undefined ? undefined : notExists(db.select({ id: targets.id }).from(targets).where(and(eq(targets.retailerId, retailers.id), eq(targets.campaignId, campaignId))));
  return db
    .select({
      slug: retailers.slug,
      name: retailers.name,
      country: retailers.country,
      websiteUrl: retailers.websiteUrl,
      contacts: raw<number>`(select count(*)::int from ${contacts} where ${contacts.retailerId} = ${retailers.id})`,
    })
    .from(retailers)
    .where(and(eq(retailers.isSample, isSample), or(ilike(retailers.name, pattern), ilike(retailers.websiteUrl, pattern)), isNew))
    .orderBy(asc(retailers.name))
    .limit(SHOWN);
}

interface NewRetailer {
  /** Made with the form, so that sending it twice adds one. */
  id: string;
  name: string;
  country: string;
  websiteUrl: string | null;
  contact: { role: string; email: string } | null;
  isSample: boolean;
  /** In whose log it stands; null for the house's own directory. */
  campaignId: string | null;
  by: string;
}

/** Adds a company to the directory that all campaigns share. One that bears the same name in the same country is there already. */
export async function addRetailer(
  { id, contact, campaignId, by, ...values }: NewRetailer,
): Promise<{ outcome: "added" | "added before"; slug: string } | { outcome: "in the directory"; slug: string; name: string }> {
  return db.transaction(async (tx) => {
    // Two who add the same company at once come one after the other.
    await tx.execute(raw`select pg_advisory_xact_lock(hashtext('retailers'), hashtext(${values.name.toLowerCase()}))`);
    const isSame = and(eq(raw`lower(${retailers.name})`, values.name.toLowerCase()), eq(retailers.country, values.country), eq(retailers.isSample, values.isSample));
    const known = await tx.select({ id: retailers.id, slug: retailers.slug, name: retailers.name }).from(retailers).where(or(eq(retailers.id, id), isSame));
    const before = known.find((retailer) => retailer.id === id);
    if (before) return { outcome: "added before", slug: before.slug };
    const [same] = known;
    if (same) return { outcome: "in the directory", slug: same.slug, name: same.name };
    for (let turn = 1; turn <= MAX_SLUG_TURNS; turn += 1) {
      const slug = suggestRetailerSlug(values.name, turn);
      const [added] = await tx.insert(retailers).values({ id, slug, ...values }).onConflictDoNothing().returning({ id: retailers.id });
      if (!added) continue;
      if (contact) await tx.insert(contacts).values({ retailerId: id, ...contact });
      const { name, country, websiteUrl } = values;
      await writeAudit(tx, { campaignId, by, act: "created", subject: "retailer", subjectId: id, title: name, after: { name, country, websiteUrl } });
      return { outcome: "added", slug };
    }
    throw new Error("No address was free for this retailer.");
  });
}
