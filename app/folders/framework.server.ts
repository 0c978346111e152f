import { asc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { criteria, frameworks } from "#db/schema/index.ts";
import type { FolderFramework } from "./folder-campaign.ts";

/** The framework of this id as a folder holds it; null when it is gone. */
export async function readFramework(tx: Transaction, frameworkId: string): Promise<FolderFramework | null> {
  const [framework] = await tx.select().from(frameworks).where(eq(frameworks.id, frameworkId));
  if (!framework) return null;
  const standards = await tx
    .select({ slug: criteria.slug, title: criteria.title, summary: criteria.summary, points: criteria.points })
    .from(criteria)
    .where(eq(criteria.frameworkId, frameworkId))
    .orderBy(asc(criteria.position));
  const { slug, title, edition, publisher, publishedOn, sourceUrl } = framework;
  return { slug, title, edition, publisher, publishedOn, sourceUrl, criteria: standards };
}

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
  const isSame = wordsOf(await readFramework(tx, known.id)) === wordsOf({ ...framework, criteria: standards });
  return { id: known.id, leftAsItIs: isSame ? [] : [`This house has other words for the framework “${framework.title}” and keeps them.`] };
}

function wordsOf(framework: FolderFramework | null): string {
  if (!framework) return "";
  const { slug, title, edition, publisher, publishedOn, sourceUrl, criteria: standards } = framework;
  return JSON.stringify([slug, title, edition, publisher, publishedOn, sourceUrl, standards.map((standard) => [standard.slug, standard.title, standard.summary, standard.points])]);
}
