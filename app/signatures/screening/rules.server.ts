import type postgres from "postgres";
import { limitSignings } from "./limit-signings.server.ts";
import type { Rule } from "./rule.ts";

/** What looks at every signing; a rule is a line. Each has a file of its own. */
export const RULES: readonly Rule<postgres.TransactionSql>[] = [
  async (_, signings) => signings.filter(({ isTrapped }) => isTrapped).map(({ id }) => ({ signingId: id, suspicion: "trap" })),
  limitSignings(async () => new Set()),
];
