import { closeDatabase, openDatabase } from "#db/client.server.ts";
import { startEmbeddedDatabase } from "#db/embedded.server.ts";
import { migrateDatabase } from "#db/migrate.server.ts";
import { reachDatabase } from "#db/reach.server.ts";
import { env } from "./env.server.ts";
import { say } from "./log.server.ts";

/**
 * Opens the operator's database, or the one inside, at the newest schema. Resolves with how to close it.
 * @throws DatabaseUnavailable with one sentence for the operator.
 */
export async function openHouseDatabase() {
  const { url, stop } = await findDatabase();
  try {
    await migrateDatabase(url);
  } catch (error) {
    await stop();
    throw error;
  }
  // Where the clock works too, requests must not wait for its slow rounds.
  openDatabase(url, { connections: env.ROLE === "web" ? 10 : 20 });
  return async () => {
    await closeDatabase();
    await stop();
  };
}

async function findDatabase() {
  if (!env.DATABASE_URL) return startEmbeddedDatabase({ dataDir: env.DATA_DIR, onProgress: say });
  await reachDatabase(env.DATABASE_URL);
  return { url: env.DATABASE_URL, stop: async () => {} };
}
