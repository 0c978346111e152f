import { sql } from "#db/client.server.ts";

/** Whether the database answers just now. */
export async function hasDatabase() {
  return sql`select 1`.then(
    () => true,
    () => false,
  );
}
