import type { BulkAct, Cell, Column, ListDefinition, Sort } from "./definition.ts";
import { type Filter, namesOf, sayFilter } from "./filter.ts";
import { isServed, type ListQuery, ownSort, writeQuery } from "./query.ts";

/** A list as its page shows it: words and queries, nothing that only a server knows. */
export interface ListView {
  name: string;
  title: string;
  one: string;
  many: string;
  nothingYet: string;
  columns: { name: string; title: string; isNumber: boolean; isHead: boolean; sort?: ColumnSort | undefined }[];
  rows: { id: string; cells: Cell[] }[];
  filters: FilterView[];
  /** The filters that stand, each with the query that takes it away. */
  chips: { words: string; query: string }[];
  /** What is shown, without the page: for a saved view, an export or a selection. */
  query: string;
  /** Hidden in the form of the filters, so that they keep the order. */
  sort: string | null;
  pager: { number: number | null; first?: string | undefined; previous?: string | undefined; next?: string | undefined; last?: string | undefined };
  total: { count: number; isMore: boolean };
  notes: string[];
  acts: Pick<BulkAct, "name" | "title">[];
  views: { id: string; name: string; query: string; isOpen: boolean }[];
}

interface ColumnSort {
  query: string;
  is: "ascending" | "descending" | "none";
}

export interface FilterView {
  kind: Filter["kind"];
  label: string;
  /** The label, and how a text is compared. */
  hint: string;
  fields: { name: string; value: string }[];
  options: { value: string; word: string }[];
}

interface Offer {
  filters: readonly Filter[];
  sorts: readonly [Sort, ...Sort[]];
}

export function viewColumns(list: ListDefinition, offer: Offer, query: ListQuery): ListView["columns"] {
  return shownColumns(list.columns, query.values).map(({ name, title, isNumber = false, isHead = false, sort }) => {
    const offered = offer.sorts.find((one) => one.name === sort && isServed(one, offer.filters, query.values));
    return { name, title, isNumber, isHead, ...(offered ? { sort: viewSort(offered, offer, query) } : {}) };
  });
}

/** What a page of the table has room for. */
export function shownColumns<Row>(columns: readonly Column<Row>[], values: ListQuery["values"]): Column<Row>[] {
  return columns.filter(({ isOnlyExported, isShownAlong }) => !isOnlyExported && (isShownAlong?.(values) ?? true));
}

/** The head of the present order turns it around; another begins as it is read best. */
function viewSort(sort: Sort, offer: Offer, { values, ...now }: ListQuery): ColumnSort {
  const isPresent = sort.name === now.sort.name;
  const isDescending = isPresent ? !now.isDescending : sort.isDescending;
  const present = now.isDescending ? "descending" : "ascending";
  return { query: `?${writeQuery(offer, { values, sort, isDescending })}`, is: isPresent ? present : "none" };
}

export function viewFilters(filters: readonly Filter[], values: ListQuery["values"]): FilterView[] {
  return filters.map((filter) => ({
    kind: filter.kind,
    label: filter.label,
    hint: filter.kind === "text" && filter.match === "begins with" ? `${filter.label} begins with` : filter.label,
    fields: namesOf(filter).map((name) => ({ name, value: values[name] ?? "" })),
    options: optionsOf(filter),
  }));
}

function optionsOf(filter: Filter) {
  if (filter.kind === "one of") return [...filter.options];
  if (filter.kind === "yes or no") return [{ value: "yes", word: filter.yes }, { value: "no", word: filter.no }];
  return [];
}

/** Without a filter the order may be one that no index brings any more; the list then takes its own. */
export function viewChips(offer: Offer, { values, sort, isDescending }: ListQuery): ListView["chips"] {
  return offer.filters.flatMap((filter) => {
    const words = sayFilter(filter, values);
    if (words === undefined) return [];
    const names = namesOf(filter);
    const left = Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
    const own = ownSort(offer.filters, offer.sorts, left);
    const kept = isServed(sort, offer.filters, left) ? { sort, isDescending } : { sort: own, isDescending: own.isDescending };
    return [{ words, query: `?${writeQuery(offer, { values: left, ...kept })}` }];
  });
}

interface ReadRows {
  rows: { keys: string[] }[];
  hasMore: boolean;
  isBackwards: boolean;
}

/** The ways from this page: none back from the first, none on from the last. */
export function viewPager(offer: Offer, query: ListQuery, { rows, hasMore, isBackwards }: ReadRows): ListView["pager"] {
  const { place } = query;
  const [top, bottom] = [rows[0], rows.at(-1)];
  const to = (there: ListQuery["place"]) => `?${writeQuery(offer, { ...query, place: there })}`;
  const number = numberOf(place);
  const isAtTop = place.kind === "first" || (isBackwards && !hasMore);
  const isAtBottom = place.kind === "last" || (!isBackwards && !hasMore);
  return {
    number: isAtTop && place.kind !== "last" ? 1 : number,
    ...(isAtTop || !top ? {} : { first: to({ kind: "first" }), previous: to({ kind: "before", keys: top.keys, number: before(number) }) }),
    ...(isAtBottom || !bottom ? {} : { next: to({ kind: "after", keys: bottom.keys, number: number === null ? null : number + 1 }), last: to({ kind: "last" }) }),
  };
}

function numberOf(place: ListQuery["place"]) {
  if (place.kind === "first") return 1;
  return place.kind === "last" ? null : place.number;
}

function before(number: number | null) {
  return number === null || number < 2 ? null : number - 1;
}
