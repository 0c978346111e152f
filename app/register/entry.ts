import { concat, type Hash, toHex, utf8 } from "./bytes.ts";

/**
 * What the register holds, one line an entry. "confirmed" and "imported" bring a signature in, by a commitment; "ended"
 * says that the signature at an earlier position counts no more, "again" that it counts again.
 */
export const ENTRY_KINDS = ["confirmed", "imported", "ended", "again"] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/** As everybody may see it. */
export interface Entry {
  kind: EntryKind;
  /** When it was entered, by the hour in UTC: "2026-11-24T10Z". */
  hour: string;
  /** The commitment in hexadecimal; of "ended" and "again" the position of the signature that is meant. */
  value: string;
}

/** What a commitment is made of beside its salt. Nothing of it names a person. */
export interface Committed {
  campaign: string;
  /** Language and number of the version that was signed: "en 3". */
  letter: string;
  country: string;
  /** "2026-11-24". */
  confirmedOn: string;
  /** What `ownerOf` makes of the address: it ties the entry to one person, and only its owner can show to whom. */
  owner: string;
}

/** The bytes of an entry's leaf. */
export function leafOf({ kind, hour, value }: Entry): Uint8Array {
  return utf8(`countersign entry 1\n${kind} ${hour} ${value}\n`);
}

export function commitmentOf(hash: Hash, salt: Uint8Array, { campaign, letter, country, confirmedOn, owner }: Committed): string {
  const text = `countersign signature 1\ncampaign ${campaign}\nletter ${letter}\ncountry ${country}\nconfirmed ${confirmedOn}\nowner ${owner}\n`;
  return toHex(hash(concat(salt, utf8(text))));
}

/** The salt opens the commitment and may be handed over with it; it does not lead back to the secret, which the owner gets. */
export function saltOf(hash: Hash, secret: Uint8Array): Uint8Array {
  return hash(concat(utf8("countersign salt 1\n"), secret));
}

/** Without the secret nobody can try addresses, whatever else they were handed. */
export function ownerOf(hash: Hash, secret: Uint8Array, address: string): string {
  return toHex(hash(concat(utf8("countersign owner 1\n"), secret, utf8(address))));
}

export function hourOf(at: Date): string {
  return `${at.toISOString().slice(0, 13)}Z`;
}

export function isSigning(kind: EntryKind): kind is "confirmed" | "imported" {
  return kind === "confirmed" || kind === "imported";
}

export function isEntryKind(text: unknown): text is EntryKind {
  return ENTRY_KINDS.some((kind) => kind === text);
}
