import { asc } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, inject, test } from "vitest";
import { importCampaign } from "#app/folders/import.server.ts";
import { printCampaign } from "#app/folders/print.ts";
import { closeDatabase, db, openDatabase } from "#db/client.server.ts";
import { campaigns } from "#db/schema/index.ts";
import { seedDatabase } from "#db/seed/index.server.ts";
import { aFolderCampaign, AWKWARD } from "#tests/folders.ts";
import { testDatabaseUrl } from "#tests/setup/database.ts";
import { createTestDatabase } from "#tests/setup/template.ts";
import { aNewcomer, exportsInOrder, imports, textsOf } from "./folder-steps.ts";

/** Does something in a house that knows nothing of this one. */
async function inFreshHouse<Result>(work: () => Promise<Result>): Promise<Result> {
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

describe("from one house to a fresh one, a campaign is the same folder, byte by byte", () => {
  test("the shipped campaign, the sample, and one with something in every file", async () => {
    await seedDatabase({ sample: true, organizerEmail: "first@example.org" });
    await imports(aFolderCampaign(), await aNewcomer());
    const all = await db.select({ id: campaigns.id, slug: campaigns.slug }).from(campaigns).orderBy(asc(campaigns.slug));
    expect(all.map(({ slug }) => slug)).toEqual(["dear-retailers", "quiet-kettles", "sample"]);
    for (const { id: from } of all) {
      const { files } = await exportsInOrder(from);
      const again = await inFreshHouse(async () => {
        const id = v7();
        const imported = await importCampaign({ files, id, by: (await aNewcomer()).id });
        expect(imported).toMatchObject({ outcome: "imported", leftAsItIs: [] });
        return (await exportsInOrder(id)).files;
      });
      expect(textsOf(again)).toEqual(textsOf(files));
    }
  });

  test("texts that formats trip over come back byte by byte", async () => {
    const grace = await aNewcomer();
    for (const [turn, text] of AWKWARD.entries()) {
      const campaign = aFolderCampaign({
        slug: `awkward-${turn}`, closingMessage: text, updatesConsentWording: text.slice(0, 300),
        letters: [{ language: "en", title: text.slice(0, 200), addressees: text.slice(0, 200), datedOn: null, summary: text.slice(0, 500), bodyMarkdown: text, sourcesMarkdown: text }],
        posts: [{ slug: "x", title: "x", bodyMarkdown: text }],
      });
      const files = printCampaign(campaign);
      const id = v7();
      expect((await importCampaign({ files, id, by: grace.id })).outcome).toBe("imported");
      expect(textsOf((await exportsInOrder(id)).files)).toEqual(textsOf(files));
    }
  });
});
