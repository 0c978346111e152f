import { sql } from "#db/client.server.ts";
import { isId } from "#db/id.ts";
import { hashToken } from "#app/tokens.server.ts";
import { findReceipt } from "./receipt.server.ts";

/** The receipt of a signature that was made with the address to which the link was mailed; undefined for any other. */
export async function findReceiptByLink({ token, signatureId }: { token: string; signatureId: string }, now: Date = new Date()) {
  if (!isId(signatureId)) return undefined;
  const [own] = await sql`
    select from signature_links l join signatures mine on mine.id = l.signature_id join signatures s on s.canonical_email = mine.canonical_email
    where l.token_hash = ${hashToken(token)} and l.purpose = 'me' and l.expires_at > ${now} and s.id = ${signatureId}`;
  return own && findReceipt(signatureId);
}
