import type { Suspicion } from "./suspicions.ts";

/** One signing as the rules see it. */
export interface Signing {
  id: number;
  campaignId: string;
  kind: "signing" | "resend" | "released";
  signatureId: string;
  canonicalEmail: string;
  mailDomain: string;
  nameKey: string;
  isNew: boolean;
  clientHash: string | null;
  network: string | null;
  isTrapped: boolean;
  proof: string | null;
  createdAt: Date;
}

/**
 * A rule looks at a batch of signings, oldest first, and names what it finds suspect: pairs of a signing's id and the
 * reason. It reads what it needs in one or two statements for the whole batch, never one for each signing.
 */
export type Rule<Reader> = (reader: Reader, signings: readonly Signing[]) => Promise<Finding[]>;

export interface Finding {
  signingId: number;
  suspicion: Suspicion;
}
