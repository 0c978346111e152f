import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import proxyAddr from "proxy-addr";
import type { Trust } from "#app/trust-proxy.ts";

/** Addresses that many machines have: that of a proxy which nobody told us of, or of one's own machine. */
const OF_NOBODY = new Set(["private", "loopback", "linkLocal", "uniqueLocal", "unspecified", "carrierGradeNat", "broadcast"]);
const IPV6_CLIENT_BITS = 64;
const IPV4_NETWORK_BITS = 24;
const IPV6_NETWORK_BITS = 48;

export interface ClientAddress {
  /** An IPv4 address, or the /64 of an IPv6 address, which is what one household or one rented machine has. */
  client: string;
  /** The /24 or /48 around it, e.g. "203.0.113.0/24". */
  network: string;
}

/** Who asks, as far as those in between are trusted; undefined where that tells nothing of who it is. */
export function clientAddress(req: IncomingMessage, trust: Trust): ClientAddress | undefined {
  if (!req.socket.remoteAddress) return undefined;
  return cut(proxyAddr(req, trust));
}

function cut(text: string): ClientAddress | undefined {
  const written = withoutPort(text);
  if (!isIP(written)) return undefined;
  // An IPv4 address in IPv6's clothes is the IPv4 address.
  const address = ipaddr.process(written);
  if (OF_NOBODY.has(address.range())) return undefined;
  if (address instanceof ipaddr.IPv4) return { client: address.toString(), network: prefix(address, IPV4_NETWORK_BITS) };
  return { client: prefix(address, IPV6_CLIENT_BITS), network: prefix(address, IPV6_NETWORK_BITS) };
}

/** Some proxies name the port too: "203.0.113.7:4711", "[2001:db8::7]:4711". */
function withoutPort(text: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
}

function prefix(address: ipaddr.IPv4 | ipaddr.IPv6, bits: number): string {
  const cidr = `${address.toString()}/${bits}`;
  const network = address instanceof ipaddr.IPv4 ? ipaddr.IPv4.networkAddressFromCIDR(cidr) : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  return `${network.toString()}/${bits}`;
}
