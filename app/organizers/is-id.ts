import { z } from "zod";

/** An id from an address is anything at all, and PostgreSQL throws on what is no UUID. */
export function isId(text: string) {
  return z.uuid().safeParse(text).success;
}
