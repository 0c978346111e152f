import { sql } from "#db/client.server.ts";
import type { Place } from "./cursor.ts";
import type { Fragment, ListDefinition, ListSource, Scope, Sort } from "./definition.ts";

export interface Reading {
  scope: Scope;
  sort: Sort;
  isDescending: boolean;
  place: Place;
  limit: number;
}

/**
 * One page of a list in its order, and whether more follow on the side that was read towards. Each stretch of the
 * index gives at most a page of keys; only the rows of the page itself are looked up.
 */
export async function readPage<Row extends object>(list: ListDefinition<Row>, reading: Reading) {
  const { limit } = reading;
  const isBackwards = reading.place.kind === "last" || reading.place.kind === "before";
  const { query } = await pageQuery(list, reading, isBackwards);
  const rows = await sql<(Row & { listId: string; listKeys: string[] })[]>`${query}`;
  const hasMore = rows.length > limit;
  const kept = rows.slice(0, limit).map((row) => ({ id: row.listId, keys: row.listKeys, row }));
  return { rows: isBackwards ? kept.toReversed() : kept, hasMore, isBackwards };
}

/** The query of a page and one row more, apart so that a test can ask the planner what it makes of it. */
export async function pageQuery<Row extends object>(list: ListDefinition<Row>, reading: Reading, isBackwards = false): Promise<{ query: Fragment }> {
  const { sort, limit } = reading;
  const source = await list.source(reading.scope);
  const { columns, joins } = list.shown(reading.scope);
  const isDescending = reading.isDescending !== isBackwards;
  const query = sql`
    ${withPage(source, { ...reading, isDescending, limit: limit + 1 })}
    select ${columns}, page.id as "listId", json_build_array(${commas(sort.keys.map(asText))}, page.id::text) as "listKeys"
    from page ${joins}
    order by ${orderOf(sort, "page", isDescending)}`;
  return { query };
}

/** Ids in the order of the list, for work that goes through all of them. */
export async function readIds(list: Pick<ListDefinition, "source">, reading: Omit<Reading, "place"> & { after: readonly string[] | null }) {
  const { sort, isDescending, after } = reading;
  const place: Place = after ? { kind: "after", keys: after, number: null } : { kind: "first" };
  const rows = await sql<{ id: string; keys: string[] }[]>`
    ${withPage(await list.source(reading.scope), { ...reading, place })}
    select page.id, json_build_array(${commas(sort.keys.map(asText))}, page.id::text) as keys
    from page order by ${orderOf(sort, "page", isDescending)}`;
  return rows;
}

/** How many match, counted no further than `atMost`. */
export async function countAtMost(list: Pick<ListDefinition, "source" | "sorts">, scope: Scope, atMost: number): Promise<number> {
  const { query } = await countQuery(list, scope, atMost);
  const [row] = await sql<{ count: number }[]>`${query}`;
  return row?.count ?? 0;
}

/** Counts in the order of the list, or the planner would rather read the table; apart for the same reason as `pageQuery`. */
export async function countQuery(list: Pick<ListDefinition, "source" | "sorts">, scope: Scope, atMost: number): Promise<{ query: Fragment }> {
  const source = await list.source(scope);
  const most = constant(atMost);
  const sorts = list.sorts();
  const { keys } = sorts.find(({ name }) => name === scope.sort) ?? sorts[0];
  const order = commas([...keys.map(({ column }) => column), source.id]);
  const query = sql`
    ${withParts(source)}
    select count(*)::int as count from (
      select from part cross join lateral (
        select from ${source.from} where ${conditions(source)} order by ${order} limit ${most}
      ) one limit ${most}
    ) counted`;
  return { query };
}

function withPage(source: ListSource, { sort, isDescending, place, limit }: Omit<Reading, "scope">): Fragment {
  const keys = sort.keys.map(({ column }, index) => sql`${column} as ${sql(`k${index}`)}`);
  return sql`
    ${withParts(source)}, page as (
      select one.* from part cross join lateral (
        select ${source.id} as id, ${commas(keys)} from ${source.from}
        where ${conditions(source)} ${beyond(source, sort, place, isDescending)}
        order by ${commas([...sort.keys.map(({ column }) => column), source.id].map((key) => directed(key, isDescending)))}
        limit ${constant(limit)}
      ) one
      order by ${orderOf(sort, "one", isDescending)} limit ${constant(limit)}
    )`;
}

/**
 * The stretches of the index that are read. Kept apart by `materialized`, so that the planner does not fold a single
 * one into the conditions, where an index on an expression would not be recognised any more.
 */
function withParts({ parts }: ListSource): Fragment {
  if (parts.length === 0) return sql`with part as materialized (select 1)`;
  const rows = combinations(parts.map(({ values }) => values)).map((values) => Object.fromEntries(values.map((value, index) => [`p${index}`, value])));
  const columns = commas(parts.map(({ type }, index) => sql`${sql(`p${index}`)} ${typeOf(type)}`));
  return sql`with part as materialized (select * from json_to_recordset(${JSON.stringify(rows)}::text::json) as one (${columns}))`;
}

function conditions({ where, parts }: ListSource): Fragment {
  const all = [...where, ...parts.map(({ column }, index) => sql`${column} = part.${sql(`p${index}`)}`)];
  return all.reduce((done, next) => sql`${done} and ${next}`, sql`true`);
}

/** As one comparison of rows, which an index answers whole. */
function beyond(source: ListSource, sort: Sort, place: Place, isDescending: boolean): Fragment {
  if (place.kind === "first" || place.kind === "last") return sql``;
  const types = [...sort.keys.map(({ type }) => type), "uuid" as const];
  const keys = commas([...sort.keys.map(({ column }) => column), source.id]);
  const values = commas(place.keys.map((value, index) => sql`${value}::text::${typeOf(types[index])}`));
  return isDescending ? sql`and (${keys}) < (${values})` : sql`and (${keys}) > (${values})`;
}

function orderOf(sort: Sort, table: string, isDescending: boolean): Fragment {
  const keys = [...sort.keys.map((_, index) => sql`${sql(table)}.${sql(`k${index}`)}`), sql`${sql(table)}.id`];
  return commas(keys.map((key) => directed(key, isDescending)));
}

function directed(key: Fragment, isDescending: boolean): Fragment {
  return isDescending ? sql`${key} desc` : sql`${key} asc`;
}

/** Written out: a planner that does not know a limit expects a tenth of the table, and would rather sort. */
function constant(limit: number): Fragment {
  return sql.unsafe(String(Math.trunc(limit)));
}

/** An instant with all its microseconds. */
function asText({ type }: Sort["keys"][number], index: number): Fragment {
  const key = sql`page.${sql(`k${index}`)}`;
  return type === "instant" ? sql`to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` : sql`${key}::text`;
}

function typeOf(type = "text"): Fragment {
  return sql.unsafe(type === "instant" ? "timestamptz" : type);
}

function commas(fragments: readonly Fragment[]): Fragment {
  return fragments.reduce((done, next) => sql`${done}, ${next}`);
}

function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>((done, values) => done.flatMap((row) => values.map((value) => [...row, value])), [[]]);
}
