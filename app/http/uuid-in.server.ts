import { z } from "zod";
import { notFound } from "./closed-doors.ts";

/** @throws 404 for a field that names nothing: only a form of somebody's own making has one. */
export function uuidIn(fields: URLSearchParams, name: string): string {
  const id = z.uuid().safeParse(fields.get(name));
  if (!id.success) throw notFound();
  return id.data;
}
