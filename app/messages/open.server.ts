import { db } from "#db/client.server.ts";
import { openings } from "#db/schema/index.ts";
import { listContacts } from "#app/retailers/contacts.server.ts";
import { CONTACT_STATES } from "#app/retailers/contact-states.ts";
import type { Target } from "#app/retailers/targets.server.ts";
import type { Signer } from "#app/signatures/session.server.ts";
import type { MailProgram } from "./compose-url.ts";

/**
 * Notes that a signer opened a message in their own mail program, and tells the address to write to. Opening twice
 * is opening once. It is counted as opened, never as sent.
 */
export async function openMessage(signer: Signer, target: Target, program: MailProgram) {
  const contacts = await listContacts(target.retailerId);
  const contact = contacts.find(({ state }) => CONTACT_STATES[state].canBeWrittenTo);
  if (!contact) return { outcome: "no contact" } as const;
  // A browser that merely typed a confirmed signer's address counts for nothing.
  if (signer.signatureId && (signer.isConfirmed || signer.isPending)) {
    await db.insert(openings).values({ signatureId: signer.signatureId, targetId: target.id, program }).onConflictDoNothing();
  }
  return { outcome: "opened", to: contact.email } as const;
}
