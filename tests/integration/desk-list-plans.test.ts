import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { FIRST } from "#app/desk/lists/cursor.ts";
import type { Fragment, ListDefinition } from "#app/desk/lists/definition.ts";
import { deliveriesList } from "#app/desk/lists/deliveries-list.server.ts";
import { logList } from "#app/desk/lists/log-list.server.ts";
import { messagesList } from "#app/desk/lists/messages-list.server.ts";
import { offerOf } from "#app/desk/lists/open-list.server.ts";
import { readQuery } from "#app/desk/lists/query.ts";
import { countQuery, pageQuery, readPage } from "#app/desk/lists/read-page.server.ts";
import { signaturesList } from "#app/desk/lists/signatures-list.server.ts";
import { changedSinceConfirmed, everyConfirmed, everyStretch } from "#app/signatures/stretches.server.ts";
import { sql } from "#db/client.server.ts";
import { aTarget } from "#tests/build.ts";
import { aListedCampaign } from "./desk-list-steps.ts";
import { fillDesk } from "#tests/load/desk-crowd.ts";
import { testDatabaseUrl } from "#tests/setup/database.ts";

const SIGNATURES = 20_000;
/** A page, once from each stretch of an index, and again a lookup of each row: as many in a table of millions. */
const ROWS_MAX = 4_000;
const COUNTED = 200;

let here: Awaited<ReturnType<typeof aListedCampaign>>;

beforeAll(async () => {
  here = await aListedCampaign();
  for (const name of ["Corner Shop", "Big Market"]) await aTarget(here.campaign.id, { name });
  const filling = postgres(testDatabaseUrl(), { max: 1, onnotice: () => {} });
  await fillDesk(filling, here.campaign.id, SIGNATURES);
  await filling.end();
}, 240_000);

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string | undefined;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number | undefined;
  Plans?: PlanNode[] | undefined;
}

const Plan: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    "Node Type": z.string(),
    "Relation Name": z.string().optional(),
    "Actual Rows": z.number(),
    "Actual Loops": z.number(),
    "Rows Removed by Filter": z.number().optional(),
    Plans: z.array(Plan).optional(),
  }),
);
const Explained = z.array(z.object({ "QUERY PLAN": z.array(z.object({ Plan })) }));

const LARGE = ["signatures", "screened_signings", "messages", "deliveries", "audit_entries"];

/** Which large tables a page reads whole, and how many of their rows it touches at all. */
async function costOf(list: ListDefinition, query: string, at: "first" | "middle" | "last") {
  const offer = await offerOf(list, here.campaign.id);
  const { notes, values, sort, isDescending } = readQuery(offer, new URLSearchParams(query));
  expect(notes).toEqual([]);
  const reading = { scope: { campaign: here.campaign, values, sort: sort.name }, sort, isDescending, place: FIRST, limit: 50 };
  const { rows } = await readPage(list, reading);
  const keys = rows.at(-1)?.keys ?? [];
  const place = at === "middle" && keys.length > 0 ? ({ kind: "after", keys, number: 2 } as const) : FIRST;
  const { query: asked } = await pageQuery(list, { ...reading, place }, at === "last");
  const { query: counted } = await countQuery(list, reading.scope, COUNTED);
  return { page: await explain(asked), count: await explain(counted) };
}

/**
 * A table of thousands is soon read whole, and a planner that may would. Whether an index has the answer, as it must
 * when they are millions, is seen when it would rather not: without an index it still reads the table.
 */
async function explain(asked: Fragment) {
  const [explained] = await sql.begin(async (tx) => {
    await tx`set local enable_seqscan = off`;
    await tx`set local enable_bitmapscan = off`;
    return Explained.parse(await tx`explain (analyze, timing off, format json) ${asked}`);
  });
  const nodes = explained?.["QUERY PLAN"].flatMap(({ Plan: top }) => flatten(top)) ?? [];
  const large = nodes.filter((node) => LARGE.includes(node["Relation Name"] ?? ""));
  const touched = (node: PlanNode) => (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];
  return {
    whole: large.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"]),
    touched: Math.round(large.reduce((sum, node) => sum + touched(node), 0)),
  };
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}

const ASKED: [ListDefinition, string[]][] = [
  [
    signaturesList,
    [
      "", "sort=signed", "sort=name", "sort=-name", "state=confirmed", "state=confirmed&sort=-confirmed", "state=confirmed&sort=confirmed", "state=suspect",
      "country=IS", "country=IS&state=suspect&comment=yes", "country=AQ", "source=press", "source=press&state=pending&shown=no", "source=nobody", "shown=no", "comment=yes",
      "state=confirmed&country=US&shown=yes&comment=yes&signed-from=2020-01-01&signed-until=2050-01-01", "name=a", "name=zzz",
      "why=trap", "why=trap&state=suspect", "why=trap&state=confirmed&signed-from=2020-01-01", "at-from=2020-01-01T21:05&at-until=2050-01-01T21:05&state=suspect",
      "network=198.51.97.0%2F24", "network=198.51.97.0%2F24&sort=signed&at-from=2020-01-01T21:05", "domain=bots.example", "domain=gmail.com&signed-from=2020-01-01", "same-name=nobody",
    ],
  ],
  [messagesList, ["", "sort=written", "state=held", "state=cancelled", "own=yes", "state=queued&own=no&written-from=2020-01-01"]],
  [deliveriesList, ["", "sort=due", "state=bounced", "kind=demands", "state=bounced&kind=confirm-signature", "state=failed", "kind=my-page&due-until=2050-01-01"]],
  [logList, ["", "sort=at", "who=house", "act=changed", "subject=letter", "act=changed&subject=letter&at-from=2020-01-01", "act=restored", "who=house&act=changed&subject=job"]],
];

const QUERIES = ASKED.flatMap(([list, queries]) => queries.map((query) => ({ list, name: list.name, query })));

/** What came from one place is read by its traces, each with its signature. */
function tablesOf(query: string) {
  return /^(network|domain|same-name)=/.test(query) ? 2 : 1;
}

describe("each page and its count come from an index and read little more than themselves", () => {
  test.each(QUERIES)("$name?$query", async ({ list, query }) => {
    for (const place of ["first", "middle", "last"] as const) {
      const { page, count } = await costOf(list, query, place);
      expect({ place, ...page, isCheap: page.touched < ROWS_MAX }).toMatchObject({ place, whole: [], isCheap: true });
      expect({ ...count, isCheap: count.touched <= COUNTED * tablesOf(query) }).toMatchObject({ whole: [], isCheap: true });
    }
  });
});

describe("questions of the clock and of signers come from an index too", () => {
  const hourAgo = new Date(Date.now() - 3_600_000);
  const questions = {
    "what was signed since": () => sql`select from signatures where campaign_id = ${here.campaign.id} and ${everyStretch()} and created_at >= ${hourAgo}`,
    "what was confirmed since": () => sql`select from signatures where campaign_id = ${here.campaign.id} and ${everyConfirmed()} and confirmed_at >= ${hourAgo}`,
    "which suspicions a campaign knows": () => sql`
      select suspicion from signatures where campaign_id = ${here.campaign.id} and suspicion is not null order by suspicion limit 1`,
    "what changed afterwards": () => sql`select from signatures where campaign_id = ${here.campaign.id} and ${changedSinceConfirmed()} and state_changed_at >= ${hourAgo}`,
    "whose names are shown": () => sql`
      select from signatures where campaign_id = ${here.campaign.id} and state = 'confirmed' and is_name_shown = true order by confirmed_at desc limit 12`,
    "what one signer wrote": () => sql`select from messages where signature_id = (select id from signatures where campaign_id = ${here.campaign.id} limit 1)`,
    "whose request is not confirmed": () => sql`select from signatures where campaign_id = ${here.campaign.id} and state = 'suspect'`,
  };
  test.each(Object.entries(questions))("%s", async (_, ask) => {
    const { whole, touched } = await explain(ask());
    expect({ whole, touched, isFew: touched < SIGNATURES / 50 }).toMatchObject({ whole: [], isFew: true });
  });
});
