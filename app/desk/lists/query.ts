import { FIRST, type Place, readPlace, writePlace } from "./cursor.ts";
import type { Sort } from "./definition.ts";
import { type Filter, namesOf, readFilter } from "./filter.ts";

/** What a list is asked for, as understood. */
export interface ListQuery {
  values: Readonly<Record<string, string>>;
  sort: Sort;
  isDescending: boolean;
  place: Place;
}

interface Offer {
  filters: readonly Filter[];
  sorts: readonly [Sort, ...Sort[]];
}

/** Reads the URL of a list. What cannot be understood or served is left out, and `notes` say so: it is never a failure. */
export function readQuery({ filters, sorts }: Offer, params: URLSearchParams): ListQuery & { notes: string[] } {
  const notes: string[] = [];
  const set: Filter[] = [];
  let values: Record<string, string> = {};
  for (const filter of filters) {
    const read = readFilter(filter, params);
    if (read.isBroken) notes.push(`“${filter.label}” could not be understood and was left out.`);
    if (Object.keys(read.values).length === 0) continue;
    const rival = set.find((other) => areApart(filter, other));
    if (rival) notes.push(`“${filter.label}” cannot be combined with “${rival.label}” and was left out.`);
    else {
      set.push(filter);
      values = { ...values, ...read.values };
    }
  }
  const order = readOrder({ set, sorts, values }, params.get("sort"), notes);
  const place = readPlace(params.get("page"), spellOrder(order), [...order.sort.keys.map(({ type }) => type), "uuid"]);
  if (!place) notes.push("The page that was asked for is not in this order. This is the first.");
  const known = new Set([...filters.flatMap(namesOf), "sort", "page"]);
  const strangers = [...new Set(params.keys())].filter((name) => !known.has(name));
  if (strangers.length > 0) notes.push("A part of the address is not known to this list and was left out.");
  return { values, ...order, place: place ?? FIRST, notes };
}

/** The query without "?", in one spelling for all that mean the same. */
export function writeQuery({ filters, sorts }: Offer, { values, place, ...order }: Omit<ListQuery, "place"> & { place?: Place }): string {
  const params = new URLSearchParams();
  for (const name of filters.flatMap(namesOf)) if (values[name]) params.set(name, values[name]);
  const isOwn = order.sort.name === ownSort(filters, sorts, values).name && order.isDescending === order.sort.isDescending;
  if (!isOwn) params.set("sort", spellOrder(order));
  const page = place && writePlace(place, spellOrder(order));
  if (page) params.set("page", page);
  return params.toString();
}

/** Whether an index brings this order under these filters. */
export function isServed(sort: Sort, filters: readonly Filter[], values: Readonly<Record<string, string>>): boolean {
  const set = filters.filter((filter) => namesOf(filter).some((name) => values[name]));
  const forced = set.find((filter) => filter.sort !== undefined)?.sort;
  if (forced !== undefined) return sort.name === forced;
  const isAlong = sort.along === undefined || set.every(({ name }) => sort.along?.includes(name));
  return isAlong && Object.entries(sort.needs ?? {}).every(([name, value]) => values[name] === value);
}

/** The order that a list takes under these values when none is asked for. */
export function ownSort(filters: readonly Filter[], sorts: Offer["sorts"], values: ListQuery["values"]): Sort {
  return sorts.find((sort) => isServed(sort, filters, values)) ?? sorts[0];
}

function readOrder(offer: { set: Filter[]; sorts: Offer["sorts"]; values: ListQuery["values"] }, asked: string | null, notes: string[]) {
  const { set, sorts, values } = offer;
  const fallback = ownSort(set, sorts, values);
  const name = asked?.replace(/^-/, "");
  const found = sorts.find((sort) => sort.name === name);
  if (!asked) return { sort: fallback, isDescending: fallback.isDescending };
  if (found && isServed(found, set, values)) return { sort: found, isDescending: asked.startsWith("-") };
  notes.push(found ? `With these filters the list cannot be sorted by “${found.title}”.` : "The order that was asked for is not known to this list.");
  return { sort: fallback, isDescending: fallback.isDescending };
}

function spellOrder({ sort, isDescending }: { sort: Sort; isDescending: boolean }) {
  return isDescending ? `-${sort.name}` : sort.name;
}

function areApart(one: Filter, other: Filter) {
  return one.apart?.includes(other.name) === true || other.apart?.includes(one.name) === true;
}
