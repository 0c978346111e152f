import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { clientAddress } from "#app/http/client-address.ts";
import { readTrust, trustNobody } from "#app/trust-proxy.ts";

/** A request over a socket from `socket`, which says that it came for `forwarded`. */
function aRequest(socket: string, forwarded?: string) {
  const req = new IncomingMessage(Object.defineProperty(new Socket(), "remoteAddress", { value: socket }));
  if (forwarded !== undefined) req.headers["x-forwarded-for"] = forwarded;
  return req;
}

function askedBy(setting: string | undefined, socket: string, forwarded?: string) {
  return clientAddress(aRequest(socket, forwarded), setting === undefined ? trustNobody : readTrust(setting))?.client;
}

describe("who asks", () => {
  test.each([
    ["nobody is trusted", undefined, "203.0.113.7", "198.51.100.1", "203.0.113.7"],
    ["nobody stands between", "0", "203.0.113.7", "198.51.100.1", "203.0.113.7"],
    ["one proxy stands between", "1", "10.0.0.2", "198.51.100.1", "198.51.100.1"],
    ["a client behind one proxy names another", "1", "10.0.0.2", "192.0.2.99, 198.51.100.1", "198.51.100.1"],
    ["two proxies stand between", "2", "10.0.0.2", "192.0.2.99, 198.51.100.1, 203.0.113.50", "198.51.100.1"],
    ["a trusted address brings it", "10.0.0.0/8", "10.0.0.2", "198.51.100.1", "198.51.100.1"],
    ["a trusted address brings it, and the client names another", "10.0.0.0/8", "10.0.0.2", "192.0.2.99, 198.51.100.1", "198.51.100.1"],
    ["an address that is not trusted brings it", "10.0.0.0/8", "203.0.113.7", "198.51.100.1", "203.0.113.7"],
    ["names and a list are trusted", "loopback, 203.0.113.50", "::1", "198.51.100.1, 203.0.113.50", "198.51.100.1"],
    ["an IPv4 socket looks like IPv6", "loopback", "::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1"],
    ["the proxy names the port", "1", "10.0.0.2", "198.51.100.1:4711", "198.51.100.1"],
    ["the proxy names an IPv6 port", "1", "10.0.0.2", "[2001:db8:1:2::7]:4711", "2001:db8:1:2::/64"],
  ])("when %s", (_, setting, socket, forwarded, client) => {
    expect(askedBy(setting, socket, forwarded)).toBe(client);
  });

  test.each(["127.0.0.1", "::1", "10.1.2.3", "192.168.1.9", "172.20.0.1", "169.254.3.4", "100.64.0.7", "fd00::1", "fe80::1", "::ffff:192.168.1.9"])(
    "is not known from %s, which is anybody's",
    (socket) => expect(askedBy(undefined, socket)).toBeUndefined(),
  );

  test.each(["unknown", "", "198.51.100", "<script>", "300.1.1.1"])("is not known where the proxy says “%s”", (forwarded) => {
    expect(askedBy("1", "10.0.0.2", forwarded)).toBeUndefined();
  });
});

describe("an address is cut", () => {
  test.each([
    ["203.0.113.77", "203.0.113.77", "203.0.113.0/24"],
    ["::ffff:203.0.113.77", "203.0.113.77", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64", "2001:db8:1::/48"],
  ])("%s", (socket, client, network) => {
    expect(clientAddress(aRequest(socket), trustNobody)).toEqual({ client, network });
  });
});

describe("TRUST_PROXY", () => {
  test.each(["true", "everybody", "10.0.0.0/99", "example.org", "-1", "1.5"])("refuses %s", (setting) => {
    expect(() => readTrust(setting)).toThrow(TypeError);
  });
});
