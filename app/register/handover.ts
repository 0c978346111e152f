import { type Committed, type Entry, isEntryKind, isSigning } from "./entry.ts";
import type { PublicKey, SignedHead } from "./head.ts";
import { at, HASH, numberOf, parseJson, readHead, readKey, textAs, whole } from "./read-json.ts";
import { readCommitted, readHour } from "./receipt.ts";

export const HANDOVER_FORMAT = "countersign handover 1";

/** The first line of a file that is handed over. */
export interface HandoverStart {
  format: typeof HANDOVER_FORMAT;
  head: SignedHead;
  key: PublicKey;
}

/** Each further line: an entry, opened where its signature counts and its owner's data are not erased. */
export interface HandoverRow {
  position: number;
  entry: Entry;
  opened?: { salt: string; committed: Omit<Committed, "campaign"> };
}

export function printHandoverStart(head: SignedHead, key: PublicKey): string {
  const start: HandoverStart = { format: HANDOVER_FORMAT, head, key };
  return `${JSON.stringify(start)}\n`;
}

/** As a list and not by names: a million names would be most of the file. */
export function printHandoverRow({ position, entry: { kind, hour, value }, opened }: HandoverRow): string {
  const open = opened ? [opened.salt, opened.committed.letter, opened.committed.country, opened.committed.confirmedOn, opened.committed.owner] : [];
  return `${JSON.stringify([position, kind, hour, value, ...open])}\n`;
}

export function readHandoverStart(line: string): HandoverStart | undefined {
  const raw = parseJson(line);
  if (at(raw, "format") !== HANDOVER_FORMAT) return undefined;
  return whole({ format: HANDOVER_FORMAT, head: readHead(at(raw, "head")), key: readKey(at(raw, "key")) } as const);
}

export function readHandoverRow(line: string, campaign: string): HandoverRow | undefined {
  const raw = parseJson(line);
  if (!Array.isArray(raw)) return undefined;
  const [place, kind, time, what, ...open]: unknown[] = raw;
  if (!isEntryKind(kind)) return undefined;
  const [position, hour] = [numberOf(place), readHour(time)];
  const value = isSigning(kind) ? textAs(what, HASH) : textAs(what, /^\d{1,10}$/);
  if (position === undefined || hour === undefined || value === undefined) return undefined;
  if (open.length === 0) return { position, entry: { kind, hour, value } };
  const [salted, letter, country, confirmedOn, owner] = open;
  const [salt, committed] = [textAs(salted, HASH), readCommitted({ campaign, letter, country, confirmedOn, owner })];
  if (!isSigning(kind) || open.length !== 5 || salt === undefined || !committed) return undefined;
  return { position, entry: { kind, hour, value }, opened: { salt, committed } };
}
