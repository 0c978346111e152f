import { z } from "zod";

/** More ticks than a form carries well: from here on "all that match" is meant. */
export const TICKED_MAX = 1_000;

/** What a bulk act is done to. `query` is as the list's URL has it, without the page. */
export const Selection = z.discriminatedUnion("which", [
  z.object({ which: z.literal("ticked"), ids: z.array(z.guid()).min(1).max(TICKED_MAX) }),
  z.object({ which: z.literal("all"), query: z.string().max(2_000) }),
]);
export type Selection = z.infer<typeof Selection>;

/** The rows that a form names: those ticked, or all that match its filters. */
export function readSelection(fields: URLSearchParams): Selection | undefined {
  const named = fields.get("which") === "all" ? { which: "all", query: fields.get("query") ?? "" } : { which: "ticked", ids: [...new Set(fields.getAll("id"))] };
  return Selection.safeParse(named).data;
}
