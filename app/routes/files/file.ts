import type { LoaderFunctionArgs } from "@remix-run/node";
import { findFile } from "#app/campaigns/files.server.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { FOREVER } from "#app/http/security-headers.ts";

/** A picture by the hash of its content, of the kind that its content is. */
export async function loader({ params }: LoaderFunctionArgs) {
  const file = await findFile(params.hash ?? "");
  if (!file) throw notFound();
  const headers = { "Content-Type": file.mediaType, "Content-Disposition": "inline", "Cache-Control": FOREVER, "Content-Security-Policy": "default-src 'none'" };
  return new Response(new Uint8Array(file.content), { headers });
}
