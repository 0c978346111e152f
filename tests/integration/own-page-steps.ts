import { eq } from "drizzle-orm";
import { findOwnPage } from "#app/signatures/own/own-page.server.ts";
import { db } from "#db/client.server.ts";
import { auditEntries, deliveries, signatures, signerSessions } from "#db/schema/index.ts";
import { after, type OpenLetter } from "./signing-steps.ts";

export const ADA = "ada@example.org";

/** A link opens everything of its address: what one test leaves under it would stand on the next one's page. */
export async function forgetSigners() {
  await db.delete(deliveries);
  await db.delete(signatures);
  await db.delete(signerSessions);
}

/** What the link opens, and its first signature. */
export async function pageOf(token: string, now = after(5)) {
  const own = await findOwnPage(token, now);
  const [first] = own?.signatures ?? [];
  if (!own || !first) throw new Error("The link opens nothing.");
  return { own, first };
}

/** What the campaign's log says, oldest first. */
export async function logOf({ campaign }: Pick<OpenLetter, "campaign">) {
  const rows = await db.select().from(auditEntries).where(eq(auditEntries.campaignId, campaign.id)).orderBy(auditEntries.at, auditEntries.id);
  return rows.map(({ act, subject, organizerId, after: what }) => ({ act, subject, organizerId, what }));
}

/** The row as it stands, whoever's it was. */
export async function rowOf(id: string) {
  const [row] = await db.select().from(signatures).where(eq(signatures.id, id));
  return row;
}
