import { and, eq, inArray, or } from "drizzle-orm";
import { enqueueMail } from "#app/mail/enqueue.server.ts";
import { hashToken } from "#app/tokens.server.ts";
import { db } from "#db/client.server.ts";
import { signatureLinks, signatures, signerSessions } from "#db/schema/index.ts";
import { linkToMe } from "../me-link.server.ts";
import type { SignerUrls } from "../links.ts";
import type { OwnPage } from "./own-page.server.ts";

/**
 * For a link that fell into other hands: every link to this page ends, with the browsers that came by one, and a new
 * link goes to the address itself. A link that confirmed opens the page for a day after, and so it ends too.
 */
export async function endLinks(
  { token, canonicalEmail, signatures: own }: Pick<OwnPage, "canonicalEmail" | "signatures"> & { token: string },
  urls: SignerUrls,
  now: Date = new Date(),
) {
  const newest = own.find(({ state }) => state === "confirmed") ?? own.find(({ state }) => state !== "pending") ?? own[0];
  if (!newest) return { outcome: "gone" } as const;
  return db.transaction(async (tx) => {
    const atAddress = and(eq(signatures.canonicalEmail, canonicalEmail), inArray(signatures.id, own.map(({ id }) => id)));
    const locked = await tx.select({ id: signatures.id, state: signatures.state }).from(signatures).where(atAddress).orderBy(signatures.id).for("no key update");
    if (!locked.some(({ id }) => id === newest.id)) return { outcome: "gone" } as const;
    // Pressed twice, the second press finds its own link ended, and lets the new one be.
    const [mine] = await tx.select({ of: signatureLinks.signatureId }).from(signatureLinks).where(eq(signatureLinks.tokenHash, hashToken(token)));
    if (!mine) return { outcome: "gone" } as const;
    const confirmed = locked.filter(({ state }) => state === "confirmed").map(({ id }) => id);
    await tx
      .delete(signatureLinks)
      .where(and(inArray(signatureLinks.signatureId, locked.map(({ id }) => id)), or(eq(signatureLinks.purpose, "me"), inArray(signatureLinks.signatureId, confirmed))));
    await tx
      .delete(signerSessions)
      .where(and(eq(signerSessions.canonicalEmail, canonicalEmail), inArray(signerSessions.campaignId, own.map(({ campaign }) => campaign.id))));
    const { name, email, campaign } = newest;
    await enqueueMail(tx, {
      card: "my-page", to: email, campaignId: campaign.id, signatureId: newest.id, dueAt: now,
      props: { name, campaignName: campaign.name, senderName: campaign.senderName, meUrl: urls.me(await linkToMe(tx, newest.id, now)) },
    });
    return { outcome: "ended" } as const;
  });
}
