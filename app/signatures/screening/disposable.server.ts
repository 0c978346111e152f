import { disposableEmailBlocklistSet } from "disposable-email-domains-js";
import type postgres from "postgres";
import { findAllowed } from "./allowances.server.ts";
import { widerDomains } from "./mail-domain.ts";
import type { Finding, Rule } from "./rule.ts";

const DISPOSABLE: ReadonlySet<string> = disposableEmailBlocklistSet();

/** At a provider of mailboxes that are thrown away, or beneath one of its domains; unless the campaign allows the domain or the network. */
export const holdBackDisposable: Rule<postgres.TransactionSql> = async (tx, signings) => {
  const found = signings.filter(({ mailDomain }) => widerDomains(mailDomain).some((domain) => DISPOSABLE.has(domain)));
  if (found.length === 0) return [];
  const allowed = await findAllowed(tx, found);
  return found.filter(({ id }) => !allowed.has(id)).map(({ id }): Finding => ({ signingId: id, suspicion: "disposable" }));
};
