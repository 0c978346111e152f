import type { PublicKey, SignedHead } from "./head.ts";

/**
 * Reading of receipts by hand and not by Zod: these modules run with nothing installed, and in a browser. Whatever is
 * not as it should be reads as undefined.
 */
export const HASH = /^[0-9a-f]{64}$/;
export const SIGNATURE = /^[0-9a-f]{128}$/;
export const KEY_ID = /^[0-9a-f]{16}$/;
export const POSITION_MAX = 2 ** 31 - 1;

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What stands at a path of names, e.g. `at(receipt, "entry", "hour")`. */
export function at(from: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((value, name) => (typeof value === "object" && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined), from);
}

export function textAs(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === "string" && pattern.test(value) ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= POSITION_MAX ? value : undefined;
}

/** Undefined as soon as one of them is. */
export function whole<Fields extends object>(fields: Fields): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } | undefined {
  return isWhole(fields) ? fields : undefined;
}

function isWhole<Fields extends object>(fields: Fields): fields is Fields & { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  return Object.values(fields).every((value) => value !== undefined);
}

export function readHead(value: unknown): SignedHead | undefined {
  return whole({
    campaign: textAs(at(value, "campaign"), /^[0-9a-f-]{36}$/),
    size: numberOf(at(value, "size")),
    root: textAs(at(value, "root"), HASH),
    count: numberOf(at(value, "count")),
    imported: numberOf(at(value, "imported")),
    signedAt: textAs(at(value, "signedAt"), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/),
    key: textAs(at(value, "key"), KEY_ID),
    signature: textAs(at(value, "signature"), SIGNATURE),
  });
}

export function readKey(value: unknown): PublicKey | undefined {
  return whole({ id: textAs(at(value, "id"), KEY_ID), publicKey: textAs(at(value, "publicKey"), HASH) });
}
