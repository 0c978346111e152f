import { z } from "zod";

export type KeyType = "instant" | "text" | "uuid";

/** Where a page begins: at an end of the list, or beside a row that is named by its keys in the order. */
export type Place =
  | { kind: "first" }
  | { kind: "last" }
  | { kind: "after" | "before"; keys: readonly string[]; /** Counted from the first page; null when one came from the last. */ number: number | null };

export const FIRST: Place = { kind: "first" };

const KEYS: Record<KeyType, z.ZodType<string>> = {
  // With its microseconds, which a Date would lose: two rows of one millisecond must not be taken for one.
  instant: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/).refine((text) => !Number.isNaN(Date.parse(text))),
  text: z.string().max(2_000).refine((text) => !text.includes("\0")),
  uuid: z.guid(),
};

const Written = z.tuple([z.enum(["after", "before"]), z.string(), z.array(z.string()), z.number().int().min(1).max(2_000_000_000).nullable()]);

/** As it stands in the URL; its reader takes it for nothing but a place in one order. */
export function writePlace(place: Place, order: string): string | undefined {
  if (place.kind === "first") return undefined;
  if (place.kind === "last") return "last";
  return Buffer.from(JSON.stringify([place.kind, order, place.keys, place.number])).toString("base64url");
}

/** Undefined for what was made by hand, broken on its way, or meant for another order. */
export function readPlace(text: string | null, order: string, types: readonly KeyType[]): Place | undefined {
  if (text === null || text === "") return FIRST;
  if (text === "last") return { kind: "last" };
  const written = Written.safeParse(parse(text));
  if (!written.success) return undefined;
  const [kind, of, keys, number] = written.data;
  const isWhole = of === order && keys.length === types.length && types.every((type, index) => KEYS[type].safeParse(keys[index]).success);
  return isWhole ? { kind, keys, number } : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
