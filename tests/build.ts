import { foldName } from "#app/signatures/fold-name.ts";
import { canonicalAddress } from "#app/signatures/mail-domains.server.ts";
import { db } from "#db/client.server.ts";
import {
  campaigns, contacts, demands, letterVersions, memberships, organizers, retailers, signatures, targets,
} from "#db/schema/index.ts";

/**
 * Builders of rows for tests, without random data: names count up, so that two campaigns in one database differ.
 * Each takes what matters to the test and fills in the rest.
 */
let built = 0;

function next() {
  built += 1;
  return built;
}

export async function aCampaign(given: Partial<typeof campaigns.$inferInsert> = {}) {
  const slug = given.slug ?? `letter-${next()}`;
  const [campaign] = await db
    .insert(campaigns)
    .values({
      slug,
      name: "Dear retailers",
      state: "open",
      isInTestMode: false,
      goal: 100,
      messageSubject: "Please answer the letter, {{ retailer }}",
      messageTemplate: "Dear {{ retailer }},\n\n{{ own_words }}\n\n{{ signer }}, {{ country }}",
      updatesConsentWording: "Tell me what happens.",
      privacyContact: "privacy@example.org",
      openedAt: new Date("2026-01-01T00:00:00Z"),
      ...given,
    })
    .returning();
  return must(campaign);
}

export async function aLetter(campaignId: string, given: Partial<typeof letterVersions.$inferInsert> = {}) {
  const [letter] = await db
    .insert(letterVersions)
    .values({
      campaignId,
      number: 1,
      language: "en",
      title: "Dear retailers",
      addressees: "Corner Shop and Big Market",
      datedOn: "2026-01-01",
      summary: "Sell only what is safe.",
      bodyMarkdown: "Please sell only what is safe.",
      publishedAt: new Date("2026-01-01T00:00:00Z"),
      ...given,
    })
    .returning();
  return must(letter);
}

export async function aDemand(campaignId: string, given: Partial<typeof demands.$inferInsert> = {}) {
  const position = given.position ?? next();
  const [demand] = await db
    .insert(demands)
    .values({
      campaignId,
      slug: `demand-${position}`,
      position,
      title: "Endorse the standards in public",
      shortTitle: "Endorse",
      summary: "Say so where customers can read it.",
      ...given,
    })
    .returning();
  return must(demand);
}

/** A retailer in the campaign, with a contact unless `contact` is null. */
export async function aTarget(
  campaignId: string,
  { name = "Corner Shop", contact = "care@corner-shop.example", ...given }: Partial<typeof targets.$inferInsert> & { name?: string; contact?: string | null } = {},
) {
  const position = next();
  const [retailer] = await db
    .insert(retailers)
    .values({ slug: `${name.toLowerCase().replaceAll(" ", "-")}-${position}`, name, country: "GB" })
    .returning();
  const retailerId = must(retailer).id;
  const [reached] = contact ? await db.insert(contacts).values({ retailerId, role: "Customer care", email: contact }).returning() : [];
  const [target] = await db.insert(targets).values({ campaignId, retailerId, position, ...given }).returning();
  return { ...must(target), retailer: must(retailer), contactId: reached?.id ?? null };
}

export async function aSignature(
  { campaignId, letterVersionId }: { campaignId: string; letterVersionId: string },
  { email = `ada-${next()}@example.org`, ...given }: Partial<typeof signatures.$inferInsert> = {},
) {
  const [signature] = await db
    .insert(signatures)
    .values({
      campaignId,
      letterVersionId,
      name: "Ada Lovelace",
      email,
      canonicalEmail: await canonicalAddress(email),
      nameKey: foldName(given.name ?? "Ada Lovelace"),
      country: "GB",
      isNameShown: false,
      ...(given.confirmedAt ? { state: "confirmed" as const } : {}),
      ...given,
    })
    .returning();
  return must(signature);
}

export async function anOrganizer(
  campaignId: string,
  { role = "organizer", email = `grace-${next()}@example.org`, name = "Grace Hopper" }: { role?: typeof memberships.$inferInsert.role; email?: string; name?: string } = {},
) {
  const [organizer] = await db.insert(organizers).values({ email, name }).returning();
  await db.insert(memberships).values({ campaignId, organizerId: must(organizer).id, role });
  return must(organizer);
}

function must<Row>(row: Row | undefined): Row {
  if (!row) throw new Error("The database returned no row.");
  return row;
}
