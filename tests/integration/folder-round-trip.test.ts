import { asc } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { importCampaign } from "#app/folders/import.server.ts";
import { printCampaign } from "#app/folders/print.ts";
import { db } from "#db/client.server.ts";
import { campaigns } from "#db/schema/index.ts";
import { seedDatabase } from "#db/seed/index.server.ts";
import { aFolderCampaign, AWKWARD } from "#tests/folders.ts";
import { inFreshHouse } from "#tests/setup/fresh-house.ts";
import { aNewcomer, exportsInOrder, imports, textsOf } from "./folder-steps.ts";

describe("from one house to a fresh one, a campaign is the same folder, byte by byte", () => {
  test("the shipped campaign, the sample, and one with something in every file", async () => {
    await seedDatabase({ sample: true, organizerEmail: "first@example.org" });
    await imports(aFolderCampaign(), await aNewcomer());
    const all = await db.select({ id: campaigns.id, slug: campaigns.slug }).from(campaigns).orderBy(asc(campaigns.slug));
    expect(all.map(({ slug }) => slug)).toEqual(["dear-retailers", "quiet-kettles", "sample"]);
    const exported = await Promise.all(all.map(async ({ id }) => (await exportsInOrder(id)).files));
    const again = await inFreshHouse(async () => {
      const { id: by } = await aNewcomer();
      const found = [];
      for (const files of exported) {
        const id = v7();
        expect(await importCampaign({ files, id, by })).toMatchObject({ outcome: "imported", leftAsItIs: [] });
        found.push((await exportsInOrder(id)).files);
      }
      return found;
    });
    expect(again.map(textsOf)).toEqual(exported.map(textsOf));
  });

  test("texts that formats trip over", async () => {
    const letters = ["ar", "cs", "de", "en", "fr", "ja"].map((language, turn) => {
      const text = AWKWARD.filter((_, position) => position % 6 === turn).join("\n");
      return { language, title: text.slice(0, 200), addressees: text.slice(20, 200), datedOn: null, summary: text.slice(10, 500), bodyMarkdown: text, sourcesMarkdown: text };
    });
    const posts = AWKWARD.map((text, turn) => ({ slug: `post-${turn + 100}`, title: text.slice(0, 100).trim() || "x", bodyMarkdown: text }));
    const demands = AWKWARD.slice(0, 40).map((text, turn) => ({ slug: `demand-${turn}`, title: "x", shortTitle: "x", summary: text, why: text, standardUrl: null }));
    const files = printCampaign(aFolderCampaign({ slug: "awkward", letters, posts, demands }));
    const id = v7();
    expect(await importCampaign({ files, id, by: (await aNewcomer()).id })).toMatchObject({ outcome: "imported" });
    expect(textsOf((await exportsInOrder(id)).files)).toEqual(textsOf(files));
  });
});
