/**
 * Why a signing can be found suspect, by the name that its row keeps, in words for the desk. None of them is ever told
 * to whoever signed.
 */
export const SUSPICIONS = {
  "same mailbox": "has the mailbox of another signature, by a rule for its mail domain that came later",
  trap: "filled in a field that people do not see",
} as const;

export type Suspicion = keyof typeof SUSPICIONS;
