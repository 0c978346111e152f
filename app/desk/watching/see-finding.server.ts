import { and, eq, isNull } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";
import { hasId } from "#db/id.ts";
import { screeningFindings } from "#db/schema/index.ts";

interface Seeing {
  campaignId: string;
  finding: string;
  by: string;
}

/** Somebody has seen it: it waits no more, with all that was found of the same value before. Seen twice, it is seen once. */
export async function seeFinding({ campaignId, finding, by }: Seeing, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [one] = await tx.select().from(screeningFindings).where(and(eq(screeningFindings.campaignId, campaignId), hasId(screeningFindings.id, finding)));
    if (!one) return { outcome: "not there" } as const;
    const ofSame = and(eq(screeningFindings.campaignId, campaignId), eq(screeningFindings.kind, one.kind), eq(screeningFindings.value, one.value));
    const seen = await tx.update(screeningFindings).set({ seenAt: now }).where(and(ofSame, isNull(screeningFindings.seenAt))).returning({ id: screeningFindings.id });
    if (seen.length === 0) return { outcome: "seen before" } as const;
    // A name is a signer's, and the log is kept for ever.
    const title = one.kind === "name" ? "a name" : `${one.kind} ${one.value}`;
    await writeAudit(tx, { campaignId, by, act: "looked at", subject: "finding", subjectId: one.id, title }, now);
    return { outcome: "seen" } as const;
  });
}
