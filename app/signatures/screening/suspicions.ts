/**
 * Why a signing can be found suspect, by the name that its row keeps, in words for the desk. None of them is ever told
 * to whoever signed.
 */
export const SUSPICIONS = {
  "same mailbox": "has the mailbox of another signature, by a rule for its mail domain that came later",
  trap: "filled in a field that people do not see",
  "client-burst": "at once with others from the same address",
  "client-sustained": "one of many within minutes from the same address",
  "network-burst": "one of very many at once from the same network",
  "network-sustained": "one of very many within minutes from the same network",
  "blocked-domain": "from a mail domain that you block",
  "blocked-network": "from a network that you block",
  disposable: "from a provider of addresses that are thrown away",
  "proof-reused": "with a proof that somebody else had used",
} as const;

export type Suspicion = keyof typeof SUSPICIONS;
