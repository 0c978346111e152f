import { findReceipt } from "./receipt.server.ts";

/** Of a signature's receipt, what its owner's page says in words. */
export async function findShownReceipt(signatureId: string) {
  const found = await findReceipt(signatureId);
  if (found.outcome !== "found") return { outcome: found.outcome };
  const { entry, head } = found.receipt;
  return { outcome: found.outcome, entry: entry.position + 1, count: head.count, signedAt: head.signedAt };
}
