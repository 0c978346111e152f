import type postgres from "postgres";
import { findVerdicts } from "./allowances.server.ts";
import type { Finding, Rule } from "./rule.ts";
import { SCREENING_KINDS } from "./screening-rule.ts";

const SUSPICION = { "mail domain": "blocked-domain", network: "blocked-network" } as const;

/** From a mail domain or a network that the campaign's organizers block. An allowed network does not open a blocked domain, nor the other way about. */
export const holdBackBlocked: Rule<postgres.TransactionSql> = async (tx, signings) => {
  const verdicts = await findVerdicts(tx, signings);
  return [...verdicts].flatMap(([signingId, of]): Finding[] =>
    SCREENING_KINDS.filter((kind) => of[kind] === "block").map((kind) => ({ signingId, suspicion: SUSPICION[kind] })),
  );
};
