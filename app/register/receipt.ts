import { type Committed, type Entry, isEntryKind, isSigning } from "./entry.ts";
import type { PublicKey, SignedHead } from "./head.ts";
import { at, HASH, numberOf, parseJson, readHead, readKey, textAs, whole } from "./read-json.ts";

export const RECEIPT_FORMAT = "countersign receipt 1";

/** What a signer holds in the hand: their entry opened, and its way to a signed head. See docs/verify.md. */
export interface Receipt {
  format: typeof RECEIPT_FORMAT;
  entry: Entry & { position: number };
  salt: string;
  committed: Committed;
  /** Proves whose it is. Whoever shows the receipt to others takes this out. */
  ownership?: { secret: string; address: string };
  head: SignedHead;
  path: string[];
  key: PublicKey;
}

/** Undefined for a text that is no receipt. What it says is not checked yet. */
export function readReceipt(text: string): Receipt | undefined {
  const raw = parseJson(text);
  if (at(raw, "format") !== RECEIPT_FORMAT) return undefined;
  const receipt = whole({
    format: RECEIPT_FORMAT,
    entry: readEntry(at(raw, "entry")),
    salt: textAs(at(raw, "salt"), HASH),
    committed: readCommitted(at(raw, "committed")),
    head: readHead(at(raw, "head")),
    path: readPath(at(raw, "path")),
    key: readKey(at(raw, "key")),
  } as const);
  if (!receipt || at(raw, "ownership") === undefined) return receipt;
  const ownership = whole({ secret: textAs(at(raw, "ownership", "secret"), HASH), address: textAs(at(raw, "ownership", "address"), /^\S{1,320}$/) });
  return ownership && { ...receipt, ownership };
}

function readEntry(value: unknown) {
  const kind = at(value, "kind");
  return whole({
    position: numberOf(at(value, "position")),
    kind: isEntryKind(kind) && isSigning(kind) ? kind : undefined,
    hour: readHour(at(value, "hour")),
    value: textAs(at(value, "value"), HASH),
  });
}

export function readHour(value: unknown) {
  return textAs(value, /^\d{4}-\d\d-\d\dT\d\dZ$/);
}

export function readCommitted(value: unknown): Committed | undefined {
  return whole({
    campaign: textAs(at(value, "campaign"), /^[0-9a-f-]{36}$/),
    letter: textAs(at(value, "letter"), /^[A-Za-z0-9-]{1,35} \d{1,9}$/),
    country: textAs(at(value, "country"), /^[A-Z]{2}$/),
    confirmedOn: textAs(at(value, "confirmedOn"), /^\d{4}-\d\d-\d\d$/),
    owner: textAs(at(value, "owner"), HASH),
  });
}

function readPath(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || value.length > 31) return undefined;
  const hashes = value.flatMap((one: unknown) => textAs(one, HASH) ?? []);
  return hashes.length === value.length ? hashes : undefined;
}
