import { messageStatus } from "#app/messages/status.ts";
import { listTargets } from "#app/retailers/targets.server.ts";
import { sql } from "#db/client.server.ts";
import type { deliveryState, messageState } from "#db/schema/index.ts";
import { chosen, daysWithin, type ListDefinition, yesOrNo } from "./define.server.ts";

export interface MessageRow {
  id: string;
  signatureId: string;
  signerName: string;
  retailerName: string;
  retailerSlug: string;
  subject: string;
  body: string;
  state: (typeof messageState.enumValues)[number];
  hasOwnWords: boolean;
  isReleased: boolean;
  isTested: boolean;
  isTargetPaused: boolean;
  hasContact: boolean;
  deliveryState: (typeof deliveryState.enumValues)[number] | null;
  createdAt: Date;
  queuedAt: Date | null;
}

const STATES = { held: "waiting", queued: "handed to the mail", cancelled: "cancelled" };

/** What signers wrote to retailers, and what became of it in the words of the signer's own page. */
export const messagesList: ListDefinition<MessageRow> = {
  name: "messages",
  title: "Messages",
  one: "message",
  many: "messages",
  nothingYet: "No signer has written to a retailer yet. They are asked to after signing, when the campaign has targets.",
  columns: [
    { name: "signer", title: "Signer", isHead: true, cell: ({ id, signerName }) => ({ text: signerName, thing: { subject: "message", id } }) },
    { name: "retailer", title: "Retailer", cell: ({ retailerName, retailerSlug }) => ({ text: retailerName, thing: { subject: "target", id: retailerSlug } }) },
    { name: "status", title: "State", cell: (row) => ({ text: statusFor(row), ...tone(row) }) },
    { name: "own", title: "Own words", cell: ({ hasOwnWords }) => ({ text: hasOwnWords ? "yes" : "" }) },
    { name: "subject", title: "Subject", isOnlyExported: true, cell: ({ subject }) => ({ text: subject }) },
    { name: "body", title: "Text", isOnlyExported: true, cell: ({ body }) => ({ text: body }) },
    { name: "written", title: "Written (UTC)", sort: "written", cell: ({ createdAt }) => ({ text: "", at: createdAt }) },
    { name: "queued", title: "Handed to the mail (UTC)", cell: ({ queuedAt }) => (queuedAt ? { text: "", at: queuedAt } : { text: "" }) },
  ],
  filters: [
    {
      kind: "one of", name: "retailer", label: "Retailer",
      options: async (campaignId) => (await listTargets(campaignId)).map(({ slug, name }) => ({ value: slug, word: name })),
    },
    { kind: "one of", name: "state", label: "State", options: Object.entries(STATES).map(([value, word]) => ({ value, word })) },
    { kind: "yes or no", name: "own", label: "Own words", yes: "With own words", no: "As the template has it" },
    { kind: "days", name: "written", label: "Written" },
  ],
  sorts: () => [{ name: "written", title: "Written", isDescending: true, keys: [{ column: sql`m.created_at`, type: "instant" }] }],
  acts: [{ name: "export", title: "Export…", act: "export" }],
  async source({ campaign, values }) {
    const targets = await listTargets(campaign.id);
    const asked = targets.filter(({ slug }) => values.retailer === undefined || slug === values.retailer);
    return {
      from: sql`messages m`,
      id: sql`m.id`,
      where: daysWithin(sql`m.created_at`, values, "written"),
      parts: [
        { column: sql`m.target_id`, type: "uuid", values: asked.map(({ id }) => id) },
        { column: sql`m.state`, type: "message_state", values: chosen(values.state, Object.keys(STATES)) },
        { column: sql`m.has_own_words`, type: "boolean", values: yesOrNo(values.own) },
      ],
    };
  },
  shown: () => ({
    columns: sql`m.id, s.id as "signatureId", s.name as "signerName", r.name as "retailerName", r.slug as "retailerSlug", m.subject, m.body,
      m.state, m.has_own_words as "hasOwnWords", m.released_at is not null as "isReleased", m.tested_at is not null as "isTested",
      t.paused_at is not null as "isTargetPaused", d.state as "deliveryState", m.created_at as "createdAt", m.queued_at as "queuedAt",
      exists (select from contacts k where k.retailer_id = r.id and k.state in ('new', 'working')) as "hasContact"`,
    joins: sql`join messages m on m.id = page.id join signatures s on s.id = m.signature_id
      join targets t on t.id = m.target_id join retailers r on r.id = t.retailer_id
      left join lateral (
        select state from deliveries where message_id = m.id and not is_test order by created_at desc limit 1
      ) d on true`,
  }),
};

/** As its signer reads it, but that they are spoken of. */
export function statusFor(row: MessageRow): string {
  const isTheSigners = row.state === "held" && !row.isReleased;
  return isTheSigners ? "waits for its signer to confirm it" : messageStatus(row);
}

function tone({ deliveryState: state }: MessageRow) {
  return state === "bounced" || state === "failed" || state === "suppressed" ? ({ tone: "attention" } as const) : {};
}
