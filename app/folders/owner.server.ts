import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { organizers } from "#db/schema/index.ts";

/** The organizer with this address; undefined when there is none. */
export async function findOrganizerByEmail(email: string) {
  const [organizer] = await db.select({ id: organizers.id, email: organizers.email }).from(organizers).where(eq(organizers.email, email.trim().toLowerCase()));
  return organizer;
}

/** The first organizer of the house, who is made from this address in a house that nobody has opened yet. */
export async function firstOrganizer(email: string) {
  const [first] = await db
    .select({ id: organizers.id, email: organizers.email })
    .from(organizers)
    .orderBy(asc(organizers.createdAt), asc(organizers.id))
    .limit(1);
  if (first) return first;
  await db.insert(organizers).values({ name: "First organizer", email: email.toLowerCase() }).onConflictDoNothing();
  return findOrganizerByEmail(email);
}
