import { and, eq, isNotNull, isNull, lt, or, sql as raw } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";
import { organizers, totpSecrets } from "#db/schema/index.ts";
import { mayLoseSecondStep } from "./last-second-step.server.ts";
import { codeAppUri, newCodeSecret, stepOfCode } from "./one-time-code.ts";
import { seal, unseal } from "./seal.server.ts";
import { noteSecondStep } from "./second-step.server.ts";
import type { Organizer } from "./session.server.ts";
import { CODE_TRIES, CODE_WINDOW_MINUTES, minutesBefore } from "./sign-in-rules.ts";
import { tellOfChange } from "./tell-of-change.server.ts";

const ENTRY = { campaignId: null, subject: "code app", title: "Code app" } as const;

/** Makes a new secret, which opens nothing until a first code of it has been typed. Begun again, the last one counts. */
export async function beginCodeApp(organizerId: string, now: Date = new Date()): Promise<{ outcome: "begun" | "set up before" }> {
  const fresh = { sealedSecret: seal(newCodeSecret(), organizerId), lastStep: null, tries: 0, triedAt: null, createdAt: now };
  const begun = await db
    .insert(totpSecrets)
    .values({ organizerId, ...fresh })
    .onConflictDoUpdate({ target: totpSecrets.organizerId, set: fresh, setWhere: isNull(totpSecrets.confirmedAt) })
    .returning({ organizerId: totpSecrets.organizerId });
  return { outcome: begun.length > 0 ? "begun" : "set up before" };
}

/** The secret that waits for its first code, for its owner's eyes; none once it is confirmed. */
export async function findCodeAppToConfirm(organizerId: string) {
  const [begun] = await db
    .select({ sealedSecret: totpSecrets.sealedSecret, email: organizers.email })
    .from(totpSecrets)
    .innerJoin(organizers, eq(organizers.id, totpSecrets.organizerId))
    .where(and(eq(totpSecrets.organizerId, organizerId), isNull(totpSecrets.confirmedAt)));
  const secret = begun && unseal(begun.sealedSecret, organizerId);
  return secret ? { secret, uri: codeAppUri(secret, begun.email) } : undefined;
}

export type CodeOutcome = "taken" | "wrong" | "wait";

/** The first code sets the app up, and is this session's second step. */
export async function confirmCodeApp(
  { organizer, code, accountUrl }: { organizer: Organizer; code: string; accountUrl: string },
  now: Date = new Date(),
): Promise<{ outcome: CodeOutcome }> {
  const { outcome, step } = await tryCode(organizer.id, code, isNull(totpSecrets.confirmedAt), now);
  if (outcome !== "taken") return { outcome };
  return db.transaction(async (tx) => {
    const confirmed = await tx
      .update(totpSecrets)
      .set({ confirmedAt: now, lastStep: step, tries: 0 })
      .where(and(eq(totpSecrets.organizerId, organizer.id), isNull(totpSecrets.confirmedAt)))
      .returning({ organizerId: totpSecrets.organizerId });
    if (confirmed.length === 0) return { outcome: "wrong" };
    await writeAudit(tx, { ...ENTRY, by: organizer.id, act: "created", subjectId: organizer.id }, now);
    await noteSecondStep(tx, organizer.session.id, now);
    await tellOfChange(tx, organizer.id, { change: "code app added", accountUrl });
    return { outcome: "taken" };
  });
}

/** A code works once: of many that come at the same time one is taken, and none that is as old as the last. */
export async function giveCode(organizer: Organizer, code: string, now: Date = new Date()): Promise<{ outcome: CodeOutcome }> {
  const { outcome, step } = await tryCode(organizer.id, code, isNotNull(totpSecrets.confirmedAt), now);
  if (outcome !== "taken") return { outcome };
  return db.transaction(async (tx) => {
    const taken = await tx
      .update(totpSecrets)
      .set({ lastStep: step, tries: 0 })
      .where(and(eq(totpSecrets.organizerId, organizer.id), or(isNull(totpSecrets.lastStep), lt(totpSecrets.lastStep, step))))
      .returning({ organizerId: totpSecrets.organizerId });
    if (taken.length === 0) return { outcome: "wrong" };
    await noteSecondStep(tx, organizer.session.id, now);
    return { outcome: "taken" };
  });
}

/** "asked for": it is the last second step, and a campaign asks for one. */
export async function removeCodeApp(organizerId: string, accountUrl: string): Promise<{ outcome: "removed" | "gone" | "asked for" }> {
  return db.transaction(async (tx) => {
    if (!(await mayLoseSecondStep(tx, organizerId))) return { outcome: "asked for" };
    const removed = await tx
      .delete(totpSecrets)
      .where(and(eq(totpSecrets.organizerId, organizerId), isNotNull(totpSecrets.confirmedAt)))
      .returning({ organizerId: totpSecrets.organizerId });
    if (removed.length === 0) return { outcome: "gone" };
    await writeAudit(tx, { ...ENTRY, by: organizerId, act: "removed", subjectId: organizerId });
    await tellOfChange(tx, organizerId, { change: "code app removed", accountUrl });
    return { outcome: "removed" };
  });
}

type Trial = { outcome: "taken"; step: number } | { outcome: "wrong" | "wait"; step?: undefined };

/**
 * Each try is counted before it is compared, so that no race buys another: five in a quarter of an hour, counted from
 * the first. The mailed link is never barred by it.
 */
async function tryCode(organizerId: string, code: string, ofKind: ReturnType<typeof isNull>, now: Date): Promise<Trial> {
  const windowStart = minutesBefore(now, CODE_WINDOW_MINUTES);
  const isNewWindow = or(isNull(totpSecrets.triedAt), lt(totpSecrets.triedAt, windowStart));
  const [tried] = await db
    .update(totpSecrets)
    .set({
      tries: raw`case when ${isNewWindow} then 1 else ${totpSecrets.tries} + 1 end`,
      triedAt: raw`case when ${isNewWindow} then ${now.toISOString()}::timestamptz else ${totpSecrets.triedAt} end`,
    })
    .where(and(eq(totpSecrets.organizerId, organizerId), ofKind, or(isNewWindow, lt(totpSecrets.tries, CODE_TRIES))))
    .returning({ sealedSecret: totpSecrets.sealedSecret, lastStep: totpSecrets.lastStep });
  if (!tried) return { outcome: "wait" };
  const secret = unseal(tried.sealedSecret, organizerId);
  const step = secret && stepOfCode(secret, code, now);
  if (!step || (tried.lastStep !== null && step <= tried.lastStep)) return { outcome: "wrong" };
  return { outcome: "taken", step };
}
