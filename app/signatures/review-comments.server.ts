import { createHash } from "node:crypto";
import { and, asc, count, desc, eq, isNull, sql as raw } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns, signatures } from "#db/schema/index.ts";

const COMMENTS_A_PAGE = 25;

export const COMMENT_REVIEWS = ["waiting", "shown", "declined"] as const;
export type CommentReview = (typeof COMMENT_REVIEWS)[number];

/** As the indexes spell it, word for word, or they do not serve. */
const reviewable = raw`${signatures.state} = 'confirmed' and ${signatures.isNameShown} and ${signatures.comment} is not null`;

/**
 * Comments of signers who chose to be shown, for a reviewer: those that wait the oldest first, the others the newest
 * first. `seen` names the very words, so that a comment that its signer changes meanwhile is not shown unread.
 */
export async function listComments(campaignId: string, review: CommentReview) {
  const rows = await db
    .select({ id: signatures.id, name: signatures.name, country: signatures.country, comment: signatures.comment, confirmedAt: signatures.confirmedAt })
    .from(signatures)
    .where(and(eq(signatures.campaignId, campaignId), reviewable, review === "waiting" ? isNull(signatures.commentReview) : reviewedAs(review)))
    .orderBy(review === "waiting" ? asc(signatures.confirmedAt) : desc(signatures.confirmedAt), asc(signatures.id))
    .limit(COMMENTS_A_PAGE);
  return rows.map(({ comment, ...row }) => ({ ...row, comment: comment ?? "", seen: nameOfWords(comment ?? "") }));
}

function reviewedAs(review: CommentReview) {
  return and(raw`${signatures.commentReview} is not null`, raw`${signatures.commentReview} = ${review}`);
}

export async function countWaitingComments(campaignId: string): Promise<number> {
  const [row] = await db.select({ waiting: count() }).from(signatures).where(and(eq(signatures.campaignId, campaignId), reviewable, isNull(signatures.commentReview)));
  return row?.waiting ?? 0;
}

interface Review {
  campaignId: string;
  signatureId: string;
  /** Of the words that were read. */
  seen: string;
  review: "shown" | "declined";
  by: string;
}

/** Shows a comment under its signer's name, or keeps it from the public. What was changed since it was read is read again. */
export async function reviewComment({ campaignId, signatureId, seen, review, by }: Review, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ comment: signatures.comment, review: signatures.commentReview, slug: campaigns.slug })
      .from(signatures)
      .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
      .where(and(eq(signatures.campaignId, campaignId), eq(signatures.id, signatureId), reviewable))
      .for("no key update", { of: signatures });
    if (!row?.comment) return { outcome: "gone" } as const;
    if (nameOfWords(row.comment) !== seen) return { outcome: "changed meanwhile" } as const;
    if (row.review === review) return { outcome: "reviewed" } as const;
    await tx.update(signatures).set({ commentReview: review }).where(eq(signatures.id, signatureId));
    const act = review === "shown" ? "approved" : "declined";
    await writeAudit(tx, { campaignId, by, act, subject: "comment", subjectId: signatureId, title: "of a signer" }, now);
    await notify(tx, "published", row.slug);
    return { outcome: "reviewed" } as const;
  });
}

function nameOfWords(comment: string) {
  return createHash("sha256").update(comment).digest("base64url").slice(0, 22);
}
