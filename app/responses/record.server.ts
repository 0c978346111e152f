import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { responses, stances } from "#db/schema/index.ts";
import { findPlaceOfTarget } from "./place-of-target.server.ts";
import { publishIn } from "./publish.server.ts";
import type { ResponseValues } from "./response-form.ts";

interface RecordedResponse {
  /** Given by the form, so that a form sent twice is recorded once. */
  id?: string | undefined;
  targetId: string;
  organizerId: string;
  /** Checked by `responseForm`. */
  values: ResponseValues;
  /** Published in the same transaction, or kept as a draft. */
  isPublished: boolean;
}

type Recorded = { outcome: "recorded" | "published"; responseId: string };

/** Writes down what a retailer said or did, and the stances that follow from it, all or nothing. */
export async function recordResponse(recorded: RecordedResponse, now: Date = new Date()): Promise<Recorded> {
  return db.transaction((tx) => recordIn(tx, recorded, now));
}

async function recordIn(tx: Transaction, { id = v7(), ...recorded }: RecordedResponse, now: Date): Promise<Recorded> {
  const { values, targetId, organizerId, isPublished } = recorded;
  if (!(await insertResponse(tx, id, recorded, now))) {
    if (await isSameResponse(tx, id, recorded)) return { outcome: "recorded", responseId: id };
    // Another one, typed into a page that the browser had kept: it is recorded under a name of its own.
    return recordIn(tx, recorded, now);
  }
  if (values.stances.length > 0) {
    await tx.insert(stances).values(values.stances.map((change) => ({ ...change, targetId, responseId: id, createdAt: now })));
  }
  const { campaignId, retailer } = await findPlaceOfTarget(tx, targetId);
  const after = { kind: values.kind, happenedOn: values.happenedOn };
  await writeAudit(tx, { campaignId, by: organizerId, act: "recorded", subject: "response", subjectId: id, title: retailer, after }, now);
  if (!isPublished) return { outcome: "recorded", responseId: id };
  await publishIn(tx, id, organizerId, now);
  return { outcome: "published", responseId: id };
}

async function insertResponse(tx: Transaction, id: string, { values, targetId, organizerId }: RecordedResponse, now: Date) {
  const { stances: _, ...response } = values;
  const inserted = await tx
    .insert(responses)
    .values({ ...response, id, targetId, recordedBy: organizerId, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: responses.id });
  return inserted.length > 0;
}

async function isSameResponse(tx: Transaction, id: string, { values, targetId }: RecordedResponse) {
  const { happenedOn, kind, summary } = values;
  const same = await tx
    .select({ id: responses.id })
    .from(responses)
    .where(
      and(
        eq(responses.id, id),
        eq(responses.targetId, targetId),
        eq(responses.happenedOn, happenedOn),
        eq(responses.kind, kind),
        eq(responses.summary, summary),
      ),
    );
  return same.length > 0;
}
