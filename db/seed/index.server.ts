import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "../client.server.ts";
import { campaigns, memberships, organizers } from "../schema/index.ts";
import { seedDearRetailers } from "./dear-retailers.server.ts";
import { only } from "./only.ts";

interface Seeding {
  /** Also the campaign with made-up retailers. */
  sample: boolean;
  organizerEmail: string;
  now?: Date;
}

/**
 * Adds the shipped campaigns that are missing, and the first organizer. Seeding twice, or by two processes at once,
 * is seeding once. Returns the names of the campaigns it added.
 */
export async function seedDatabase({ sample, organizerEmail, now = new Date() }: Seeding) {
  const wanted = [
    { slug: "dear-retailers", name: "Dear retailers", isWanted: true, seed: seedDearRetailers },
  ].filter(({ isWanted }) => isWanted);
  const seeded: string[] = [];
  for (const { slug, name, seed } of wanted) {
    const isNew = await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('seed'))`);
      if (await isThere(tx, slug)) return false;
      await addFirstOrganizer(tx, await seed(tx, now), organizerEmail);
      return true;
    });
    if (isNew) seeded.push(name);
  }
  return { seeded };
}

async function isThere(tx: Transaction, slug: string) {
  const found = await tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.slug, slug));
  return found.length > 0;
}

/** Every shipped campaign belongs to the first organizer of the house. */
async function addFirstOrganizer(tx: Transaction, campaignId: string, email: string) {
  const [first] = await tx.select({ id: organizers.id }).from(organizers).orderBy(organizers.createdAt).limit(1);
  const organizer = first ?? only(await tx.insert(organizers).values(firstOrganizer(email)).returning({ id: organizers.id }));
  await tx.insert(memberships).values({ campaignId, organizerId: organizer.id, role: "owner" });
}

function firstOrganizer(email: string) {
  return { name: "First organizer", email: email.toLowerCase() };
}
