const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** What a provider may ask for by `retry-after`; quotas are counted by the day. */
const LONGEST_ASKED_WAIT_MS = 24 * 60 * 60_000;

/** How a request to the provider went wrong. A null status means that no answer came. */
export type ProviderError = {
  statusCode: number | null;
  name: string;
  message: string;
  /** The header as it came: seconds or an HTTP date. */
  retryAfter: string | null;
};

export type Verdict =
  /** Asking again gets the same answer. Divisible: one mail of several may be to blame for it. */
  | { kind: "never"; isDivisible: boolean }
  /** Certainly not accepted. For all: the reason is the house's and not this batch's. */
  | { kind: "later"; waitMs: number; isForAll: boolean }
  /** It may have been accepted: only the same bytes under the same key may go again. */
  | { kind: "unknown"; waitMs: number };

/**
 * What an answer of Resend's means for the batch that got it (names as in the SDK's RESEND_ERROR_CODE_KEY).
 * Whatever an operator can repair (a key, a domain, a quota) waits: mail is never dropped for it.
 *
 * @param attempts how often this batch has been sent, this time included
 * @param random 0 to 1, so that batches that failed together do not come back together
 */
export function judge(error: ProviderError, attempts: number, random: number, now: Date = new Date()): Verdict {
  const { statusCode, name } = error;
  const waitMs = askedWaitMs(error.retryAfter, now) ?? growingWaitMs(attempts, random);

  if (statusCode === null || statusCode < 400 || statusCode >= 500) return { kind: "unknown", waitMs };
  if (statusCode === 408 || name === "concurrent_idempotent_requests") return { kind: "unknown", waitMs };
  if (name === "invalid_idempotent_request") return { kind: "never", isDivisible: false };
  if (name === "invalid_from_address") return { kind: "later", waitMs, isForAll: true };
  if ([400, 413, 422].includes(statusCode)) return { kind: "never", isDivisible: true };
  return { kind: "later", waitMs, isForAll: true };
}

function growingWaitMs(attempts: number, random: number) {
  const longest = Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT_MS);
  return Math.round(longest * (0.5 + random / 2));
}

function askedWaitMs(retryAfter: string | null, now: Date) {
  if (!retryAfter) return undefined;
  const seconds = Number(retryAfter);
  const waitMs = Number.isNaN(seconds) ? Date.parse(retryAfter) - now.getTime() : seconds * 1000;
  if (Number.isNaN(waitMs)) return undefined;
  return Math.min(Math.max(waitMs, 0), LONGEST_ASKED_WAIT_MS);
}
