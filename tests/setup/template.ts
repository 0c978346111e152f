import { randomBytes } from "node:crypto";
import postgres from "postgres";

export const TEMPLATE_DATABASE = "countersign_template";

/** A fresh, migrated database in the run's cluster: copying the template takes some 50 ms. */
export async function createTestDatabase(clusterUrl: string) {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const sql = postgres(clusterUrl, { max: 1, onnotice: () => {} });
  await sql`create database ${sql(name)} template ${sql(TEMPLATE_DATABASE)}`;
  return {
    url: Object.assign(new URL(clusterUrl), { pathname: name }).href,
    async drop() {
      await sql`drop database ${sql(name)} with (force)`;
      await sql.end();
    },
  };
}
