import type { ScreeningValue } from "./screening-value.ts";

const LIKE = "Enter a mail domain like mail.example.";
const DOMAIN_MAX = 253;
const DOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** From "Mail.Example", "@mail.example" or "ada@mail.example"; in ASCII. */
export function domainOf(typed: string): ScreeningValue {
  const text = typed.trim();
  if (text === "") return { ok: false, error: LIKE };
  const domain = inAscii(text.slice(text.lastIndexOf("@") + 1).replace(/^\*?\./, ""));
  if (domain.length > DOMAIN_MAX || !DOMAIN.test(domain)) return { ok: false, error: LIKE };
  if (/\.[0-9]+$/.test(domain)) return { ok: false, error: "That is a network. Enter a mail domain like mail.example." };
  return { ok: true, value: domain };
}

/** The domain and those above it, the nearest first. The topmost, such as "example", no rule names. */
export function widerDomains(domain: string): string[] {
  const labels = domain.split(".");
  return labels.slice(0, -1).map((_, first) => labels.slice(first).join("."));
}

/** IDNA as the browser does it; what cannot be a host is empty. */
function inAscii(host: string): string {
  if (/[\s/\\?#:%@]/.test(host)) return "";
  const url = `http://${host}/`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, "") : "";
}
