import { z } from "zod";
import { Mapping } from "./mapping.ts";

export const ImportInput = z.object({
  importId: z.guid(),
  mapping: Mapping,
  letterVersionId: z.guid(),
  way: z.enum(["mail", "elsewhere"]),
  source: z.string(),
  verification: z.string(),
});
export type ImportInput = z.infer<typeof ImportInput>;
