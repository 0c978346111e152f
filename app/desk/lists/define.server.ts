import { sql } from "#db/client.server.ts";
import type { Fragment } from "./definition.ts";

export type { ListDefinition } from "./definition.ts";

/** A value that was chosen, or all that there are. */
export function chosen(value: string | undefined, all: readonly string[]): readonly string[] {
  return value === undefined ? all : [value];
}

export function yesOrNo(value: string | undefined): readonly string[] {
  if (value === undefined) return ["true", "false"];
  return value === "yes" ? ["true"] : ["false"];
}

/** Both minutes belong to it. */
export function minutesWithin(column: Fragment, values: Readonly<Record<string, string>>, name: string): Fragment[] {
  const from = values[`${name}-from`];
  const until = values[`${name}-until`];
  return [
    ...(from ? [sql`${column} >= ${`${from}Z`}::text::timestamptz`] : []),
    ...(until ? [sql`${column} < ${`${until}Z`}::text::timestamptz + interval '1 minute'`] : []),
  ];
}

/** Both days belong to it; days are those of UTC. */
export function daysWithin(column: Fragment, values: Readonly<Record<string, string>>, name: string): Fragment[] {
  const from = values[`${name}-from`];
  const until = values[`${name}-until`];
  return [
    ...(from ? [sql`${column} >= ${`${from}T00:00:00Z`}::text::timestamptz`] : []),
    ...(until ? [sql`${column} < ${`${until}T00:00:00Z`}::text::timestamptz + interval '1 day'`] : []),
  ];
}
