import type { ResponseKind } from "#app/responses/response-words.ts";
import { CONTACT_STATES, type ContactState } from "#app/retailers/contact-states.ts";
import { contactMeaning, contactState } from "#app/scoreboard/contact-axis.ts";
import { countryName, listCountries } from "#app/signatures/countries.ts";
import { sql } from "#db/client.server.ts";
import type { Cell, Fragment } from "./definition.ts";
import type { ListDefinition } from "./define.server.ts";

/** Further than this a retailer's messages are not counted. */
const COUNTED = 1_000;

interface RetailerRow {
  id: string;
  slug: string;
  name: string;
  country: string;
  targetId: string | null;
  askedOn: string | null;
  isPaused: boolean;
  contactStates: ContactState[];
  responses: { kind: ResponseKind; happenedOn: string }[];
  hasSent: boolean;
  waiting: number;
  handed: number;
}

/**
 * The directory that all campaigns share, and beside each retailer how it stands in this one. A directory has some
 * hundreds of rows, so that what no index knows is looked at row by row.
 */
export const retailersList: ListDefinition<RetailerRow> = {
  name: "retailers",
  title: "Retailers",
  one: "retailer",
  many: "retailers",
  nothingYet: "The directory is empty. Add a retailer in the set-up of the campaign.",
  columns: [
    { name: "name", title: "Retailer", isHead: true, sort: "name", cell: ({ name, slug, targetId }) => ({ text: name, ...(targetId ? { thing: { subject: "target", id: slug } } : {}) }) },
    { name: "country", title: "Country", cell: ({ country }) => ({ text: countryName(country, "en") }), exported: ({ country }) => country },
    { name: "target", title: "In this campaign", cell: inCampaign },
    { name: "contact", title: "Contact state", cell: (row) => ({ text: row.targetId ? contactOf(row) : "" }) },
    { name: "addresses", title: "Addresses", cell: addresses },
    { name: "asked", title: "Asked on", cell: ({ askedOn }) => ({ text: askedOn ?? "" }) },
    { name: "waiting", title: "Waiting", isNumber: true, cell: ({ targetId, waiting }) => count(targetId, waiting) },
    { name: "handed", title: "Handed to the mail", isNumber: true, cell: ({ targetId, handed }) => count(targetId, handed) },
  ],
  filters: [
    { kind: "yes or no", name: "target", label: "In this campaign", yes: "Asked by this campaign", no: "Only in the directory" },
    { kind: "one of", name: "country", label: "Country", options: listCountries("en").map(({ code, name }) => ({ value: code, word: name })) },
    { kind: "yes or no", name: "paused", label: "Sending", yes: "Paused", no: "Not paused" },
    { kind: "yes or no", name: "reachable", label: "Working address", yes: "With a working address", no: "Without a working address" },
    { kind: "text", name: "name", label: "Name", match: "begins with", max: 120 },
  ],
  sorts: () => [{ name: "name", title: "Name", isDescending: false, keys: [{ column: sql`lower(r.name) collate "C"`, type: "text" }] }],
  acts: [{ name: "export", title: "Export…", act: "export" }],
  source({ campaign, values: { country, target, paused, reachable, name } }) {
    const isTarget = sql`exists (select from targets o where o.campaign_id = ${campaign.id} and o.retailer_id = r.id)`;
    const isPaused = sql`exists (select from targets o where o.campaign_id = ${campaign.id} and o.retailer_id = r.id and o.paused_at is not null)`;
    const isReachable = sql`exists (select from contacts k where k.retailer_id = r.id and k.state in ('new', 'working'))`;
    return {
      from: sql`retailers r`,
      id: sql`r.id`,
      parts: [],
      where: [
        sql`r.is_sample = ${campaign.isSample}`,
        ...(country ? [sql`r.country = ${country}`] : []),
        ...(name ? [sql`starts_with(lower(r.name), lower(${name}::text))`] : []),
        ...is(isTarget, target),
        ...is(isPaused, paused),
        ...is(isReachable, reachable),
      ],
    };
  },
  shown: ({ campaign }) => ({
    columns: sql`r.id, r.slug, r.name, r.country, t.id as "targetId", to_char(t.asked_on, 'YYYY-MM-DD') as "askedOn", t.paused_at is not null as "isPaused",
      coalesce((select json_agg(k.state order by k.created_at) from contacts k where k.retailer_id = r.id), '[]'::json) as "contactStates",
      coalesce((
        select json_agg(json_build_object('kind', p.kind, 'happenedOn', to_char(p.happened_on, 'YYYY-MM-DD')))
        from responses p where p.target_id = t.id and p.published_at is not null
      ), '[]'::json) as responses,
      exists (
        select from messages m join deliveries d on d.message_id = m.id and not d.is_test and d.state in ('sent', 'delivered', 'delayed', 'complained')
        where m.target_id = t.id and m.state = 'queued'
      ) as "hasSent",
      (select count(*)::int from (
        select from messages m where m.target_id = t.id and m.state = 'held' and m.released_at is not null limit ${sql.unsafe(String(COUNTED + 1))}
      ) one) as waiting,
      (select count(*)::int from (
        select from messages m where m.target_id = t.id and m.state = 'queued' limit ${sql.unsafe(String(COUNTED + 1))}
      ) one) as handed`,
    joins: sql`join retailers r on r.id = page.id left join targets t on t.retailer_id = r.id and t.campaign_id = ${campaign.id}`,
  }),
};

function is(condition: Fragment, value: string | undefined): Fragment[] {
  if (value === undefined) return [];
  return value === "yes" ? [condition] : [sql`not ${condition}`];
}

function inCampaign({ targetId, isPaused }: RetailerRow): Cell {
  if (targetId === null) return { text: "no", tone: "quiet" };
  return isPaused ? { text: "paused", tone: "attention" } : { text: "yes" };
}

function contactOf({ askedOn, hasSent, contactStates, responses }: RetailerRow) {
  const facts = { askedOn, sentMessages: hasSent ? 1 : 0, hasContacts: contactStates.length > 0, hasWorkingContact: works(contactStates), responses };
  return contactMeaning(contactState(facts)).word;
}

function addresses({ contactStates }: RetailerRow): Cell {
  if (works(contactStates)) return { text: String(contactStates.length) };
  return { text: contactStates.length === 0 ? "none" : `${contactStates.length}, none working`, tone: "attention" };
}

function works(states: readonly ContactState[]) {
  return states.some((state) => CONTACT_STATES[state].canBeWrittenTo);
}

function count(targetId: string | null, messages: number): Cell {
  if (targetId === null) return { text: "" };
  return { text: messages > COUNTED ? `more than ${COUNTED.toLocaleString("en")}` : messages.toLocaleString("en") };
}
