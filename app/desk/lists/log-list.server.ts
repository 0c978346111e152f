import { actorOf, AUDIT_ACTS, AUDIT_SUBJECTS, type AuditSubject, changesInWords } from "#app/audit/words.ts";
import { sql } from "#db/client.server.ts";
import type { Fragment, Part } from "./definition.ts";
import { chosen, daysWithin, type ListDefinition } from "./define.server.ts";

interface LogRow {
  id: string;
  who: string | null;
  act: string;
  subject: AuditSubject;
  /** By which its page is found: of a target and of a contact the retailer's short name. Null once that is gone. */
  thingId: string | null;
  title: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  at: Date;
}

/** Who stands for what the clock and the command line did. */
const THE_HOUSE = "house";

/** Who did what to what, and when. Nothing in it is personal of signers. */
export const logList: ListDefinition<LogRow> = {
  name: "log",
  title: "Log",
  one: "entry",
  many: "entries",
  nothingYet: "Nothing has been done yet. Every change that somebody makes at this desk stands here from then on.",
  columns: [
    { name: "at", title: "When (UTC)", sort: "at", cell: ({ at }) => ({ text: "", at }) },
    { name: "who", title: "Who", isHead: true, cell: ({ who, subject }) => ({ text: actorOf({ by: who, subject }), ...(who === null ? { tone: "quiet" } : {}) }) },
    { name: "act", title: "Did", cell: ({ act }) => ({ text: act }) },
    { name: "subject", title: "To", cell: ({ subject }) => ({ text: subject }) },
    { name: "title", title: "Which", cell: ({ title, subject, thingId }) => ({ text: title, ...(thingId === null ? {} : { thing: { subject, id: thingId } }) }) },
    {
      name: "changes", title: "Before and after", cell: ({ before, after }) => ({ text: "", folded: changesInWords(before, after) }),
      exported: ({ before, after }) => changesInWords(before, after).join("; "),
    },
  ],
  filters: [
    { kind: "one of", name: "who", label: "Who", options: listWhoActed },
    { kind: "one of", name: "act", label: "Did", options: AUDIT_ACTS.map((word) => ({ value: word, word })) },
    { kind: "one of", name: "subject", label: "To", options: AUDIT_SUBJECTS.map((word) => ({ value: word, word })) },
    { kind: "days", name: "at", label: "When" },
  ],
  sorts: () => [{ name: "at", title: "When", isDescending: true, keys: [{ column: sql`e.at`, type: "instant" }] }],
  acts: [{ name: "export", title: "Export…", act: "export" }],
  source: ({ campaign, values }) => ({
    from: sql`audit_entries e`,
    id: sql`e.id`,
    where: [sql`e.campaign_id = ${campaign.id}`, ...byWhom(values.who), ...daysWithin(sql`e.at`, values, "at")],
    parts: partsOf(values),
  }),
  shown: () => ({
    columns: sql`e.id, o.name as who, e.act, e.subject, e.title, e.before, e.after, e.at,
      case e.subject
        when 'target' then (
          select r.slug from targets t join retailers r on r.id = t.retailer_id where t.campaign_id = e.campaign_id and t.id::text = e.subject_id)
        when 'contact' then (
          select r.slug from targets t join retailers r on r.id = t.retailer_id join contacts k on k.retailer_id = r.id
          where t.campaign_id = e.campaign_id and k.id::text = e.subject_id)
        else e.subject_id
      end as "thingId"`,
    joins: sql`join audit_entries e on e.id = page.id left join organizers o on o.id = e.organizer_id`,
  }),
};

/** Those of the team, and who has left it and did something. */
async function listWhoActed(campaignId: string) {
  const rows = await sql<{ value: string; word: string }[]>`
    select id::text as value, name as word from organizers o
    where exists (select from memberships m where m.campaign_id = ${campaignId} and m.organizer_id = o.id)
       or exists (select from audit_entries e where e.campaign_id = ${campaignId} and e.organizer_id = o.id)
    order by name`;
  return [...rows, { value: THE_HOUSE, word: "The house itself" }];
}

function byWhom(who: string | undefined): Fragment[] {
  if (who === undefined) return [];
  return who === THE_HOUSE ? [sql`e.organizer_id is null`] : [sql`e.organizer_id = ${who}`];
}

/** Verb and subject stand in one index; without either, another has the order alone. */
function partsOf({ act, subject }: Readonly<Record<string, string>>): Part[] {
  if (act === undefined && subject === undefined) return [];
  return [
    { column: sql`e.act`, type: "text", values: chosen(act, AUDIT_ACTS) },
    { column: sql`e.subject`, type: "text", values: chosen(subject, AUDIT_SUBJECTS) },
  ];
}
