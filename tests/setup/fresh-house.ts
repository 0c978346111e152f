import { inject } from "vitest";
import { closeDatabase, openDatabase } from "#db/client.server.ts";
import { testDatabaseUrl } from "./database.ts";
import { createTestDatabase } from "./template.ts";

/** Does something in a house that knows nothing of this one. */
export async function inFreshHouse<Result>(work: () => Promise<Result>): Promise<Result> {
  const fresh = await createTestDatabase(inject("clusterUrl"));
  await closeDatabase();
  openDatabase(fresh.url);
  try {
    return await work();
  } finally {
    await closeDatabase();
    await fresh.drop();
    openDatabase(testDatabaseUrl());
  }
}
