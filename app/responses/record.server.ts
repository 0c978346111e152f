import { db } from "#db/client.server.ts";
import { responses, stances } from "#db/schema/index.ts";
import { publishIn } from "./publish.server.ts";
import type { ResponseValues } from "./response-form.ts";

interface RecordedResponse {
  targetId: string;
  organizerId: string;
  /** Checked by `responseForm`. */
  values: ResponseValues;
  /** Published in the same transaction, or kept as a draft. */
  isPublished: boolean;
}

/** Writes down what a retailer said or did, and the stances that follow from it, all or nothing. */
export async function recordResponse(
  { targetId, organizerId, values, isPublished }: RecordedResponse,
  now: Date = new Date(),
): Promise<{ outcome: "recorded" | "published"; responseId: string }> {
  return db.transaction(async (tx) => {
    const { stances: changes, ...response } = values;
    const [recorded] = await tx
      .insert(responses)
      .values({ ...response, targetId, recordedBy: organizerId, createdAt: now })
      .returning({ id: responses.id });
    if (!recorded) throw new Error("A response was inserted and no row came back");
    if (changes.length > 0) {
      await tx
        .insert(stances)
        .values(changes.map((change) => ({ ...change, targetId, responseId: recorded.id, createdAt: now })));
    }
    if (!isPublished) return { outcome: "recorded", responseId: recorded.id };
    await publishIn(tx, recorded.id, organizerId, now);
    return { outcome: "published", responseId: recorded.id };
  });
}
