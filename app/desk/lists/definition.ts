import type postgres from "postgres";
import type { Act } from "#app/organizers/roles.ts";
import type { AuditSubject } from "#app/audit/words.ts";
import type { KeyType } from "./cursor.ts";
import type { Filter, Option } from "./filter.ts";

export type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** What a cell or a row leads to; the components know the address of each. */
export interface Thing {
  subject: AuditSubject;
  id: string;
}

export interface Cell {
  text: string;
  /** An instant, shown by its day and minute in UTC. */
  at?: Date | undefined;
  thing?: Thing | undefined;
  tone?: "quiet" | "attention" | undefined;
  /** The same list narrowed to what this cell says, as a query. */
  narrows?: string | undefined;
  /** Folded away until it is asked for: a line each. */
  folded?: readonly string[] | undefined;
}

export interface Column<Row> {
  name: string;
  title: string;
  cell(row: Row): Cell;
  /** In a file; the cell's instant or words when left out. */
  exported?(row: Row): string;
  /** The sort that its head offers. */
  sort?: string;
  isNumber?: boolean;
  /** The row's name. */
  isHead?: boolean;
  /** Too long for the table: only in files. */
  isOnlyExported?: boolean;
  /** Not for files, which are kept longer than what it says. */
  isNeverExported?: boolean;
  /** Shown only where these filters make it worth its room; always when left out. */
  isShownAlong?(values: Readonly<Record<string, string>>): boolean;
}

/** What can be done with ticked rows, or with all that match. */
export interface BulkAct {
  name: "release" | "remove" | "restore" | "export";
  title: string;
  act: Act;
}

export interface Sort {
  name: string;
  title: string;
  /** From the first; the row's id goes last, so that no two rows stand in the same place. */
  keys: readonly { column: Fragment; type: KeyType }[];
  isDescending: boolean;
  /** The filters that an index serves together with this order; all of them when left out. */
  along?: readonly string[];
  /** Values that must stand for it to be offered. */
  needs?: Readonly<Record<string, string>>;
}

/** Whose list it is, what it is narrowed to, and by the name of which order it is read. */
export interface Scope {
  campaign: { id: string; isSample: boolean };
  values: Readonly<Record<string, string>>;
  sort: string;
}

/**
 * A column that stands in the index before the order, and all that it can hold. When no filter says which, the list
 * is read from one stretch of the index for each, and the stretches are merged: so that any such filter may be left
 * out or combined, and a page costs a few rows of each stretch and never a scan.
 */
export interface Part {
  column: Fragment;
  type: "text" | "uuid" | "boolean" | "signature_state" | "message_state" | "delivery_state";
  values: readonly string[];
}

export interface ListSource {
  from: Fragment;
  /** The key of a row, a uuid. */
  id: Fragment;
  /** What is true of every row of the list, and the filters that are no parts. */
  where: readonly Fragment[];
  parts: readonly Part[];
}

/** A list of the desk: all that is said of one, and all that a new one needs. */
export interface ListDefinition<Row extends object = object> {
  /** In the URL of its views and exports. */
  name: string;
  title: string;
  one: string;
  many: string;
  /** What to do when there is nothing yet. */
  nothingYet: string;
  columns: readonly Column<Row>[];
  filters: readonly Filter<readonly Option[] | ((campaignId: string) => Promise<readonly Option[]>)>[];
  /** The first is the list's own. */
  sorts(): readonly [Sort, ...Sort[]];
  acts: readonly BulkAct[];
  source(scope: Scope): ListSource | Promise<ListSource>;
  /** What is shown of the rows in `page`, a table with their `id`: the columns, and where they come from. */
  shown(scope: Scope): { columns: Fragment; joins: Fragment };
  /** How many, where something that is counted already knows it. */
  counted?(scope: Scope): Promise<number | undefined>;
}
