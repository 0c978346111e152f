import { asc, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { organizers, signInLinks } from "#db/schema/index.ts";
import { createSignInLink } from "./sign-in-link.server.ts";

/**
 * A token for the line that greets the operator, so that the first organizer gets in before any mail works. On a
 * public address only until somebody has signed in: then a log would hold the key to a running desk.
 */
export async function linkForFirstOrganizer({ isPublic }: { isPublic: boolean }, now: Date = new Date()) {
  if (isPublic && (await hasAnyoneSignedIn())) return undefined;
  const [first] = await db
    .select({ id: organizers.id })
    .from(organizers)
    .orderBy(asc(organizers.createdAt), asc(organizers.id))
    .limit(1);
  return first && createSignInLink(db, first.id, now);
}

async function hasAnyoneSignedIn() {
  const [used] = await db
    .select({ tokenHash: signInLinks.tokenHash })
    .from(signInLinks)
    .where(isNotNull(signInLinks.usedAt))
    .limit(1);
  return used !== undefined;
}
