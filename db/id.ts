import { eq, sql as raw, type Column } from "drizzle-orm";
import { z } from "zod";

/** An id from an address or a form is anything at all, and PostgreSQL throws on what is no UUID. */
export function isId(text: string) {
  return z.guid().safeParse(text).success;
}

/** True of the row whose id was typed, by the key's own index; of none when it is no id. */
export function hasId(id: Column, text: string) {
  return isId(text) ? eq(id, text) : raw`false`;
}
