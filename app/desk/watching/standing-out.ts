import { LARGE_PROVIDERS } from "#app/signatures/screening/large-providers.ts";

export const FINDING_KINDS = ["network", "mail domain", "name"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/**
 * So many within an hour, and nobody calls it chance. e-petitions looks at addresses and domains from about a hundred;
 * our campaigns are smaller, a network is wider than an address, and twenty of one whole name are no namesakes.
 */
export const SIGNINGS_AT_LEAST: Record<FindingKind, number> = { network: 60, "mail domain": 50, name: 20 };

/** A value stands out from so many times its usual share: an hour in the news makes all shares grow alike. */
const TIMES_USUAL = 5;
/** A large provider has most of an hour's signings as it is; only a hard tilt towards it says something. */
const TIMES_USUAL_LARGE = 2;
/** Below so many signings before, a campaign has no usual share yet. */
const USUAL_FROM_SIGNINGS = 500;
/** Then, and for what was never seen, these are taken for usual: what a large campaign's busiest networks and small domains have. */
const PRESUMED_SHARE: Record<FindingKind, number> = { network: 0.0006, "mail domain": 0.01, name: 0.001 };

export interface Seen {
  kind: FindingKind;
  value: string;
  signings: number;
  /** Of all in the same hour. */
  ofSignings: number;
}

export interface Usual {
  signings: number;
  ofSignings: number;
}

/** Whether a value had more of the hour's signings than it can have by itself. */
export function standsOut({ kind, value, signings, ofSignings }: Seen, usual: Usual): boolean {
  if (signings < SIGNINGS_AT_LEAST[kind] || ofSignings === 0) return false;
  const isKnown = usual.ofSignings >= USUAL_FROM_SIGNINGS;
  const isLarge = kind === "mail domain" && LARGE_PROVIDERS.has(value);
  if (isLarge && !isKnown) return false;
  const usualShare = Math.max(isKnown ? usual.signings / usual.ofSignings : 0, PRESUMED_SHARE[kind]);
  return signings / ofSignings >= Math.min(1, usualShare * (isLarge ? TIMES_USUAL_LARGE : TIMES_USUAL));
}
