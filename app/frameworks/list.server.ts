import { asc } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { frameworks } from "#db/schema/index.ts";

export async function listFrameworks() {
  return db.select({ id: frameworks.id, title: frameworks.title, edition: frameworks.edition, publisher: frameworks.publisher }).from(frameworks).orderBy(asc(frameworks.title), asc(frameworks.edition));
}
