import { describe, expect, test } from "vitest";
import { verifyWebhook } from "#app/mail/webhook.server.ts";
import { eventBody, signedHeaders, TEST_WEBHOOK_SECRET } from "#tests/fakes/svix.ts";

function verify(body: string, headers = new Headers(signedHeaders(body, TEST_WEBHOOK_SECRET, { id: "msg_1" }))) {
  return verifyWebhook(body, headers, TEST_WEBHOOK_SECRET);
}

describe("the provider's webhook", () => {
  test("reads a signed event", () => {
    const at = new Date("2026-03-01T12:00:00Z");
    const bounce = { type: "Permanent", subType: "General", message: "No such mailbox." };
    expect(verify(eventBody("email.bounced", "mail-1", { bounce }, at))).toEqual({
      outcome: "event",
      event: { id: "msg_1", type: "email.bounced", createdAt: at, providerId: "mail-1", detail: "Permanent: General: No such mailbox." },
    });
  });

  test.each(["email.opened", "email.sent", "contact.created", "something.new"])("ignores %s", (type) => {
    expect(verify(eventBody(type, "mail-1"))).toEqual({ outcome: "ignored" });
  });

  test("ignores what is signed and not in its shape", () => {
    expect(verify(JSON.stringify({ type: "email.delivered", data: {} }))).toEqual({ outcome: "ignored" });
    expect(verify(JSON.stringify([1]))).toEqual({ outcome: "ignored" });
  });

  test("reads an event whose reason or time no database takes, for a bounce is a bounce", () => {
    const bounce = { type: "Permanent", message: "No such\u0000mailbox.\r\n" };
    expect(verify(eventBody("email.bounced", "mail-1", { bounce }))).toMatchObject({ event: { detail: "Permanent: No such mailbox. " } });
    for (const created_at of ["+275760-09-13T00:00:00.000Z", "-271821-04-20T00:00:00.000Z", 1e15, null, "yesterday"]) {
      const verified = verify(JSON.stringify({ type: "email.bounced", created_at, data: { email_id: "mail-1" } }));
      expect(verified.outcome === "event" && Math.abs(Date.now() - verified.event.createdAt.getTime())).toBeLessThan(60_000);
    }
    expect(verify(eventBody("email.bounced", "mail\u0000"))).toEqual({ outcome: "ignored" });
  });

  test("refuses what was not signed with the secret", () => {
    const body = eventBody("email.delivered", "mail-1");
    const other = `whsec_${Buffer.from("another secret").toString("base64")}`;
    const hourAgo = new Date(Date.now() - 60 * 60_000);
    expect(verify(body, new Headers())).toEqual({ outcome: "forged" });
    expect(verify(body, new Headers(signedHeaders(body, other)))).toEqual({ outcome: "forged" });
    expect(verify(`${body} `, new Headers(signedHeaders(body, TEST_WEBHOOK_SECRET)))).toEqual({ outcome: "forged" });
    expect(verify(body, new Headers(signedHeaders(body, TEST_WEBHOOK_SECRET, { at: hourAgo })))).toEqual({ outcome: "forged" });
    expect(verifyWebhook(body, new Headers(signedHeaders(body, TEST_WEBHOOK_SECRET)), undefined)).toEqual({ outcome: "forged" });
  });
});
