import { Resend, type CreateEmailOptions } from "resend";
import { z } from "zod";
import { env } from "#app/env.server.ts";
import type { FrozenMail, SendResult } from "./frozen-mail.ts";
import { keepInMailbox } from "./mailbox.server.ts";
import type { ProviderError } from "./retry.ts";

/** The SDK has no time-out of its own. Half a lease (see claim.server.ts), so that nobody else is sending by then. */
export const RESEND_TIMEOUT_MS = 30_000;

/** With permissive validation `data` holds the accepted ones only, in order; `errors` names the others by index. */
const Accepted = z.object({
  data: z.array(z.object({ id: z.string() })),
  errors: z.array(z.object({ index: z.number().int(), message: z.string() })).default([]),
});

type SendOutcome = { outcome: "answered"; results: SendResult[] } | { outcome: "failed"; error: ProviderError };

/** Sends a batch under its id as idempotency key; without a key for the provider, into the mailbox. Never throws for the network. */
export async function sendBatch(batchId: string, mails: FrozenMail[], timeoutMs = RESEND_TIMEOUT_MS): Promise<SendOutcome> {
  if (!env.RESEND_API_KEY) return { outcome: "answered", results: await keepInMailbox(mails) };

  const resend = new Resend(env.RESEND_API_KEY, env.RESEND_BASE_URL ? { baseUrl: env.RESEND_BASE_URL } : {});
  const { data, error, headers } = await resend.batch.send(mails.map(toResend), {
    idempotencyKey: batchId,
    batchValidation: "permissive",
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (error) return { outcome: "failed", error: { ...error, retryAfter: headers?.["retry-after"] ?? null } };

  const results = resultsByIndex(mails, data);
  return results ? { outcome: "answered", results } : { outcome: "failed", error: UNREADABLE };
}

/** Throws when the signature is wrong, the time stamp older than five minutes, or the body not the one that was signed. */
export function verifySignature(payload: string, headers: { id: string; timestamp: string; signature: string }, webhookSecret: string): unknown {
  return new Resend("unused").webhooks.verify({ payload, headers, webhookSecret });
}

/** Accepted, but it does not say which is which: the same key gets the same answer until somebody looks. */
const UNREADABLE: ProviderError = {
  statusCode: null,
  name: "unreadable_answer",
  message: "The provider's answer does not match the batch.",
  retryAfter: null,
};

function toResend({ deliveryId, from, to, replyTo, subject, html, text, headers }: FrozenMail): CreateEmailOptions {
  return {
    from, to, subject, html, text,
    ...(replyTo ? { replyTo } : {}),
    ...(headers ? { headers } : {}),
    tags: [{ name: "delivery", value: deliveryId }],
  };
}

function resultsByIndex(mails: FrozenMail[], answer: unknown): SendResult[] | undefined {
  const parsed = Accepted.safeParse(answer);
  if (!parsed.success) return undefined;
  const refusals = new Map(parsed.data.errors.map(({ index, message }) => [index, message]));
  if (parsed.data.data.length + refusals.size !== mails.length) return undefined;

  const ids = parsed.data.data.values();
  return mails.map(({ deliveryId }, index) => {
    const reason = refusals.get(index);
    if (reason !== undefined) return { outcome: "refused", deliveryId, reason };
    return { outcome: "accepted", deliveryId, providerId: ids.next().value?.id ?? "" };
  });
}
