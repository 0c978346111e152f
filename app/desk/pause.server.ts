import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { holdAgain } from "#app/messages/hold-again.server.ts";
import { db } from "#db/client.server.ts";
import { targets } from "#db/schema/index.ts";

/** Messages to a paused target wait, those in the outbox too; only what a batch already holds still goes out. */
export async function pauseTarget(targetId: string, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [paused] = await tx
      .update(targets)
      .set({ pausedAt: now })
      .where(and(eq(targets.id, targetId), isNull(targets.pausedAt)))
      .returning({ id: targets.id });
    if (!paused) return { outcome: "paused before" } as const;
    await holdAgain(tx, { targetId });
    return { outcome: "paused" } as const;
  });
}

export async function resumeTarget(targetId: string) {
  const [resumed] = await db
    .update(targets)
    .set({ pausedAt: null })
    .where(and(eq(targets.id, targetId), isNotNull(targets.pausedAt)))
    .returning({ id: targets.id });
  return { outcome: resumed ? "resumed" : "not paused" } as const;
}
