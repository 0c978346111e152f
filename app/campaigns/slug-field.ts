import { z } from "zod";
import { SLUG_MAX } from "./slug.ts";

/** The part of an address that names a campaign, as somebody typed it. */
export const slugField = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "Type an address of letters and digits, for example dear-shops.")
  .max(SLUG_MAX, `Keep the address within ${SLUG_MAX} characters.`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use the letters a to z, digits, and single hyphens between them.");
