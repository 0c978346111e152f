import { eq, sql as raw } from "drizzle-orm";
import { enqueueMail } from "#app/mail/enqueue.server.ts";
import { hashToken, newToken } from "#app/tokens.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { organizers, signInLinks } from "#db/schema/index.ts";
import { hourBefore, lastLinkEnds, linkExpiry, MAX_SIGN_IN_LINKS_AN_HOUR, SIGN_IN_LINK_MINUTES } from "./sign-in-rules.ts";

interface SignInRequest {
  email: string;
  /** How the door spells the link that the mail holds. */
  linkTo: (token: string) => string;
}

/** Mails an organizer the way in. An unknown address gets no mail and the same answer. */
export async function askToSignIn({ email, linkTo }: SignInRequest, now: Date = new Date()): Promise<{ outcome: "asked" }> {
  const token = newToken();
  await db.transaction(async (tx) => {
    // Locked, or the count of their links would not be true. Nobody waits for the lock, for by that wait a hundred
    // requests at once would tell whether the address is an organizer's; whoever holds it mails the link.
    const [organizer] = await tx
      .select({ id: organizers.id, email: organizers.email })
      .from(organizers)
      .where(eq(organizers.email, email.trim().toLowerCase()))
      .for("no key update", { skipLocked: true });
    if (!organizer || !(await issueLink(tx, organizer.id, token, now))) return;
    await enqueueMail(tx, {
      card: "sign-in",
      props: { url: linkTo(token), minutes: SIGN_IN_LINK_MINUTES },
      to: organizer.email,
    });
  });
  return { outcome: "asked" };
}

/**
 * False when the organizer has had this hour's links. But one may always follow on a link that is about to end, or
 * somebody who asks in their name five times an hour would keep them out: so a living link is always in their inbox.
 */
async function issueLink(tx: Transaction, organizerId: string, token: string, now: Date): Promise<boolean> {
  const issued = await tx.execute(raw`
    insert into ${signInLinks} (token_hash, organizer_id, expires_at, created_at)
    select ${hashToken(token)}, ${organizerId}::uuid, ${linkExpiry(now).toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    where (
      select count(*) from ${signInLinks}
      where organizer_id = ${organizerId} and created_at > ${hourBefore(now).toISOString()}
    ) < ${MAX_SIGN_IN_LINKS_AN_HOUR}
      or not exists (
        select from ${signInLinks}
        where organizer_id = ${organizerId} and used_at is null and created_at > ${lastLinkEnds(now).toISOString()}::timestamptz
      )
    returning token_hash`);
  return issued.length > 0;
}
