import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema/index.ts";

/** Everyday queries. Open only after `openDatabase`. */
export let db: ReturnType<typeof connect>;

/**
 * For hand-written statements, LISTEN and COPY. A client of its own, because Drizzle changes the parsers of the
 * one it is given: there a raw timestamp comes back as a string and a Date parameter throws.
 */
export let sql: postgres.Sql;

export type Transaction = Parameters<Parameters<typeof db.transaction>[0]>[0];

let everyday: postgres.Sql | undefined;

export function openDatabase(url: string, { connections = 10 } = {}) {
  // Without fetch_types: asking a new connection for the array types is a promise that nobody catches when it closes.
  const options = { max: connections, connect_timeout: 5, fetch_types: false, onnotice: () => {} };
  everyday = postgres(url, options);
  db = connect(everyday);
  sql = postgres(url, options);
}

/** Waits for running statements, at most five seconds. */
export async function closeDatabase() {
  await Promise.all([everyday?.end({ timeout: 5 }), sql?.end({ timeout: 5 })]);
}

function connect(client: postgres.Sql) {
  return drizzle(client, { schema, casing: "snake_case" });
}
