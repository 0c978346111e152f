import { may, type Role } from "#app/organizers/roles.ts";
import type { ListDefinition, Scope } from "./definition.ts";
import type { Filter } from "./filter.ts";
import { type ListView, shownColumns, viewChips, viewColumns, viewFilters, viewPager } from "./list-view.ts";
import { readQuery, writeQuery } from "./query.ts";
import { countAtMost, readPage } from "./read-page.server.ts";
import { listViews } from "./saved-views.server.ts";

const ROWS_A_PAGE = 50;
/** Nobody needs to know how many more; to count millions for each page would cost more than the page. */
export const COUNTED_TO = 10_000;

export interface Desk {
  campaign: Scope["campaign"];
  organizer: { id: string };
  role: Role;
}

/** A page of a list as the URL asks for it, for whoever is at the desk. */
export async function openList(list: ListDefinition, desk: Desk, params: URLSearchParams): Promise<ListView> {
  const { campaign, organizer, role } = desk;
  const offer = await offerOf(list, campaign.id);
  const { notes, ...query } = readQuery(offer, params);
  const scope = { campaign, values: query.values, sort: query.sort.name };
  const [page, total, views] = await Promise.all([
    readPage(list, { scope, ...query, limit: ROWS_A_PAGE }),
    countList(list, scope),
    listViews({ campaignId: campaign.id, organizerId: organizer.id, list: list.name }),
  ]);
  const { place: _, ...withoutPage } = query;
  const shown = writeQuery(offer, withoutPage);
  const columns = shownColumns(list.columns, query.values);
  const { name, title, one, many, nothingYet } = list;
  return {
    name, title, one, many, nothingYet, notes, total,
    columns: viewColumns(list, offer, query),
    rows: page.rows.map(({ id, row }) => ({ id, cells: columns.map((column) => column.cell(row)) })),
    filters: viewFilters(offer.filters, query.values),
    chips: viewChips(offer, query),
    query: shown,
    sort: new URLSearchParams(shown).get("sort"),
    pager: viewPager(offer, query, page),
    acts: list.acts.filter(({ act }) => may(role, act)).map((act) => ({ name: act.name, title: act.title })),
    views: views.map((view) => ({ ...view, isOpen: view.query === shown })),
  };
}

/** What can be asked of a list in one campaign: its options looked up. */
export async function offerOf(list: ListDefinition, campaignId: string) {
  const filters = await Promise.all(
    list.filters.map(async (filter): Promise<Filter> => {
      if (filter.kind !== "one of") return filter;
      return { ...filter, options: typeof filter.options === "function" ? await filter.options(campaignId) : filter.options };
    }),
  );
  return { filters, sorts: list.sorts() };
}

/** A query of this list in its one spelling, without a page; what it does not know is left out. */
export async function spellQuery(list: ListDefinition, campaignId: string, query: string): Promise<string> {
  const offer = await offerOf(list, campaignId);
  const { place: _, ...read } = readQuery(offer, new URLSearchParams(query));
  return writeQuery(offer, read);
}

export async function countList(list: ListDefinition, scope: Scope): Promise<ListView["total"]> {
  const known = await list.counted?.(scope);
  if (known !== undefined) return { count: known, isMore: false };
  const counted = await countAtMost(list, scope, COUNTED_TO + 1);
  return { count: Math.min(counted, COUNTED_TO), isMore: counted > COUNTED_TO };
}
