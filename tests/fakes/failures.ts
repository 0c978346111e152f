/** What the fake provider can be made to do to one request. */
export type Failure =
  /** 429 with `retry-after`; nothing is accepted. */
  | "rate-limited"
  /** 429 daily_quota_exceeded; nothing is accepted. */
  | "over-quota"
  /** 500; nothing is accepted. */
  | "server-error"
  /** 403, as for a domain that is not verified; nothing is accepted. */
  | "forbidden"
  /** 422 for the whole request, even with permissive validation. */
  | "poison"
  /** Accepted, and the connection is reset before the answer. */
  | "hang-up"
  /** Accepted, and answered only after `slowMs`. */
  | "slow";

export const FAILURES: Record<Failure, true> = {
  "rate-limited": true, "over-quota": true, "server-error": true, forbidden: true, poison: true, "hang-up": true, slow: true,
};

type Answer = { status: number; body: unknown; headers?: Record<string, string> };

/** The answers of failures that are answers; hang-up and slow are not. */
export function answerOf(failure: Failure, retryAfterSeconds: number): Answer | undefined {
  if (failure === "rate-limited") return refusal(429, "rate_limit_exceeded", "Too many requests.", { "retry-after": String(retryAfterSeconds) });
  if (failure === "over-quota") return refusal(429, "daily_quota_exceeded", "You have reached your daily email quota.");
  if (failure === "server-error") return refusal(500, "internal_server_error", "Something went wrong.");
  if (failure === "forbidden") return refusal(403, "validation_error", "The domain is not verified.");
  if (failure === "poison") return refusal(422, "validation_error", "The request could not be read.");
  return undefined;
}

export function refusal(statusCode: number, name: string, message: string, headers?: Record<string, string>): Answer {
  return { status: statusCode, body: { statusCode, name, message }, ...(headers ? { headers } : {}) };
}

/** The failure that an address asks for by its local part: `server-error@…`, also `server-error+ada@…`. */
export function sentinelOf(address: string): Failure | undefined {
  const [local = ""] = address.split(/[+@]/);
  return isFailure(local) ? local : undefined;
}

function isFailure(word: string): word is Failure {
  return Object.hasOwn(FAILURES, word);
}
