import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { targets } from "#db/schema/index.ts";

/** Messages to a paused target wait; what is already in the outbox goes out. */
export async function pauseTarget(targetId: string, now: Date = new Date()) {
  const [paused] = await db
    .update(targets)
    .set({ pausedAt: now })
    .where(and(eq(targets.id, targetId), isNull(targets.pausedAt)))
    .returning({ id: targets.id });
  return { outcome: paused ? "paused" : "paused before" } as const;
}

export async function resumeTarget(targetId: string) {
  const [resumed] = await db
    .update(targets)
    .set({ pausedAt: null })
    .where(and(eq(targets.id, targetId), isNotNull(targets.pausedAt)))
    .returning({ id: targets.id });
  return { outcome: resumed ? "resumed" : "not paused" } as const;
}
