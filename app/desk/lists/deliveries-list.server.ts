import type { DeliveryState } from "#app/mail/delivery-states.ts";
import { sql } from "#db/client.server.ts";
import { cards } from "#emails/index.ts";
import type { Cell } from "./definition.ts";
import { chosen, daysWithin, type ListDefinition } from "./define.server.ts";
import { cardWord, DELIVERY_STATES, reasonWithoutAddress } from "./delivery-words.ts";

interface DeliveryRow {
  id: string;
  card: string;
  state: DeliveryState;
  reason: string | null;
  isTest: boolean;
  messageId: string | null;
  signatureId: string | null;
  signerName: string | null;
  /** Of a retailer only. */
  address: string | null;
  retailerName: string | null;
  dueAt: Date;
  sentAt: Date | null;
}

/** The mail of a campaign. A retailer's address is shown, a signer's is not. */
export const deliveriesList: ListDefinition<DeliveryRow> = {
  name: "deliveries",
  title: "Deliveries",
  one: "mail",
  many: "mails",
  nothingYet: "No mail has left for this campaign yet. The first goes to whoever signs.",
  columns: [
    { name: "to", title: "To", isHead: true, cell: addressee },
    { name: "address", title: "Address", cell: ({ address }) => ({ text: address ?? "" }) },
    { name: "kind", title: "Kind", cell: ({ card, messageId }) => ({ text: cardWord(card), ...(messageId ? { thing: { subject: "message", id: messageId } } : {}) }) },
    { name: "state", title: "State", cell: ({ state }) => ({ text: DELIVERY_STATES[state].word, ...(DELIVERY_STATES[state].isTrouble ? { tone: "attention" } : {}) }) },
    { name: "reason", title: "Reason", cell: (row) => ({ text: reasonOf(row), tone: "quiet" }) },
    { name: "due", title: "Due (UTC)", sort: "due", cell: ({ dueAt }) => ({ text: "", at: dueAt }) },
    { name: "sent", title: "Sent (UTC)", cell: ({ sentAt }) => (sentAt ? { text: "", at: sentAt } : { text: "" }) },
  ],
  filters: [
    { kind: "one of", name: "state", label: "State", options: Object.entries(DELIVERY_STATES).map(([value, { word }]) => ({ value, word })) },
    { kind: "one of", name: "kind", label: "Kind", options: Object.keys(cards).map((value) => ({ value, word: cardWord(value) })) },
    { kind: "days", name: "due", label: "Due" },
  ],
  sorts: () => [{ name: "due", title: "Due", isDescending: true, keys: [{ column: sql`d.due_at`, type: "instant" }] }],
  acts: [{ name: "export", title: "Export…", act: "export" }],
  source: ({ campaign, values }) => ({
    from: sql`deliveries d`,
    id: sql`d.id`,
    where: [sql`d.campaign_id = ${campaign.id}`, ...daysWithin(sql`d.due_at`, values, "due")],
    parts: [
      { column: sql`d.state`, type: "delivery_state", values: chosen(values.state, Object.keys(DELIVERY_STATES)) },
      { column: sql`d.card`, type: "text", values: chosen(values.kind, Object.keys(cards)) },
    ],
  }),
  shown: () => ({
    columns: sql`d.id, d.card, d.state, d.reason, d.is_test as "isTest", d.message_id as "messageId", s.id as "signatureId", s.name as "signerName",
      case when r.id is not null then d.to_address end as address, r.name as "retailerName", d.due_at as "dueAt", d.sent_at as "sentAt"`,
    joins: sql`join deliveries d on d.id = page.id
      left join signatures s on s.id = d.signature_id
      left join messages m on m.id = d.message_id and d.card = 'demands' and not d.is_test
      left join targets t on t.id = m.target_id
      left join retailers r on r.id = t.retailer_id`,
  }),
};

function addressee({ isTest, signatureId, signerName, retailerName }: DeliveryRow): Cell {
  if (isTest) return { text: "Organizers, as a test" };
  if (retailerName !== null) return { text: retailerName };
  if (signatureId && signerName !== null) return { text: signerName, thing: { subject: "signature", id: signatureId } };
  return { text: "Somebody of the team" };
}

function reasonOf({ reason, retailerName }: DeliveryRow) {
  if (reason === null) return "";
  return retailerName === null ? reasonWithoutAddress(reason) : reason;
}
