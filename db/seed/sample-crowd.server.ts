import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { foldName } from "#app/signatures/fold-name.ts";
import type { Transaction } from "../client.server.ts";
import { diceOf, inventSigner, pick } from "./sample/people.ts";

const SIGNERS = 4_200;
const DAYS = 90;
const DAY_MS = 86_400_000;
/** What became of mails to shops, as often as each stands here. */
const FATES = [...Array.from({ length: 18 }, () => "delivered"), "sent", "sent", "delayed", "bounced", "failed"];

interface Crowd {
  campaignId: string;
  letterVersionId: string;
  targets: { id: string; contact: { id: string; email: string }; isWrittenTo: boolean; isReachable: boolean }[];
  now: Date;
}

/** Thousands of signers over three months, and what some of them wrote to the shops. The same crowd every time. */
export async function seedCrowd(tx: Transaction, { campaignId, letterVersionId, targets, now }: Crowd) {
  const dice = diceOf(1902);
  const signatures = Array.from({ length: SIGNERS }, (_, number) => inventSignature(dice, number, now));
  await insertRows(tx, "signatures", signatures.map((row) => ({ ...row, campaign_id: campaignId, letter_version_id: letterVersionId })));

  const asked = targets.filter(({ isWrittenTo }) => isWrittenTo);
  const writers = signatures.filter(({ state }) => state === "confirmed" && dice() < 0.16);
  const written = writers.flatMap((signature) =>
    asked
      .filter(() => dice() < 0.3)
      .map((target) => ({ target, signature, id: v7(), queued: target.isReachable })),
  );
  await insertRows(tx, "messages", written.map(inventMessage));
  await insertRows(tx, "deliveries", written.filter(({ queued }) => queued).map((message) => inventDelivery(dice, message, campaignId)));
  const opened = writers.filter(() => dice() < 0.2).map(({ id, confirmed_at: openedAt }) => ({
    id: v7(),
    signature_id: id,
    target_id: pick(dice, asked).id,
    program: pick(dice, ["mailto", "gmail", "outlook"]),
    opened_at: openedAt,
  }));
  await insertRows(tx, "openings", opened);
}

type Signature = ReturnType<typeof inventSignature>;
type Written = { target: Crowd["targets"][number]; signature: Signature; id: string; queued: boolean };

/** Many on the first days, fewer later, a second wave in the middle; by day more than by night. */
function inventSignature(dice: () => number, number: number, now: Date) {
  const { name, email, canonicalEmail, country, comment, isNameShown } = inventSigner(dice, number);
  const isSecondWave = dice() < 0.3;
  const daysIn = isSecondWave ? 45 + 20 * dice() ** 2 : DAYS * dice() ** 2.2;
  const hour = 7 + 15 * ((dice() + dice()) / 2);
  const created = Math.floor((now.getTime() - (DAYS - daysIn) * DAY_MS) / DAY_MS) * DAY_MS + hour * 3_600_000;
  const createdAt = new Date(Math.min(created, now.getTime() - 3_600_000 * dice()));
  const confirmedAt = new Date(Math.min(createdAt.getTime() + 60_000 * (1 + 50 * dice()), now.getTime()));
  const fate = dice();
  const state = fate < 0.07 ? "pending" : "confirmed";
  const isWithdrawn = fate > 0.992;
  return {
    id: v7(),
    name,
    email,
    canonical_email: canonicalEmail,
    name_key: foldName(name),
    country,
    comment,
    is_name_shown: isNameShown,
    state: isWithdrawn ? "withdrawn" : state,
    mail_count: 1,
    mailed_at: createdAt,
    created_at: createdAt,
    confirmed_at: state === "pending" ? null : confirmedAt,
    withdrawn_at: isWithdrawn ? confirmedAt : null,
    state_changed_at: confirmedAt,
  };
}

function inventMessage({ id, target, signature, queued }: Written) {
  return {
    id,
    signature_id: signature.id,
    target_id: target.id,
    subject: "Please sell appliances that stay ours",
    body: `${signature.comment ?? "I would like my next kettle to be mine."}\n\n${signature.name}`,
    has_own_words: signature.comment !== null,
    reply_route: "campaign",
    state: queued ? "queued" : "held",
    released_at: signature.confirmed_at,
    // As if its organizers had their copy: nothing of the sample is for the clock to send.
    tested_at: signature.confirmed_at,
    queued_at: queued ? signature.confirmed_at : null,
    created_at: signature.created_at,
    updated_at: signature.created_at,
  };
}

/** All of them have ended: nothing of the sample is ever due. */
function inventDelivery(dice: () => number, { id, target, signature }: Written, campaignId: string) {
  const state = pick(dice, FATES);
  return {
    id: v7(),
    card: "demands",
    to_address: target.contact.email,
    priority: 2,
    is_test: false,
    campaign_id: campaignId,
    message_id: id,
    contact_id: target.contact.id,
    state,
    reason: state === "failed" ? "The provider refused it." : null,
    due_at: signature.confirmed_at,
    sent_at: signature.confirmed_at,
    state_changed_at: signature.confirmed_at,
    created_at: signature.confirmed_at,
  };
}

/** One statement for thousands of rows: they travel as one JSON document, and the table's own types read it. */
async function insertRows(tx: Transaction, table: "signatures" | "messages" | "deliveries" | "openings", rows: Record<string, unknown>[]) {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.identifier(name)), sql`, `);
  await tx.execute(sql`
    insert into ${sql.identifier(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.identifier(table)}, ${JSON.stringify(rows)}::jsonb)`);
}
