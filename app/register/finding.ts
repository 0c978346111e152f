import type { Hash } from "./bytes.ts";

/** One thing that was checked, in words for whoever asked. */
export interface Finding {
  fits: boolean;
  sentence: string;
}

/** What a check needs of the place where it runs. */
export interface Tools {
  sha256: Hash;
  /** Ed25519; false too for what is no key or no signature. */
  isSignedBy(publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean;
}

export function finding(fits: boolean, ifSo: string, otherwise: string): Finding {
  return { fits, sentence: fits ? ifSo : otherwise };
}

export function countInWords(count: number, word: string, words = `${word}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? word : words}`;
}

/** "24 November 2026, 10:12 UTC". */
export function instantInWords(iso: string): string {
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));
  return `${day}, ${iso.slice(11, 16)} UTC`;
}

/** What stands over the findings. */
export function verdict(findings: readonly Finding[]): { holds: boolean; title: string } {
  const holds = findings.length > 0 && findings.every(({ fits }) => fits);
  return { holds, title: holds ? "It holds: everything in this file fits together." : "It does not hold." };
}

export const UNREADABLE = "This is neither a receipt nor a file for handing over, or a part of it is missing.";
