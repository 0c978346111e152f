import { and, asc, eq, isNotNull } from "drizzle-orm";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { importCampaign } from "#app/folders/import.server.ts";
import { publishPost } from "#app/posts/publish.server.ts";
import { db } from "#db/client.server.ts";
import { auditEntries, campaigns, contacts, letterDrafts, letterVersions, memberships, posts, retailers, targets } from "#db/schema/index.ts";
import { aFolderCampaign } from "#tests/folders.ts";
import { aNewcomer, exportsInOrder, imports, textsOf } from "./folder-steps.ts";

let made = 0;

/** A campaign whose retailers no other test's directory knows. */
function aFreshCampaign() {
  made += 1;
  const campaign = aFolderCampaign({ slug: `kettles-${made}` });
  const framework = campaign.framework && { ...campaign.framework, slug: `standard-${made}` };
  return { ...campaign, framework, retailers: campaign.retailers.map((retailer) => ({ ...retailer, slug: `${retailer.slug}-${made}` })) };
}

describe("importing a folder", () => {
  test("makes a draft in test mode that belongs to whoever imports it, and logs it", async () => {
    const grace = await aNewcomer();
    const imported = await imports(aFreshCampaign(), grace);
    expect(imported).toMatchObject({ outcome: "imported", leftAsItIs: [] });
    expect(await db.select().from(campaigns).where(eq(campaigns.id, imported.id))).toMatchObject([{ state: "draft", isInTestMode: true, openedAt: null }]);
    expect(await db.select().from(memberships).where(eq(memberships.campaignId, imported.id))).toMatchObject([{ organizerId: grace.id, role: "owner" }]);
    expect(await db.select().from(auditEntries).where(eq(auditEntries.campaignId, imported.id))).toMatchObject([
      { act: "imported", subject: "campaign", organizerId: grace.id, title: "Quiet kettles" },
    ]);
  });

  test("publishes nothing: letters and posts are drafts", async () => {
    const { id } = await imports(aFreshCampaign(), await aNewcomer());
    expect(await db.$count(letterVersions, eq(letterVersions.campaignId, id))).toBe(0);
    expect(await db.$count(letterDrafts, eq(letterDrafts.campaignId, id))).toBe(2);
    expect(await db.select().from(posts).where(eq(posts.campaignId, id))).toMatchObject([{ slug: "we-began", publishedAt: null }]);
  });

  test("and exporting gives the folder again, byte by byte", async () => {
    const campaign = aFreshCampaign();
    const { id } = await imports(campaign, await aNewcomer());
    const exported = await exportsInOrder(id);
    expect(exported.campaign).toEqual(campaign);
    expect(Object.keys(textsOf(exported.files))).toContain("images/logo.png");
  });

  test("sent twice at once it is imported once, and of two with one address the second is told", async () => {
    const grace = await aNewcomer();
    const campaign = aFreshCampaign();
    const id = v7();
    const twice = await Promise.all([imports(campaign, grace, { id }), imports(campaign, grace, { id })]);
    expect(twice.map(({ outcome }) => outcome).toSorted()).toEqual(["imported", "imported before"]);
    expect(await imports(campaign, grace)).toMatchObject({ outcome: "slug taken", slug: campaign.slug });
    const others = await Promise.all([imports(campaign, grace, { slug: "one-address" }), imports(campaign, grace, { slug: "one-address" })]);
    expect(others.map(({ outcome }) => outcome).toSorted()).toEqual(["imported", "slug taken"]);
  });

  test("does not take an address that another campaign had once", async () => {
    const grace = await aNewcomer();
    const old = aFreshCampaign();
    const { id } = await imports(old, grace);
    await db.update(campaigns).set({ slug: `${old.slug}-renamed` }).where(eq(campaigns.id, id));
    expect(await imports(old, grace)).toMatchObject({ outcome: "slug taken" });
    expect(await db.$count(campaigns, eq(campaigns.slug, old.slug))).toBe(0);
  });

  test("with faults writes nothing", async () => {
    const grace = await aNewcomer();
    const files = new Map([["campaign.json", Buffer.from("{}")]]);
    const imported = await importCampaign({ files, id: v7(), by: grace.id });
    expect(imported).toMatchObject({ outcome: "faults", faults: expect.arrayContaining([{ file: "message.liquid", line: 1, message: "This file is missing." }]) });
    expect(await db.$count(memberships, eq(memberships.organizerId, grace.id))).toBe(0);
  });

  test("leaves out times that have passed, or the clock would open it at once", async () => {
    const past = { ...aFreshCampaign(), opensAt: new Date("2020-01-01T00:00:00Z"), closesAt: new Date("2099-01-01T00:00:00Z") };
    const imported = await imports(past, await aNewcomer());
    expect(imported).toMatchObject({ leftAsItIs: ["The time of opening has passed and was left out."] });
    expect(await db.select().from(campaigns).where(eq(campaigns.id, imported.id))).toMatchObject([{ opensAt: null, closesAt: past.closesAt }]);
  });
});

describe("posts", () => {
  test("a draft is named by its title, one that was taken back is left out, and publishing what was imported keeps its name", async () => {
    const grace = await aNewcomer();
    const { id } = await imports(aFreshCampaign(), grace);
    const drafts = ["We began", "Мы начали", "We began"].map((title) => ({ id: v7(), title }));
    await db.insert(posts).values(drafts.map((draft) => ({ ...draft, slug: draft.id, campaignId: id, bodyMarkdown: "Today." })));
    await db.insert(posts).values({ campaignId: id, slug: "taken-back", title: "Taken back", bodyMarkdown: "x", publishedAt: new Date(), withdrawnAt: new Date() });
    const { campaign } = await exportsInOrder(id);
    expect(campaign.posts.map(({ slug }) => slug).toSorted()).toEqual(["post", "we-began", "we-began-2", "we-began-3"]);
    const [began] = await db.select().from(posts).where(and(eq(posts.campaignId, id), eq(posts.slug, "we-began")));
    await publishPost({ campaignId: id, postId: began?.id ?? "", by: grace.id });
    expect(await db.$count(posts, and(eq(posts.campaignId, id), eq(posts.slug, "we-began"), isNotNull(posts.publishedAt)))).toBe(1);
  });
});

describe("the shared directory", () => {
  test("keeps what it holds, and says what the folder has otherwise", async () => {
    const grace = await aNewcomer();
    const campaign = aFreshCampaign();
    await imports(campaign, grace);
    const [shop, market] = campaign.retailers;
    if (!shop || !market) throw new Error("The folder has no retailers.");
    const other = {
      ...campaign,
      framework: campaign.framework && { ...campaign.framework, title: "Another title" },
      retailers: [market, { ...shop, name: "Evil Shop", country: "US", contacts: [{ role: "Care", email: "elsewhere@evil.example" }] }],
    };
    const imported = await imports(other, grace, { slug: `${campaign.slug}-again` });
    expect(imported).toMatchObject({
      outcome: "imported",
      leftAsItIs: [
        "This house has other words for the framework “Another title” and keeps them.",
        `The directory knows ${shop.slug} already and keeps its own name “Harbour Shop”, country GB.`,
        "The address elsewhere@evil.example of Harbour Shop was not added to the directory. Add it on the desk if it is right.",
      ],
    });
    const [kept] = await db.select().from(retailers).where(eq(retailers.slug, shop.slug));
    expect(kept).toMatchObject({ name: "Harbour Shop", country: "GB" });
    expect(await db.select({ email: contacts.email }).from(contacts).where(eq(contacts.retailerId, kept?.id ?? ""))).toEqual([{ email: "care@harbour-shop.example" }]);
    const asked = await db.select({ slug: retailers.slug }).from(targets).innerJoin(retailers, eq(retailers.id, targets.retailerId)).where(eq(targets.campaignId, imported.id)).orderBy(asc(targets.position));
    expect(asked).toEqual([{ slug: market.slug }, { slug: shop.slug }]);
  });

  test("two imports with the same new retailers at once both succeed, and the directory holds each once", async () => {
    const grace = await aNewcomer();
    const campaign = aFreshCampaign();
    const turned = { ...campaign, slug: `${campaign.slug}-turned`, retailers: campaign.retailers.toReversed() };
    const both = await Promise.all([imports(campaign, grace), imports(turned, grace)]);
    expect(both.map(({ outcome }) => outcome)).toEqual(["imported", "imported"]);
    const slug = campaign.retailers[0]?.slug ?? "";
    expect(await db.$count(retailers, eq(retailers.slug, slug))).toBe(1);
  });

  test("an address that does not work is not exported as one that does", async () => {
    const campaign = aFreshCampaign();
    const { id } = await imports(campaign, await aNewcomer());
    const slug = campaign.retailers[0]?.slug ?? "";
    const [shop] = await db.select().from(retailers).where(eq(retailers.slug, slug));
    await db.insert(contacts).values({ retailerId: shop?.id ?? "", role: "Office", email: "office@harbour-shop.example" });
    await db.update(contacts).set({ state: "bouncing" }).where(and(eq(contacts.retailerId, shop?.id ?? ""), eq(contacts.email, "care@harbour-shop.example")));
    expect((await exportsInOrder(id)).campaign.retailers[0]?.contacts).toEqual([{ role: "Office", email: "office@harbour-shop.example" }]);
  });

  test("a sample's made-up retailers never join real ones, nor the other way round", async () => {
    const grace = await aNewcomer();
    const campaign = aFreshCampaign();
    await imports(campaign, grace);
    const sample = { ...campaign, isSample: true, slug: `${campaign.slug}-sample` };
    expect(await imports(sample, grace)).toMatchObject({ outcome: "faults", faults: [{ file: "retailers.json", line: 3 }, { file: "retailers.json", line: 16 }] });
  });
});
