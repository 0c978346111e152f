import ipaddr from "ipaddr.js";
import type { ScreeningValue } from "./screening-value.ts";

const LIKE = "Enter a network like 203.0.113.0/24 or 2001:db8:5::/48.";

/** Of an address no more is kept than its /24 or /48, so nothing narrower is ever seen; a rule wider than the other end covers half the world by a slip. */
const BITS = { ipv4: { most: 24, least: 8 }, ipv6: { most: 48, least: 16 } } as const;

/** From "203.0.113.9/24": the network's own first address and its length, IPv6 as RFC 5952 writes it. */
export function networkOf(typed: string): ScreeningValue {
  const text = typed.trim();
  if (!ipaddr.isValidCIDR(text)) return withoutLength(text);
  const cidr = asIPv4(...ipaddr.parseCIDR(text));
  if (!cidr || !isWrittenWhole(text)) return { ok: false, error: LIKE };
  const [address, bits] = cidr;
  const { most, least } = BITS[address.kind()];
  if (bits > most) return { ok: false, error: tooNarrow(cutTo(address, most)) };
  if (bits < least) return { ok: false, error: `That is too wide. Enter /${least} or narrower.` };
  return { ok: true, value: cutTo(address, bits) };
}

/** The network of a signing and all that hold it, the nearest first. What cannot be read is in none. */
export function widerNetworks(network: string): string[] {
  if (!ipaddr.isValidCIDR(network)) return [];
  const [address, bits] = ipaddr.parseCIDR(network);
  const { least } = BITS[address.kind()];
  return Array.from({ length: Math.max(0, bits - least + 1) }, (_, wider) => cutTo(address, bits - wider));
}

/** Who types a single address learns which network of it is known. */
function withoutLength(text: string): ScreeningValue {
  if (!ipaddr.isValid(text) || !isWrittenWhole(text)) return { ok: false, error: LIKE };
  const address = ipaddr.process(text);
  return { ok: false, error: tooNarrow(cutTo(address, BITS[address.kind()].most)) };
}

function tooNarrow(network: string) {
  return `Of an address only its network is kept. Enter ${network}, which covers its neighbours too.`;
}

/** "10.1/16" and "0x7f.1" are addresses to some programs and slips to people. */
function isWrittenWhole(text: string) {
  return text.includes(":") || /^\d{1,3}(\.\d{1,3}){3}(\/|$)/.test(text);
}

/** IPv4 in the clothes of IPv6 is IPv4; undefined when the length cuts into the clothes. */
function asIPv4(address: ipaddr.IPv4 | ipaddr.IPv6, bits: number): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  if (!("isIPv4MappedAddress" in address) || !address.isIPv4MappedAddress()) return [address, bits];
  return bits < 96 ? undefined : [address.toIPv4Address(), bits - 96];
}

function cutTo(address: ipaddr.IPv4 | ipaddr.IPv6, bits: number) {
  const bytes = address.toByteArray().map((byte, place) => byte & (0xff00 >> Math.min(8, Math.max(0, bits - place * 8))) & 0xff);
  return `${ipaddr.fromByteArray(bytes).toString()}/${bits}`;
}
