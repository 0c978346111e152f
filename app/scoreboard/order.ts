import type { ContactAxisState } from "./contact-axis.ts";

/** The orders a reader may choose by link; without one, rows stand as the campaign lists its retailers. */
export const BOARD_ORDERS = ["name", "answered", "days"] as const;

export type BoardOrder = (typeof BOARD_ORDERS)[number];

interface Sortable {
  retailer: { name: string };
  contact: { state: ContactAxisState; daysSinceAsked: number | null };
}

/** Whatever a URL says, one of the orders or none. */
export function boardOrder(asked: string | null): BoardOrder | undefined {
  return BOARD_ORDERS.find((order) => order === asked);
}

/** Equal rows keep their order. By "answered": the farthest contact first. By "days": the earliest asked first. */
export function orderRows<Row extends Sortable>(rows: readonly Row[], order: BoardOrder | undefined): Row[] {
  if (!order) return [...rows];
  return rows.toSorted(COMPARE[order]);
}

const COMPARE: Record<BoardOrder, (one: Sortable, other: Sortable) => number> = {
  name: (one, other) => BY_NAME.compare(one.retailer.name, other.retailer.name),
  answered: (one, other) => CONTACT_RANK[other.contact.state] - CONTACT_RANK[one.contact.state],
  days: (one, other) => (other.contact.daysSinceAsked ?? -1) - (one.contact.daysSinceAsked ?? -1),
};

const BY_NAME = new Intl.Collator("en");

const CONTACT_RANK: Record<ContactAxisState, number> = {
  not_asked: 0, undeliverable: 1, asked: 2, acknowledged: 3, replied: 4,
};
