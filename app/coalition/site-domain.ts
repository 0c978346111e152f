import { parse } from "tldts";

/**
 * What its owner registered, as the public suffix list has it: "news.kettle-watch.co.uk" is "kettle-watch.co.uk". A site
 * at a host of sites ("kettle-watch.github.io") is its own, not the host's. Null for an address in numbers, or a suffix alone.
 */
export function siteDomain(host: string): string | null {
  const { domain, isIp } = parse(host.toLowerCase(), { allowPrivateDomains: true });
  return isIp ? null : domain;
}

/** Why mail at this address does not speak for the organisation at this site; undefined when it does. */
export function faultOfMail(email: string, site: string, isWebmail: (domain: string) => boolean): string | undefined {
  const domain = siteDomain(email.slice(email.lastIndexOf("@") + 1));
  if (domain !== null && isWebmail(domain)) {
    return `Use your address at the organisation: anybody can have one at ${domain}.`;
  }
  return domain === site ? undefined : `Use an address at ${site}, the domain of the web site: so we know that the organisation itself asks.`;
}
