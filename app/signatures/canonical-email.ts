/** How one mail domain reads the part before the @. */
export interface MailDomainRule {
  /** The name the provider itself uses; the others are aliases of it. */
  canonicalDomain: string;
  ignoresDots: boolean;
  /** What begins a tag that the provider drops. */
  tag: string | null;
}

export type MailDomainRules = ReadonlyMap<string, MailDomainRule>;

/**
 * The address as its provider reads it, so that one mailbox is one person: letter case folded, and for domains whose
 * rules are known, dots and tags dropped and aliases joined. For another domain only the case is folded: there a tag
 * may be another person's mailbox. The house's rules are those of `mail_domains`; see `readMailDomains`.
 */
export function canonicalEmail(email: string, rules: MailDomainRules): string {
  const at = email.lastIndexOf("@");
  const local = email.slice(0, at).normalize("NFKC").toLowerCase();
  const domain = email.slice(at + 1).normalize("NFKC").toLowerCase();
  const rule = rules.get(domain);
  if (!rule) return `${local}@${domain}`;
  const [untagged = local] = rule.tag ? local.split(rule.tag, 1) : [local];
  const bare = rule.ignoresDots ? untagged.replaceAll(".", "") : untagged;
  return `${bare || local}@${rule.canonicalDomain}`;
}
