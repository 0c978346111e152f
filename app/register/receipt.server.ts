import { sql } from "#db/client.server.ts";
import { toHex } from "./bytes.ts";
import { ownerOf, saltOf } from "./entry.ts";
import { findHeadOver } from "./heads.server.ts";
import { listKeys } from "./keys.server.ts";
import { entryOf, type EntryRow, hashStretches } from "./nodes.server.ts";
import { sha256 } from "./node-tools.server.ts";
import { type Receipt, RECEIPT_FORMAT } from "./receipt.ts";
import { inclusionPath } from "./tree-proofs.ts";

type Row = EntryRow & {
  campaignId: string;
  secret: Buffer;
  letter: string;
  country: string;
  confirmedOn: string;
  owner: Buffer;
  address: string;
  email: string;
  isCounted: boolean;
};

/**
 * A signature's receipt, to the newest signed state. "waiting" until the clock has entered and signed it, at most two
 * minutes after it was confirmed; "none" for one that never counted, or whose data are erased.
 */
export async function findReceipt(signatureId: string): Promise<{ outcome: "found"; receipt: Receipt; isCounted: boolean } | { outcome: "waiting" | "none" }> {
  const row = await readRow(signatureId);
  if (!row) return { outcome: (await countsWithout(signatureId)) ? "waiting" : "none" };
  const head = await findHeadOver(row.campaignId, row.position);
  const key = head && (await listKeys()).find(({ id }) => id === head.key);
  if (!head || !key) return { outcome: "waiting" };
  const path = await hashStretches(sql, row.campaignId, inclusionPath(row.position, head.size));
  const receipt: Receipt = {
    format: RECEIPT_FORMAT,
    entry: { position: row.position, ...entryOf(row) },
    salt: toHex(saltOf(sha256, row.secret)),
    committed: { campaign: row.campaignId, letter: row.letter, country: row.country, confirmedOn: row.confirmedOn, owner: toHex(row.owner) },
    ...showOwnership(row),
    head,
    path: path.map(toHex),
    key: { id: key.id, publicKey: key.publicKey },
  };
  return { outcome: "found", receipt, isCounted: row.isCounted };
}

/** By the address that was entered: since then a rule for its mail domain may read it otherwise. Where neither is it, the receipt names no owner. */
function showOwnership({ secret, owner, address, email }: Row) {
  const entered = [address, email.toLowerCase()].find((one) => ownerOf(sha256, secret, one) === toHex(owner));
  return entered === undefined ? {} : { ownership: { secret: toHex(secret), address: entered } };
}

async function readRow(signatureId: string) {
  const [row] = await sql<Row[]>`
    select r.campaign_id as "campaignId", r.secret, r.letter, r.country, r.confirmed_on as "confirmedOn", r.owner, r.is_counted as "isCounted",
      s.canonical_email as address, s.email, e.position, e.kind, e.hour, e.commitment, e.meant
    from register_secrets r join signatures s on s.id = r.signature_id
    join register_entries e on e.campaign_id = r.campaign_id and e.position = r.position
    where r.signature_id = ${signatureId}`;
  return row;
}

async function countsWithout(signatureId: string) {
  const [signature] = await sql<{ state: string }[]>`select state from signatures where id = ${signatureId} and canonical_email not like 'erased:%'`;
  return signature?.state === "confirmed";
}
