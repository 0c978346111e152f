import { z } from "zod";

export const SLUG_MAX = 60;

/** What a name becomes in an address; empty when nothing of it can stand in one. */
export function suggestSlug(name: string): string {
  const letters = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
  return letters.replace(/[^a-z0-9]+/g, "-").slice(0, SLUG_MAX).replace(/^-+|-+$/g, "");
}

/** The part of an address that names a campaign, as somebody typed it. */
export const slugField = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "Type an address of letters and digits, for example dear-shops.")
  .max(SLUG_MAX, `Keep the address within ${SLUG_MAX} characters.`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use the letters a to z, digits, and single hyphens between them.");
