import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { copyCampaign, copyShippedCampaign } from "#app/folders/copy.server.ts";
import { db } from "#db/client.server.ts";
import { auditEntries, campaigns, letterDrafts, memberships, retailers } from "#db/schema/index.ts";
import { seedDatabase } from "#db/seed/index.server.ts";
import { anOrganizer } from "#tests/build.ts";
import { aFolderCampaign } from "#tests/folders.ts";
import { aNewcomer, exportsInOrder, imports } from "./folder-steps.ts";

beforeAll(async () => {
  await seedDatabase({ sample: true, organizerEmail: "first@example.org" });
});

async function idOf(slug: string) {
  const [campaign] = await db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.slug, slug));
  return campaign?.id ?? "";
}

describe("copying an own campaign", () => {
  test("takes what was written and leaves what belongs to the old one", async () => {
    const grace = await aNewcomer();
    const { id: from } = await imports(aFolderCampaign(), grace);
    const id = v7();
    expect(await copyCampaign({ hasSecondStep: false, fromCampaignId: from, id, slug: "a-copy", name: "A copy", by: grace.id })).toEqual({ outcome: "created" });
    const { campaign } = await exportsInOrder(id);
    const original = aFolderCampaign();
    expect(campaign).toEqual({
      ...original, slug: "a-copy", name: "A copy", opensAt: null, closesAt: null, coSigners: [], posts: [], pressQuotes: [],
      retailers: original.retailers.map((retailer) => ({ ...retailer, askedOn: null })),
    });
    expect(await db.select().from(campaigns).where(eq(campaigns.id, id))).toMatchObject([{ state: "draft", isInTestMode: true }]);
    expect(await db.select().from(auditEntries).where(eq(auditEntries.campaignId, id))).toMatchObject([{ act: "created", after: { copiedFrom: "quiet-kettles" } }]);
  });

  test("sent twice it copies once, and an address that is taken is told", async () => {
    const grace = await aNewcomer();
    const { id: fromCampaignId } = await imports(aFolderCampaign(), grace, { slug: "another" });
    const start = { hasSecondStep: false, fromCampaignId, id: v7(), slug: "copied-once", name: "Copied once", by: grace.id };
    const twice = await Promise.all([copyCampaign(start), copyCampaign(start)]);
    expect(twice.map(({ outcome }) => outcome).toSorted()).toEqual(["created", "created before"]);
    expect(await copyCampaign({ ...start, id: v7() })).toEqual({ outcome: "slug taken" });
  });

  test("is not for those who are not of its team, or may not export it", async () => {
    const { id: fromCampaignId } = await imports(aFolderCampaign(), await aNewcomer(), { slug: "of-others" });
    const viewer = await anOrganizer(fromCampaignId, { role: "viewer" });
    for (const by of [(await aNewcomer("Sam")).id, viewer.id]) {
      expect(await copyCampaign({ hasSecondStep: false, fromCampaignId, id: v7(), slug: "stolen", name: "Stolen", by })).toEqual({ outcome: "no such campaign" });
    }
    expect(await db.$count(campaigns, eq(campaigns.slug, "stolen"))).toBe(0);
  });

  test("leaves a sample's made-up retailers behind", async () => {
    const fromCampaignId = await idOf("sample");
    const [owner] = await db.select().from(memberships).where(eq(memberships.campaignId, fromCampaignId));
    const id = v7();
    await copyCampaign({ hasSecondStep: false, fromCampaignId, id, slug: "from-the-sample", name: "From the sample", by: owner?.organizerId ?? "" });
    expect((await exportsInOrder(id)).campaign).toMatchObject({ isSample: false, retailers: [] });
  });
});

describe("copying the shipped campaign", () => {
  test("takes what everybody can read, and not what its team is writing", async () => {
    const shipped = await idOf("dear-retailers");
    const secret = { title: "Not yet for anybody", bodyMarkdown: "Secret." };
    await db
      .insert(letterDrafts)
      .values({ campaignId: shipped, language: "en", ...secret })
      .onConflictDoUpdate({ target: [letterDrafts.campaignId, letterDrafts.language], set: secret });
    const id = v7();
    const sam = await aNewcomer("Sam");
    expect(await copyShippedCampaign({ id, slug: "from-shipped", name: "From the shipped one", by: sam.id })).toEqual({ outcome: "created" });
    const { campaign } = await exportsInOrder(id);
    expect(campaign).toMatchObject({ letters: [{ language: "en", title: "Before it goes on the shelf" }], coSigners: [], privacyContact: "" });
    expect(campaign.demands.map(({ slug }) => slug)).toEqual(["endorse", "vet", "drop"]);
    expect(campaign.retailers.map(({ slug, askedOn }) => [slug, askedOn])).toEqual([["target", null], ["walmart", null], ["best-buy", null], ["amazon", null]]);
    expect(await db.$count(retailers, eq(retailers.slug, "target"))).toBe(1);
    await db.delete(letterDrafts).where(eq(letterDrafts.campaignId, shipped));
  });
});
