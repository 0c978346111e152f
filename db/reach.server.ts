import postgres from "postgres";
import { DatabaseUnavailable } from "./unavailable.ts";

const OLDEST_MAJOR = 14;

/**
 * Connects once to a database that the operator named.
 * @throws DatabaseUnavailable when it is away, refuses us or is too old; never with the password in it.
 */
export async function reachDatabase(url: string) {
  const client = postgres(url, { max: 1, fetch_types: false, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await client<{ version: string }[]>`select current_setting('server_version_num') as version`;
    const major = Math.floor(Number(row?.version) / 10_000);
    if (major >= OLDEST_MAJOR) return;
    throw new DatabaseUnavailable(`DATABASE_URL leads to PostgreSQL ${major}; version ${OLDEST_MAJOR} or later is needed.`);
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    throw new DatabaseUnavailable(`DATABASE_URL: ${reason(error, new URL(url))}`);
  } finally {
    await client.end({ timeout: 1 });
  }
}

function reason(error: unknown, { host, pathname, username }: URL) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "28P01":
    case "28000":
      return `PostgreSQL at ${host} does not let ${username} in with this password.`;
    case "3D000":
      return `PostgreSQL at ${host} has no database ${pathname.slice(1)}; create it first.`;
    default:
      return `no PostgreSQL answers at ${host} (${code || "no reason given"}).`;
  }
}
