import { and, count, eq, isNull, lte } from "drizzle-orm";
import { BYTE_ORDER_MARK, csvLine } from "#app/desk/lists/csv.ts";
import { type Transaction, sql } from "#db/client.server.ts";
import { consents, signatures } from "#db/schema/index.ts";

const CONTACTS_A_PIECE = 500;
const HEAD = ["name", "email", "country", "agreed_to", "agreed_at"];

interface Contact {
  id: string;
  name: string;
  email: string;
  country: string;
  wording: string;
  givenAt: Date;
}

/** How many the file will have. */
export async function countContacts(tx: Transaction, coSignerId: string, now: Date) {
  const [row] = await tx
    .select({ contacts: count() })
    .from(consents)
    .innerJoin(signatures, eq(signatures.id, consents.signatureId))
    .where(and(eq(consents.coSignerId, coSignerId), isNull(consents.withdrawnAt), lte(consents.givenAt, now), eq(signatures.state, "confirmed")));
  return row?.contacts ?? 0;
}

/** Piece by piece, so that no process holds them all. Whoever takes the consent back while it is read is left out. */
export async function* writeContacts(coSignerId: string, now: Date): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(HEAD);
  let last: string | null = null;
  for (;;) {
    const found: Contact[] = await sql<Contact[]>`
      select k.id, s.name, s.email, s.country, k.wording, k.given_at as "givenAt" from consents k join signatures s on s.id = k.signature_id
      where k.co_signer_id = ${coSignerId} and (${last}::uuid is null or k.id > ${last}::uuid)
        and k.withdrawn_at is null and k.given_at <= ${now} and s.state = 'confirmed'
      order by k.id limit ${CONTACTS_A_PIECE}`;
    if (found.length > 0) yield found.map((one) => csvLine([one.name, one.email, one.country, one.wording, one.givenAt.toISOString()])).join("");
    if (found.length < CONTACTS_A_PIECE) return;
    last = found.at(-1)?.id ?? null;
  }
}
