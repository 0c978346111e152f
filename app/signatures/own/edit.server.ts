import { and, eq, isNotNull } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns, signatures, signerSessions } from "#db/schema/index.ts";
import { foldName } from "../fold-name.ts";
import type { OwnChange } from "./own-forms.ts";

/** Whose signature it is was shown by a mailed link: see `findOwnSignature`. */
export interface Own {
  id: string;
  canonicalEmail: string;
}

/** States in which a signature is its owner's to change: one that waits is confirmed first, one that was removed stays as it was judged. */
const EDITABLE = ["confirmed", "withdrawn"];

/**
 * Changes what a signature says of its owner, at once and everywhere. The log learns which parts, and nothing of them.
 * Two who share an address stay two: neither takes the other's name.
 */
export async function editSignature(own: Own, change: OwnChange, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const { mine, others } = await lockAtAddress(tx, own);
    if (!mine || !EDITABLE.includes(mine.state)) return { outcome: "not editable" } as const;
    const nameKey = "name" in change ? foldName(change.name) : mine.nameKey;
    if (others.some((other) => other.nameKey === nameKey)) return { outcome: "other's name" } as const;
    const parts = partsChanged(mine, change);
    if (parts.length === 0) return { outcome: "unchanged" } as const;
    // Words that were changed are words that nobody has reviewed.
    const review = parts.includes("comment") ? { commentReview: null } : {};
    await tx.update(signatures).set({ ...change, ...review, nameKey }).where(eq(signatures.id, own.id));
    await renameSessions(tx, { ...mine, ...change, nameKey }, mine.nameKey);
    await writeAudit(
      tx,
      { campaignId: mine.campaignId, by: null, act: "changed", subject: "signature", subjectId: own.id, title: "a signature", after: { changed: parts } },
      now,
    );
    await notify(tx, "published", mine.campaignSlug);
    return { outcome: "changed" } as const;
  });
}

/** In the order of their seats, so that the two of one address never wait for each other in a ring. */
async function lockAtAddress(tx: Transaction, { id, canonicalEmail }: Own) {
  const [mine] = await tx
    .select({ campaignId: signatures.campaignId, campaignSlug: campaigns.slug })
    .from(signatures)
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .where(and(eq(signatures.id, id), eq(signatures.canonicalEmail, canonicalEmail)));
  if (!mine) return { mine: undefined, others: [] };
  const rows = await tx
    .select()
    .from(signatures)
    .where(and(eq(signatures.campaignId, mine.campaignId), eq(signatures.canonicalEmail, canonicalEmail)))
    .orderBy(signatures.seat)
    .for("no key update");
  const row = rows.find((one) => one.id === id);
  return { mine: row && { ...row, ...mine }, others: rows.filter((one) => one.id !== id) };
}

/** Browsers that have proven the address find their signature by its name. */
async function renameSessions(tx: Transaction, now: Pick<typeof signatures.$inferSelect, "campaignId" | "canonicalEmail" | "name" | "nameKey" | "country">, oldKey: string) {
  const { campaignId, canonicalEmail, name, nameKey, country } = now;
  await tx
    .update(signerSessions)
    .set({ name, nameKey, country })
    .where(
      and(
        eq(signerSessions.campaignId, campaignId), eq(signerSessions.canonicalEmail, canonicalEmail), eq(signerSessions.nameKey, oldKey),
        isNotNull(signerSessions.provenAt),
      ),
    );
}

function partsChanged(before: typeof signatures.$inferSelect, change: OwnChange): string[] {
  const parts: string[] = [];
  if ("name" in change && change.name !== before.name) parts.push("name");
  if ("isNameShown" in change && change.isNameShown !== before.isNameShown) parts.push("visibility");
  if ("comment" in change && change.comment !== before.comment) parts.push("comment");
  if ("country" in change && change.country !== before.country) parts.push("country");
  if ("postcode" in change && change.postcode !== before.postcode) parts.push("postcode");
  return parts;
}
