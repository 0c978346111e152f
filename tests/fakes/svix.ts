import { createHmac, randomUUID } from "node:crypto";

/** Any secret of the right shape. */
export const TEST_WEBHOOK_SECRET = `whsec_${Buffer.from("a secret that only tests know").toString("base64")}`;

/** The headers with which Resend signs a call of a webhook: HMAC-SHA256 over id, time and the raw body. */
export function signedHeaders(body: string, secret: string, { id = `msg_${randomUUID()}`, at = new Date() } = {}) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": `v1,${signature}` };
}

/** The body of an event about one mail, in Resend's shape. */
export function eventBody(type: string, emailId: string, extra: Record<string, unknown> = {}, at = new Date()) {
  return JSON.stringify({ type, created_at: at.toISOString(), data: { email_id: emailId, created_at: at.toISOString(), ...extra } });
}
