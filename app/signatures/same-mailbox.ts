import { canonicalEmail, type MailDomainRule } from "./canonical-email.ts";

const GMAIL = { canonicalDomain: "gmail.com", ignoresDots: true, tag: "+" };
const PROTON = { canonicalDomain: "proton.me", ignoresDots: true, tag: "+" };
const tagged = (canonicalDomain: string, tag = "+") => ({ canonicalDomain, ignoresDots: false, tag });
const [PLUS, MINUS] = [
  ["outlook.com", "hotmail.com", "live.com", "msn.com", "outlook.de", "outlook.fr", "outlook.es", "hotmail.co.uk", "hotmail.fr", "hotmail.de", "hotmail.it", "hotmail.es", "live.co.uk", "live.fr", "live.nl"],
  ["yahoo.com", "yahoo.co.uk", "yahoo.fr", "yahoo.de", "ymail.com"],
];

/** What the house came with: how the large providers read addresses. The desk's rules begin as these and may be changed; these may not. */
export const SHIPPED_RULES: ReadonlyMap<string, MailDomainRule> = new Map([
  ["gmail.com", GMAIL], ["googlemail.com", GMAIL],
  ["proton.me", PROTON], ["protonmail.com", PROTON], ["pm.me", PROTON],
  ...["icloud.com", "me.com", "mac.com"].map((domain): [string, MailDomainRule] => [domain, tagged("icloud.com")]),
  ...["fastmail.com", "fastmail.fm"].map((domain): [string, MailDomainRule] => [domain, tagged("fastmail.com")]),
  ...["yandex.ru", "yandex.com", "ya.ru"].map((domain): [string, MailDomainRule] => [domain, tagged("yandex.ru")]),
  ...PLUS.map((domain): [string, MailDomainRule] => [domain, tagged(domain)]),
  ...MINUS.map((domain): [string, MailDomainRule] => [domain, tagged(domain, "-")]),
]);

/**
 * Whether mail to one address proves the other too. The desk's rules say who counts once, and any organizer of the house
 * may write one: they open nothing, or a rule that makes one's own domain an alias of another would open what others hold.
 */
export function isSameMailbox(one: string, other: string): boolean {
  return canonicalEmail(one, SHIPPED_RULES) === canonicalEmail(other, SHIPPED_RULES);
}
