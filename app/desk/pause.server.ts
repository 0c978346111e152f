import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { holdAgain } from "#app/messages/hold-again.server.ts";
import type { Target } from "#app/retailers/targets.server.ts";
import { db } from "#db/client.server.ts";
import { targets } from "#db/schema/index.ts";

interface TargetDesk {
  campaignId: string;
  target: Pick<Target, "id" | "name">;
  /** The organizer; null for the house itself. */
  by: string | null;
}

/** Messages to a paused target wait, those in the outbox too; only what a batch already holds still goes out. */
export async function pauseTarget({ target, ...desk }: TargetDesk, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [paused] = await tx
      .update(targets)
      .set({ pausedAt: now })
      .where(and(eq(targets.id, target.id), isNull(targets.pausedAt)))
      .returning({ id: targets.id });
    if (!paused) return { outcome: "paused before" } as const;
    await holdAgain(tx, { targetId: target.id });
    await writeAudit(tx, { ...desk, act: "paused", subject: "target", subjectId: target.id, title: target.name }, now);
    return { outcome: "paused" } as const;
  });
}

export async function resumeTarget({ target, ...desk }: TargetDesk, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [resumed] = await tx
      .update(targets)
      .set({ pausedAt: null })
      .where(and(eq(targets.id, target.id), isNotNull(targets.pausedAt)))
      .returning({ id: targets.id });
    if (!resumed) return { outcome: "not paused" } as const;
    await writeAudit(tx, { ...desk, act: "resumed", subject: "target", subjectId: target.id, title: target.name }, now);
    return { outcome: "resumed" } as const;
  });
}
