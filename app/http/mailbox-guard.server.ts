import type { AppLoadContext } from "@remix-run/node";
import { env } from "#app/env.server.ts";
import { notFound } from "./closed-doors.ts";

/** The mailbox is there only without a mail key, and only for this machine. */
export function requireMailbox({ isFromThisMachine }: AppLoadContext) {
  if (env.RESEND_API_KEY || env.isPublic || !isFromThisMachine) throw notFound();
}
