import { z } from "zod";
import { env } from "#app/env.server.ts";
import { MAIL_EVENT_TYPES } from "./delivery-states.ts";
import type { MailEvent } from "./events.server.ts";
import { verifySignature } from "./resend.server.ts";

const OLDEST = new Date("2019-01-01");
const NEWEST = new Date("2200-01-01");

const EmailEvent = z.object({
  type: z.enum(MAIL_EVENT_TYPES),
  // An event without a day that can be is one all the same: a bounce is not lost for it.
  created_at: z.coerce.date().min(OLDEST).max(NEWEST).catch(() => new Date()),
  data: z.object({
    email_id: z.string().min(1).regex(/^\P{Cc}+$/u),
    bounce: z.object({ type: z.string(), subType: z.string().optional(), message: z.string().optional() }).optional(),
    failed: z.object({ reason: z.string() }).optional(),
    suppressed: z.object({ type: z.string().optional(), message: z.string().optional() }).optional(),
  }),
});

const LONGEST_DETAIL = 500;

type Verified = { outcome: "event"; event: MailEvent } | { outcome: "ignored" } | { outcome: "forged" };

/**
 * Reads a call of the provider's webhook.
 * "ignored" is signed but none of the events we act on, and deserves a 200: kinds of events are added without asking us.
 *
 * @param rawBody the bytes as they came: the signature is over them
 */
export function verifyWebhook(rawBody: string, headers: Headers, secret = env.RESEND_WEBHOOK_SECRET): Verified {
  const id = headers.get("svix-id");
  const timestamp = headers.get("svix-timestamp");
  const signature = headers.get("svix-signature");
  if (!secret || !id || !timestamp || !signature) return { outcome: "forged" };

  const payload = verifiedPayload(rawBody, { id, timestamp, signature }, secret);
  if (payload === undefined) return { outcome: "forged" };
  const parsed = EmailEvent.safeParse(payload);
  if (!parsed.success) return { outcome: "ignored" };

  const { type, created_at: createdAt, data } = parsed.data;
  return { outcome: "event", event: { id, type, createdAt, providerId: data.email_id, detail: detailOf(data) } };
}

function verifiedPayload(rawBody: string, headers: { id: string; timestamp: string; signature: string }, secret: string) {
  try {
    return verifySignature(rawBody, headers, secret);
  } catch {
    return undefined;
  }
}

function detailOf({ bounce, failed, suppressed }: z.infer<typeof EmailEvent>["data"]) {
  const parts = [bounce?.type, bounce?.subType, bounce?.message, failed?.reason, suppressed?.type, suppressed?.message];
  return parts.filter(Boolean).join(": ").replace(/\p{Cc}+/gu, " ").slice(0, LONGEST_DETAIL) || null;
}
