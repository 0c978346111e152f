import { z } from "zod";

/** Each worker's round reads as many of a network's last signings. A place where more people sign is allowed as a network. */
const MOST_SIGNINGS = 5_000;
/** No longer, for the hashes of addresses change every day. */
const LONGEST_SECONDS = 3_600;

/** So many signings within so many seconds are fine; one more is suspect. */
const Limit = z.object({
  signings: z.coerce.number("Enter a number.").int("Enter a whole number.").min(1, "Enter at least 1.").max(MOST_SIGNINGS, `Enter at most ${MOST_SIGNINGS}.`),
  seconds: z.coerce.number("Enter a number.").int("Enter a whole number.").min(1, "Enter at least 1.").max(LONGEST_SECONDS, `Enter at most ${LONGEST_SECONDS}.`),
});

/** How often one address (IPv4, or a /64 of IPv6) and one network (/24, /48) may sign one campaign's letter. */
export const Limits = z.object({ clientBurst: Limit, clientSustained: Limit, networkBurst: Limit, networkSustained: Limit });

export type Limit = z.infer<typeof Limit>;
export type Limits = z.infer<typeof Limits>;
export type LimitName = keyof Limits;

/**
 * One address as at e-petitions. A network is shared by whole families, offices and schools, and by the many
 * customers that a mobile carrier puts behind a few addresses: a letter that a class of thirty or a newsletter's
 * readers sign stays below, a machine that walks through a rented /24 does not.
 */
export const DEFAULT_LIMITS: Limits = {
  clientBurst: { signings: 1, seconds: 60 },
  clientSustained: { signings: 5, seconds: 300 },
  networkBurst: { signings: 20, seconds: 60 },
  networkSustained: { signings: 100, seconds: 300 },
};

const Kept = z.object({
  clientBurst: Limit.catch(DEFAULT_LIMITS.clientBurst),
  clientSustained: Limit.catch(DEFAULT_LIMITS.clientSustained),
  networkBurst: Limit.catch(DEFAULT_LIMITS.networkBurst),
  networkSustained: Limit.catch(DEFAULT_LIMITS.networkSustained),
});

/** As `campaigns.screening` keeps them, under "limits"; what is missing or cannot be read is as the house does by itself. */
export function readLimits(screening: Record<string, unknown>): Limits {
  return Kept.catch(DEFAULT_LIMITS).parse(screening["limits"]);
}
