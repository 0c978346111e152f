/**
 * Why a signing can be found suspect, by the name that its row keeps, in words for the desk: short, for a suspect has several
 * and a list has hundreds of suspects. A connection is one client address; "address" is a mail address everywhere else. None
 * of them is ever told to whoever signed.
 */
export const SUSPICIONS = {
  "same mailbox": "the mailbox of another signature, by a rule that came later",
  trap: "filled in a field that people do not see",
  "client-burst": "many at once from one connection",
  "client-sustained": "many within minutes from one connection",
  "network-burst": "very many at once from one network",
  "network-sustained": "very many within minutes from one network",
  "blocked-domain": "a mail domain that you block",
  "blocked-network": "a network that you block",
  disposable: "a throw-away mail address",
  "proof-reused": "a proof of work that another signing had used",
} as const;

export type Suspicion = keyof typeof SUSPICIONS;
