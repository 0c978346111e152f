import type postgres from "postgres";
import { hoursAfter } from "../links.ts";
import { SPENT_HOURS } from "../proof/proof.ts";
import type { Finding, Rule } from "./rule.ts";

/**
 * A proof is good for one person: whoever brings it second is suspect, in this batch or in a later one. The same
 * signature again is no second one: a form that is sent twice brings the same proof twice.
 */
export const spendProofs: Rule<postgres.TransactionSql> = async (tx, signings) => {
  const brought = signings.flatMap(({ id, proof, signatureId, createdAt }) => (proof === null ? [] : [{ id, proof, signatureId, createdAt }]));
  if (brought.length === 0) return [];
  const first = new Map(brought.toReversed().map((one) => [one.proof, one]));
  const rows = [...first.values()].map(({ proof, signatureId, createdAt }) => ({
    proof, signature_id: signatureId, expires_at: hoursAfter(createdAt, SPENT_HOURS),
  }));
  await tx`insert into spent_proofs ${tx(rows)} on conflict (proof) do nothing`;
  const spent = await tx<{ proof: string; signatureId: string }[]>`
    select proof, signature_id as "signatureId" from spent_proofs where proof in ${tx([...first.keys()])}`;
  const spentBy = new Map(spent.map(({ proof, signatureId }) => [proof, signatureId]));
  return brought.filter(({ proof, signatureId }) => spentBy.get(proof) !== signatureId).map(({ id }): Finding => ({ signingId: id, suspicion: "proof-reused" }));
};
