import { inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { campaignSlugs } from "#db/schema/index.ts";
import { suggestSlug } from "./slug.ts";

const MAX_SUGGESTIONS = 20;

/** An address from this name that no campaign has or ever had; empty when the name gives none. */
export async function suggestFreeSlug(name: string): Promise<string> {
  const slug = suggestSlug(name);
  if (slug === "") return "";
  const wished = Array.from({ length: MAX_SUGGESTIONS }, (_, turn) => (turn === 0 ? slug : `${slug.slice(0, 56)}-${turn + 1}`));
  const taken = await db.select({ slug: campaignSlugs.slug }).from(campaignSlugs).where(inArray(campaignSlugs.slug, wished));
  return wished.find((candidate) => !taken.some((row) => row.slug === candidate)) ?? "";
}

/** The database's own answer when another campaign has this address or had it once: a trigger keeps every one. */
export function isSlugTaken(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && "constraint_name" in cause && cause.constraint_name === "one_campaign_per_slug";
}
