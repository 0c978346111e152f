import { eq } from "drizzle-orm";
import { enqueueMail } from "#app/mail/enqueue.server.ts";
import type { Transaction } from "#db/client.server.ts";
import { organizers } from "#db/schema/index.ts";
import type { CardProps } from "#emails/index.ts";

/** Mails the owner of an account, in the transaction that changes the ways into it. */
export async function tellOfChange(tx: Transaction, organizerId: string, change: CardProps<"account-changed">) {
  const [organizer] = await tx.select({ email: organizers.email }).from(organizers).where(eq(organizers.id, organizerId));
  if (!organizer) return;
  await enqueueMail(tx, { card: "account-changed", props: change, to: organizer.email });
}
