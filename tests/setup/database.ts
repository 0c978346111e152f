import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, openDatabase } from "#db/client.server.ts";
import { createTestDatabase } from "./template.ts";

let database: Awaited<ReturnType<typeof createTestDatabase>>;


/** Each test file has a database of its own; `testDatabaseUrl` names it for processes that a test starts. */
beforeAll(async () => {
  database = await createTestDatabase(inject("clusterUrl"));
  openDatabase(database.url);
});

afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

export function testDatabaseUrl() {
  return database.url;
}
