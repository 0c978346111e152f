interface ProviderRule {
  /** The name the provider itself uses; the others are aliases of it. */
  domain: string;
  ignoresDots: boolean;
  /** What begins a tag that the provider drops. */
  tag: string | undefined;
}

const GMAIL = { domain: "gmail.com", ignoresDots: true, tag: "+" };
const OUTLOOK = { ignoresDots: false, tag: "+" };
const ICLOUD = { domain: "icloud.com", ignoresDots: false, tag: "+" };
const FASTMAIL = { domain: "fastmail.com", ignoresDots: false, tag: "+" };
const PROTON = { domain: "proton.me", ignoresDots: true, tag: "+" };
const YANDEX = { domain: "yandex.ru", ignoresDots: false, tag: "+" };
const YAHOO = { ignoresDots: false, tag: "-" };

const PROVIDERS: Record<string, ProviderRule> = {
  "gmail.com": GMAIL,
  "googlemail.com": GMAIL,
  "outlook.com": { domain: "outlook.com", ...OUTLOOK },
  "hotmail.com": { domain: "hotmail.com", ...OUTLOOK },
  "live.com": { domain: "live.com", ...OUTLOOK },
  "icloud.com": ICLOUD,
  "me.com": ICLOUD,
  "mac.com": ICLOUD,
  "fastmail.com": FASTMAIL,
  "fastmail.fm": FASTMAIL,
  "proton.me": PROTON,
  "protonmail.com": PROTON,
  "pm.me": PROTON,
  "yandex.ru": YANDEX,
  "yandex.com": YANDEX,
  "ya.ru": YANDEX,
  "yahoo.com": { domain: "yahoo.com", ...YAHOO },
};

/**
 * The address as its provider reads it, so that one mailbox is one person: letter case folded, and for providers
 * whose rules are known, dots and tags dropped and aliases joined. For an unknown provider only the case is folded:
 * there a tag may be another person's mailbox.
 */
export function canonicalEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const local = email.slice(0, at).normalize("NFKC").toLowerCase();
  const domain = email.slice(at + 1).normalize("NFKC").toLowerCase();
  const rule = Object.hasOwn(PROVIDERS, domain) ? PROVIDERS[domain] : undefined;
  if (!rule) return `${local}@${domain}`;
  const [untagged = local] = rule.tag ? local.split(rule.tag, 1) : [local];
  const bare = rule.ignoresDots ? untagged.replaceAll(".", "") : untagged;
  return `${bare || local}@${rule.domain}`;
}
