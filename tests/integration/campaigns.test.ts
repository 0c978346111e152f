import { describe, expect, test } from "vitest";
import { countCoSigners, listCoSigners } from "#app/campaigns/co-signers.server.ts";
import { listDemands } from "#app/campaigns/demands.server.ts";
import { findCampaign } from "#app/campaigns/find.server.ts";
import { listOpenCampaigns } from "#app/campaigns/directory.server.ts";
import { listCriteria } from "#app/frameworks/list-criteria.server.ts";
import { findLetter } from "#app/letters/find.server.ts";
import { findOpenLetter } from "#app/letters/open-letter.server.ts";
import { findRetailer } from "#app/retailers/find.server.ts";
import { findTarget, listTargets } from "#app/retailers/targets.server.ts";
import { addContact, listContacts, setContactState } from "#app/retailers/contacts.server.ts";
import { db } from "#db/client.server.ts";
import { campaigns, coSigners } from "#db/schema/index.ts";
import { aCampaign, aDemand, aLetter, aTarget } from "#tests/build.ts";

describe("a campaign", () => {
  test("is absent while it is a draft, and there in every other state", async () => {
    const states = ["draft", "open", "paused", "closed", "archived"] as const;
    const found = await Promise.all(states.map(async (state) => (await findCampaign((await aCampaign({ state })).slug))?.state));
    expect(found).toEqual([undefined, "open", "paused", "closed", "archived"]);
  });

  test.each(["nowhere", "", "Letter-1", "'; drop table campaigns; --"])("is not found by %o", async (slug) => {
    expect(await findCampaign(slug)).toBeUndefined();
  });

  test("has its demands and co-signers in their order, and the count is derived", async () => {
    const campaign = await aCampaign();
    await aDemand(campaign.id, { position: 2, slug: "drop", shortTitle: "Drop" });
    await aDemand(campaign.id, { position: 1, slug: "endorse", shortTitle: "Endorse" });
    await db.insert(coSigners).values([
      { campaignId: campaign.id, position: 2, name: "Foundation for Kettles", joinedOn: "2026-02-01" },
      { campaignId: campaign.id, position: 1, name: "Toaster Watch", url: "https://toaster.example", joinedOn: "2026-01-01" },
    ]);
    expect((await listDemands(campaign.id)).map(({ slug }) => slug)).toEqual(["endorse", "drop"]);
    expect((await listCoSigners(campaign.id)).map(({ name }) => name)).toEqual(["Toaster Watch", "Foundation for Kettles"]);
    expect(await countCoSigners(campaign.id)).toBe(2);
  });

  test("without a framework has no standards", async () => {
    expect(await listCriteria(null)).toEqual([]);
  });
});

describe("a letter", () => {
  test("is the newest published version in its language", async () => {
    const { id } = await aCampaign();
    await aLetter(id, { number: 1, title: "First" });
    await aLetter(id, { number: 2, title: "Second" });
    await aLetter(id, { number: 3, title: "Draft", publishedAt: null });
    await aLetter(id, { number: 1, language: "fr", title: "Chers commerçants" });
    expect(await findLetter(id)).toMatchObject({ number: 2, title: "Second" });
    expect(await findLetter(id, { language: "fr" })).toMatchObject({ number: 1, title: "Chers commerçants" });
    expect(await findLetter(id, { language: "de" })).toBeUndefined();
  });
});

describe("a signing", () => {
  test("knows the version that was read, and takes the newest for one that is not published", async () => {
    const { id, slug } = await aCampaign();
    const first = await aLetter(id, { number: 1 });
    const second = await aLetter(id, { number: 2 });
    await aLetter(id, { number: 3, publishedAt: null });
    const versionFor = async (number: number | undefined) => (await findOpenLetter(slug, { number }))?.letter.id;
    expect(await Promise.all([1, 2, undefined].map(versionFor))).toEqual([first.id, second.id, second.id]);
    expect(await Promise.all([3, 99].map(versionFor))).toEqual([second.id, second.id]);
  });

  test.each(["draft", "paused", "closed", "archived"] as const)("finds no open letter of a campaign that is %s", async (state) => {
    const { id, slug } = await aCampaign({ state });
    await aLetter(id);
    expect(await findOpenLetter(slug)).toBeUndefined();
  });
});

describe("the open campaigns", () => {
  test("are listed once each, with the newest published title, samples last", async () => {
    await db.update(campaigns).set({ state: "archived" });
    const sample = await aCampaign({ isSample: true, openedAt: new Date("2020-01-01T00:00:00Z") });
    await aLetter(sample.id, { title: "A sample" });
    const { id, slug } = await aCampaign();
    await aLetter(id, { number: 1, title: "First" });
    await aLetter(id, { number: 2, title: "Second" });
    await aLetter(id, { number: 2, language: "fr", title: "Brouillon secret", publishedAt: null });
    await aLetter(id, { number: 3, language: "fr", title: "Chers commerçants" });
    await aLetter(id, { number: 4, title: "Secret draft", publishedAt: null });
    const unpublished = await aCampaign();
    await aLetter(unpublished.id, { publishedAt: null });
    const closed = await aCampaign({ state: "closed" });
    await aLetter(closed.id);
    expect((await listOpenCampaigns()).map((open) => [open.slug, open.title])).toEqual([
      [slug, "Second"],
      [sample.slug, "A sample"],
    ]);
  });
});

describe("a retailer", () => {
  test("is a target of the campaigns that name it, in their order", async () => {
    const campaign = await aCampaign();
    const market = await aTarget(campaign.id, { name: "Big Market", position: 2 });
    const shop = await aTarget(campaign.id, { name: "Corner Shop", position: 1 });
    expect((await listTargets(campaign.id)).map(({ name }) => name)).toEqual(["Corner Shop", "Big Market"]);
    expect(await findTarget(campaign.id, market.retailer.slug)).toMatchObject({ id: market.id, hasWorkingContact: true, contactStates: ["new"] });
    expect(await findTarget((await aCampaign()).id, shop.retailer.slug)).toBeUndefined();
    expect(await findRetailer(shop.retailer.slug)).toMatchObject({ name: "Corner Shop" });
    expect(await findRetailer("nowhere")).toBeUndefined();
  });

  test("can be written to while one of its contacts takes mail", async () => {
    const campaign = await aCampaign();
    const { retailer } = await aTarget(campaign.id);
    const [contact] = await listContacts(retailer.id);
    const reachable = [];
    for (const state of ["bouncing", "wrong", "retired", "working"] as const) {
      await setContactState(contact?.id ?? "", retailer.id, { state, reason: null, campaignId: campaign.id, by: null });
      reachable.push((await findTarget(campaign.id, retailer.slug))?.hasWorkingContact);
    }
    expect(reachable).toEqual([false, false, false, true]);
  });

  test("does not change the contact of another", async () => {
    const campaign = await aCampaign();
    const [shop, market] = [await aTarget(campaign.id), await aTarget(campaign.id, { name: "Big Market" })];
    const [contact] = await listContacts(shop.retailerId);
    expect(await setContactState(contact?.id ?? "", market.retailerId, { state: "wrong", reason: null, campaignId: campaign.id, by: null })).toEqual({ outcome: "gone" });
    expect(await listContacts(shop.retailerId)).toMatchObject([{ state: "new" }]);
  });

  test("keeps an address once, however it is spelled, also when added by two at once", async () => {
    const { id: campaignId } = await aCampaign();
    const { retailerId } = await aTarget(campaignId, { contact: null });
    const add = (email: string) => addContact({ retailerId, role: "Press", email, campaignId, by: null });
    const answers = await Promise.all(["press@shop.example", "Press@shop.example"].map(add));
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(["added", "already there"]);
  });
});
