/** Kept by RFC 2606 and RFC 6761 for examples and tests: mail to them never arrives. */
const RESERVED_TOP_LEVEL = new Set(["example", "test", "invalid", "localhost"]);
const RESERVED_SECOND_LEVEL = new Set(["example.org", "example.com", "example.net"]);

export function isOnReservedDomain(email: string): boolean {
  const labels = email.trim().toLowerCase().replace(/\.$/, "").split("@").at(-1)?.split(".") ?? [];
  return RESERVED_TOP_LEVEL.has(labels.at(-1) ?? "") || RESERVED_SECOND_LEVEL.has(labels.slice(-2).join("."));
}
