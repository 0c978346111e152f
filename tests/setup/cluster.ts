import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbeddedDatabase } from "#db/embedded.server.ts";
import { migrateDatabase } from "#db/migrate.server.ts";
import { TEMPLATE_DATABASE } from "./template.ts";

declare module "vitest" {
  interface ProvidedContext {
    clusterUrl: string;
  }
}

interface Cluster {
  url: string;
  stop(): Promise<void>;
}

declare global {
  /** Projects that run together share one cluster; the last to leave stops it. */
  var testCluster: { started: Promise<Cluster>; users: number } | undefined;
}

/** A PostgreSQL of its own for the whole run, with a migrated database to copy. */
export default async function setup(project: TestProject) {
  globalThis.testCluster ??= { started: startCluster(), users: 0 };
  const shared = globalThis.testCluster;
  shared.users += 1;
  const cluster = await shared.started;
  project.provide("clusterUrl", cluster.url);
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) await cluster.stop();
  };
}

async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-test-"));
  chmodSync(folder, 0o755);
  const database = await startEmbeddedDatabase({ dataDir: folder, onProgress: () => {} });
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  await sql`create database ${sql(TEMPLATE_DATABASE)}`;
  await sql.end();
  await migrateDatabase(Object.assign(new URL(database.url), { pathname: TEMPLATE_DATABASE }).href);
  return {
    url: database.url,
    async stop() {
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
