import { z } from "zod";
import { dropKeptForm, keepForm } from "#app/organizers/kept-forms.server.ts";
import { readFields } from "./form.ts";
import { paths } from "./paths.ts";
import { deskPathOr } from "./sign-in-next.ts";

/** Names that fields with secrets bear, on every form of the desk: a form that holds one is never kept. */
export const SECRET_FIELDS = ["one_time_code", "passkey_answer"];
/** In the address of a kept form that is sent after all, so that it is not offered again. */
export const KEPT_PARAMETER = "kept";
const INDEX_PAGES = /^\/organize\/campaigns\/[^/]+$/;

/**
 * Where to come back to from the sign-in page or from a proof: the page that was asked for, or what was being sent,
 * kept for this organizer. Of a form with a secret only its page. Undefined when there is nothing to come back to.
 * @param fields Of the form, where the door has read them already.
 */
export async function wayBack(request: Request, organizerId: string | undefined, fields?: URLSearchParams) {
  const url = new URL(request.url);
  url.searchParams.delete(KEPT_PARAMETER);
  const path = deskPathOr(undefined, url.pathname + url.search);
  if (request.method !== "POST" || !path) return path;
  if (!organizerId || (!fields && request.bodyUsed)) return undefined;
  const sent = fields ?? (await readFields(request));
  if (SECRET_FIELDS.some((name) => sent.has(name))) return path;
  const form = await keepForm({ organizerId, path, fields: [...sent] });
  return form && paths.keptForm(form);
}

/**
 * The address that a kept form is sent to; undefined when it is none of the desk's. Remix hides from a door that its
 * form named the page and not the frame around it (`?index`), so that is said again.
 */
export function keptFormAction({ id, path }: { id: string; path: string }): string | undefined {
  const safe = deskPathOr(undefined, path);
  if (!safe) return undefined;
  const url = new URL(safe, "http://here.invalid");
  url.searchParams.set(KEPT_PARAMETER, id);
  const index = INDEX_PAGES.test(url.pathname) ? "index&" : "";
  return `${url.pathname}?${index}${url.searchParams.toString()}`;
}

/** A kept form arrives at last: it is not kept any longer. */
export async function forgetIfSent(request: Request, organizerId: string) {
  if (request.method !== "POST") return;
  const form = z.uuid().safeParse(new URL(request.url).searchParams.get(KEPT_PARAMETER));
  if (form.success) await dropKeptForm(organizerId, form.data);
}
