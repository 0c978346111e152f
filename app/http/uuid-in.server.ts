import { isId } from "#db/id.ts";
import { notFound } from "./closed-doors.ts";

/** @throws 404 for a field that names nothing: only a form of somebody's own making has one. */
export function uuidIn(fields: URLSearchParams, name: string): string {
  const id = fields.get(name) ?? "";
  if (!isId(id)) throw notFound();
  return id;
}
