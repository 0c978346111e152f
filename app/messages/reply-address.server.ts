import { env } from "#app/env.server.ts";

/** True when the house has a domain whose mail it reads; otherwise answers can only go straight to the signer. */
export const hasReplyDomain = env.MAIL_REPLY_DOMAIN !== undefined;

/** The tagged address that ties an answer to its message; null without a domain for it. */
export function replyAddress(messageId: string) {
  return env.MAIL_REPLY_DOMAIN ? `reply+${messageId.replaceAll("-", "")}@${env.MAIL_REPLY_DOMAIN}` : null;
}
