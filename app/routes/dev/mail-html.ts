import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMailbox } from "#app/http/mailbox-guard.server.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { framedMailHeaders } from "#app/http/security-headers.ts";
import { findInMailbox } from "#app/mail/mailbox.server.ts";

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireMailbox(context);
  const mail = await findInMailbox(params.mail ?? "");
  if (!mail) return notFound();
  return new Response(mail.html, { headers: { "Content-Type": "text/html; charset=utf-8", ...framedMailHeaders() } });
}
