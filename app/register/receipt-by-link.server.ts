import { findOwnSignature } from "#app/signatures/own/own-page.server.ts";
import { findReceipt } from "./receipt.server.ts";

/** The receipt of a signature that the link opens; undefined for any other. */
export async function findReceiptByLink({ token, signatureId }: { token: string; signatureId: string }, now: Date = new Date()) {
  const own = await findOwnSignature(token, signatureId, now);
  return own && findReceipt(own.id);
}
