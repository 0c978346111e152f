import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.server.ts";
import { hasId } from "#db/id.ts";
import { savedViews } from "#db/schema/index.ts";

interface Owner {
  campaignId: string;
  organizerId: string;
  /** Which list. */
  list: string;
}

const VIEWS_MAX = 50;
const VIEW_NAME_MAX = 60;

export const SavedViewForm = z.object({
  name: z
    .string("Give the view a name.")
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, "Give the view a name.").max(VIEW_NAME_MAX, `Keep the name within ${VIEW_NAME_MAX} characters.`)),
  query: z.string().max(2_000).default(""),
});

/** One organizer's own views of a list, by name. */
export async function listViews(owner: Owner) {
  return db
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(isOf(owner))
    .orderBy(asc(savedViews.name));
}

/** Saving the same twice is saving it once; a name that stands for another view stays with it. */
export async function saveView(owner: Owner, { name, query }: z.infer<typeof SavedViewForm>) {
  const own = await listViews(owner);
  const known = own.find((view) => view.name === name);
  if (known) return { outcome: known.query === query ? "saved" : "name taken" } as const;
  if (own.length >= VIEWS_MAX) return { outcome: "too many" } as const;
  const [saved] = await db.insert(savedViews).values({ ...owner, name, query }).onConflictDoNothing().returning({ id: savedViews.id });
  if (saved) return { outcome: "saved" } as const;
  const [first] = await db.select({ query: savedViews.query }).from(savedViews).where(and(isOf(owner), eq(savedViews.name, name)));
  return { outcome: first?.query === query ? "saved" : "name taken" } as const;
}

/** Deleting what is gone is as good as deleting it. */
export async function deleteView(owner: Owner, id: string) {
  await db.delete(savedViews).where(and(isOf(owner), hasId(savedViews.id, id)));
}

function isOf({ campaignId, organizerId, list }: Owner) {
  return and(eq(savedViews.campaignId, campaignId), eq(savedViews.organizerId, organizerId), eq(savedViews.list, list));
}
