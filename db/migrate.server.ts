import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Any number: it only has to be the same for every process that migrates. */
const MIGRATION_LOCK = 2019_02_12;

/** Brings a database to the newest schema. Processes that start together take turns. */
export async function migrateDatabase(url: string, migrationsFolder = "db/migrations") {
  const client = postgres(url, { max: 1, fetch_types: false, connect_timeout: 5, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}
