import { enterSignatures } from "#app/register/enter.server.ts";
import type { Finding } from "#app/register/finding.ts";
import type { ReceiptUrls } from "#app/register/mail-receipts.server.ts";
import { findReceipt } from "#app/register/receipt.server.ts";
import { db, sql } from "#db/client.server.ts";
import { signatures } from "#db/schema/index.ts";
import { after, type OpenLetter } from "./signing-steps.ts";

/** Steps that the stories of the register share. */
export const receiptUrls: ReceiptUrls = {
  me: (token) => `https://countersign.example/me/${token}`,
  verify: (slug) => `https://countersign.example/letters/${slug}/verify`,
};

let born = 0;

/** So many people who confirmed, a second apart, every third with the name shown. */
export function aCrowd({ campaign, letter }: OpenLetter, size: number, from: Date) {
  const people = Array.from({ length: size }, (_, turn) => {
    const email = `crowd-${(born += 1)}@example.org`;
    const at = after(turn / 60, from);
    return {
      campaignId: campaign.id, letterVersionId: letter.id, name: "Ada Lovelace", email, canonicalEmail: email, country: "GB", isNameShown: turn % 3 === 0,
      state: "confirmed" as const, confirmedAt: at, stateChangedAt: at, createdAt: at,
    };
  });
  return db.insert(signatures).values(people).returning();
}

export function enters(now: Date) {
  return enterSignatures(receiptUrls, undefined, now);
}

/** "0 confirmed", "2 ended 0": what the register of a campaign says. */
export async function entriesOf(campaignId: string): Promise<string[]> {
  const rows = await sql<{ position: number; kind: string; meant: number | null }[]>`
    select position, kind, meant from register_entries where campaign_id = ${campaignId} order by position`;
  return rows.map(({ position, kind, meant }) => [position, kind, meant].filter((part) => part !== null).join(" "));
}

export async function markOf(campaignId: string) {
  const [mark] = await sql<{ size: number; count: number; imported: number }[]>`select size, count, imported from register_marks where campaign_id = ${campaignId}`;
  return mark;
}

export async function receiptOf(signatureId: string) {
  const found = await findReceipt(signatureId);
  if (found.outcome !== "found") throw new Error(`There is no receipt: ${found.outcome}.`);
  return found.receipt;
}

export function faultsIn(findings: readonly Finding[]) {
  return findings.filter(({ fits }) => !fits).map(({ sentence }) => sentence);
}
