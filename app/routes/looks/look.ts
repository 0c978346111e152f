import type { LoaderFunctionArgs } from "@remix-run/node";
import { lookStylesheet } from "#app/campaigns/look-stylesheet.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { FOREVER } from "#app/http/security-headers.ts";

/** A campaign's colour as a stylesheet: our policy allows no inline style, and a colour's sheet never changes. */
export function loader({ params }: LoaderFunctionArgs) {
  const stylesheet = lookStylesheet(`#${params.look?.replace(/\.css$/, "")}`);
  if (stylesheet === undefined) throw notFound();
  return new Response(stylesheet, { headers: { "Content-Type": "text/css; charset=utf-8", "Cache-Control": FOREVER } });
}
