import { domainOf, widerDomains } from "./mail-domain.ts";
import { networkOf, widerNetworks } from "./network.ts";
import type { ScreeningValue } from "./screening-value.ts";

export const SCREENING_KINDS = ["mail domain", "network"] as const;
export type ScreeningKind = (typeof SCREENING_KINDS)[number];

export const SCREENING_VERDICTS = ["block", "allow"] as const;
export type ScreeningVerdict = (typeof SCREENING_VERDICTS)[number];

/** A mail domain or network as an organizer types it, in the one spelling that is kept; or what to say beside the field. */
export function readScreeningValue(kind: ScreeningKind, typed: string): ScreeningValue {
  return kind === "network" ? networkOf(typed) : domainOf(typed);
}

/** Every value of this kind that covers the one of a signing, the nearest first: a rule on any of them is about it. */
export function coveringValues(kind: ScreeningKind, value: string): string[] {
  return kind === "network" ? widerNetworks(value) : widerDomains(value);
}
