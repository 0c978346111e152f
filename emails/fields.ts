import { z } from "zod";

/** An absolute address of this house. */
export const link = z.url({ protocol: /^https?$/ });

/** Six digits, as `newCode` makes them. */
export const code = z.string().regex(/^\d{6}$/, "needs six digits");

/** A card's optional field may be absent or, as rows filled by SQL have it, null. */
export const optionalText = z.string().nullish();
