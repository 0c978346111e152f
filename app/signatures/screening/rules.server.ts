import type postgres from "postgres";
import { findAllowed } from "./allowances.server.ts";
import { holdBackBlocked } from "./blocked.server.ts";
import { holdBackDisposable } from "./disposable.server.ts";
import { limitSignings } from "./limit-signings.server.ts";
import type { Rule } from "./rule.ts";
import { spendProofs } from "./spent-proofs.server.ts";

/** What looks at every signing; a rule is a line. Each has a file of its own. */
export const RULES: readonly Rule<postgres.TransactionSql>[] = [
  async (_, signings) => signings.filter(({ isTrapped }) => isTrapped).map(({ id }) => ({ signingId: id, suspicion: "trap" })),
  limitSignings(findAllowed),
  holdBackBlocked,
  holdBackDisposable,
  spendProofs,
];
