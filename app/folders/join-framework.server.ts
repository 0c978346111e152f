import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { criteria, frameworks } from "#db/schema/index.ts";
import type { FolderFramework } from "./folder-campaign.ts";

/** The house's framework of this slug, as it is; a new one from the folder where there is none. */
export async function joinFramework(tx: Transaction, { criteria: standards, ...framework }: FolderFramework) {
  const [added] = await tx.insert(frameworks).values(framework).onConflictDoNothing().returning({ id: frameworks.id });
  if (added) {
    const rows = standards.map((standard, position) => ({ frameworkId: added.id, position, ...standard }));
    if (rows.length > 0) await tx.insert(criteria).values(rows);
    return { id: added.id, leftAsItIs: [] };
  }
  const [known] = await tx.select({ id: frameworks.id }).from(frameworks).where(eq(frameworks.slug, framework.slug));
  if (!known) throw new Error("The framework went away.");
  return { id: known.id, leftAsItIs: [`The framework “${framework.title}” was in this house before. It stays as it is here.`] };
}
