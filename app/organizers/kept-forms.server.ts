import { and, desc, eq, gt, inArray, lt } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { keptForms } from "#db/schema/index.ts";
import { minutesAfter } from "./sign-in-rules.ts";

export const KEPT_FORM_HOURS = 24;
export const MAX_KEPT_FORMS = 20;
/** As large as any form that the house reads: a whole letter. */
const MAX_BYTES = 256 * 1024;

interface SentForm {
  organizerId: string;
  /** Where it was sent, with what stands after "?". */
  path: string;
  fields: [string, string][];
}

/**
 * Keeps a form for its owner, who could not send it just now, and returns its id; undefined when it is larger than
 * what is kept. Of more than twenty the oldest go: what was typed last matters most.
 */
export async function keepForm(form: SentForm, now: Date = new Date()): Promise<string | undefined> {
  if (Buffer.byteLength(JSON.stringify(form.fields)) > MAX_BYTES) return undefined;
  return db.transaction(async (tx) => {
    const [kept] = await tx
      .insert(keptForms)
      .values({ ...form, expiresAt: minutesAfter(now, KEPT_FORM_HOURS * 60), createdAt: now })
      .returning({ id: keptForms.id });
    const tooMany = tx
      .select({ id: keptForms.id })
      .from(keptForms)
      .where(eq(keptForms.organizerId, form.organizerId))
      .orderBy(desc(keptForms.id))
      .offset(MAX_KEPT_FORMS);
    await tx.delete(keptForms).where(inArray(keptForms.id, tooMany));
    return kept?.id;
  });
}

/** A form of this organizer's own; anybody else's is absent. */
export async function findKeptForm(organizerId: string, id: string, now: Date = new Date()) {
  const [form] = await db
    .select({ id: keptForms.id, path: keptForms.path, fields: keptForms.fields, createdAt: keptForms.createdAt })
    .from(keptForms)
    .where(and(eq(keptForms.id, id), eq(keptForms.organizerId, organizerId), gt(keptForms.expiresAt, now)));
  return form;
}

/** Once it is sent again, or thrown away. */
export async function dropKeptForm(organizerId: string, id: string) {
  await db.delete(keptForms).where(and(eq(keptForms.id, id), eq(keptForms.organizerId, organizerId)));
}

/** Run by the clock. */
export async function forgetKeptForms(now: Date = new Date()) {
  await db.delete(keptForms).where(lt(keptForms.expiresAt, now));
}
