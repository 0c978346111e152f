import { eq } from "drizzle-orm";
import { db, sql } from "#db/client.server.ts";
import { campaigns } from "#db/schema/index.ts";
import type { ListDefinition, ListSource, Scope } from "./definition.ts";
import { sayFilter, sayFilterWithoutNames } from "./filter.ts";
import { countList, offerOf } from "./open-list.server.ts";
import { readQuery } from "./query.ts";
import { countAtMost, readPage, type Reading } from "./read-page.server.ts";
import type { Selection } from "./selection.ts";

/** Beyond the largest campaign that we know of. */
const ALL = 100_000_000;

export interface Selected {
  list: Pick<ListDefinition, "source" | "sorts">;
  reading: Omit<Reading, "place" | "limit">;
  /** The filters in words, for whoever is asked to confirm. */
  words: string;
  /** The same for the log: it names nobody. */
  wordsForLog: string;
  count(): Promise<number>;
  /** No further than a page needs. */
  countForPreview(): Promise<{ count: number; isMore: boolean }>;
}

/** The rows that a selection means in this campaign. Ids of another campaign are not among them, whatever the form says. */
export async function openSelection(list: ListDefinition, campaignId: string, selection: Selection): Promise<Selected> {
  const [campaign] = await db.select({ id: campaigns.id, isSample: campaigns.isSample }).from(campaigns).where(eq(campaigns.id, campaignId));
  if (!campaign) throw new Error("The campaign is gone.");
  const offer = await offerOf(list, campaign.id);
  const { values, sort, isDescending } = readQuery(offer, new URLSearchParams(selection.which === "all" ? selection.query : ""));
  const scope: Scope = { campaign, values, sort: sort.name };
  const say = (one: typeof sayFilter) => (selection.which === "ticked" ? "ticked" : offer.filters.flatMap((filter) => one(filter, values) ?? []).join("; ") || "all");
  const source = selection.which === "all" ? list : { source: tickedOnly(list, selection.ids), sorts: list.sorts };
  return {
    list: source,
    reading: { scope, sort, isDescending },
    words: say(sayFilter),
    wordsForLog: say(sayFilterWithoutNames),
    count: () => countAtMost(source, scope, ALL),
    countForPreview: () => (selection.which === "all" ? countList(list, scope) : countTicked(source, scope)),
  };
}

/** Rows of a selection in the order of the list; `after` is null once there are no more. */
export async function readSelected<Row extends object>(list: ListDefinition<Row>, selected: Selected, { after, limit }: { after: string[] | null; limit: number }) {
  const place = after ? ({ kind: "after", keys: after, number: null } as const) : ({ kind: "first" } as const);
  const page = await readPage({ ...list, source: selected.list.source }, { ...selected.reading, place, limit });
  return { rows: page.rows, after: page.hasMore ? (page.rows.at(-1)?.keys ?? null) : null };
}

/** A handful, found by their keys: no stretch of an index is read for them. */
function tickedOnly({ source }: ListDefinition, ids: string[]): ListDefinition["source"] {
  return async (scope): Promise<ListSource> => {
    const whole = await source(scope);
    return { ...whole, where: [...whole.where, sql`${whole.id} = any (array(select json_array_elements_text(${JSON.stringify(ids)}::text::json)::uuid))`] };
  };
}

async function countTicked(list: Pick<ListDefinition, "source" | "sorts">, scope: Scope) {
  return { count: await countAtMost(list, scope, ALL), isMore: false };
}
