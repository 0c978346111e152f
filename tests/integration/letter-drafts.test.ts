import { and, asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { listLetterDrafts, readLetterDraft, saveLetterDraft } from "#app/letters/draft.server.ts";
import { findLetter } from "#app/letters/find.server.ts";
import { EMPTY_LETTER, type LetterText } from "#app/letters/letter-text.ts";
import { chooseMainLanguage } from "#app/letters/main-language.server.ts";
import { publishLetter, publishLetterDraft } from "#app/letters/publish.server.ts";
import { db } from "#db/client.server.ts";
import { listen } from "#db/notices.server.ts";
import { auditEntries, campaigns, letterVersions } from "#db/schema/index.ts";
import { aCampaign, aLetter, anOrganizer } from "#tests/build.ts";

const MORNING = new Date("2026-03-02T09:00:00Z");
const GERMAN: LetterText = {
  title: "Liebe Händler", addressees: "Eckladen und Großmarkt", datedOn: "2026-03-01", summary: "Verkauft nur, was sicher ist.",
  bodyMarkdown: "Bitte verkauft nur, was sicher ist.", sourcesMarkdown: "",
};

async function aDesk(given: Parameters<typeof aCampaign>[0] = {}) {
  const campaign = await aCampaign(given);
  const [grace, sam] = [await anOrganizer(campaign.id), await anOrganizer(campaign.id, { name: "Sam" })];
  return { campaign, grace, sam };
}

let desk: Awaited<ReturnType<typeof aDesk>>;

beforeEach(async () => {
  desk = await aDesk();
});

function saves(text: LetterText, { revision = 0, by = desk.grace, language = "de" } = {}) {
  return saveLetterDraft({ campaignId: desk.campaign.id, language, text, revision, by: by.id }, MORNING);
}

function publishes({ by = desk.grace, language = "de" } = {}) {
  return publishLetter({ campaignId: desk.campaign.id, language, by: by.id }, MORNING);
}

function listOwnVersions(language = "de") {
  const own = and(eq(letterVersions.campaignId, desk.campaign.id), eq(letterVersions.language, language));
  return db.select().from(letterVersions).where(own).orderBy(asc(letterVersions.number));
}

function listEntries() {
  return db.select().from(auditEntries).where(eq(auditEntries.campaignId, desk.campaign.id)).orderBy(asc(auditEntries.id));
}

describe("a draft", () => {
  test("begins with the newest published text, and with nothing where there is none", async () => {
    await aLetter(desk.campaign.id, { number: 1, title: "First" });
    await aLetter(desk.campaign.id, { number: 2, title: "Second" });
    expect(await readLetterDraft(desk.campaign.id, "en")).toMatchObject({ revision: 0, text: { title: "Second" }, updatedAt: null });
    expect(await readLetterDraft(desk.campaign.id, "de")).toMatchObject({ revision: 0, text: EMPTY_LETTER });
    expect(await listLetterDrafts(desk.campaign.id)).toEqual([]);
  });

  test("is saved unfinished, and the public sees nothing of it", async () => {
    expect(await saves({ ...EMPTY_LETTER, title: "Liebe" })).toEqual({ outcome: "saved", revision: 1 });
    expect(await listLetterDrafts(desk.campaign.id)).toMatchObject([
      { language: "de", revision: 1, text: { title: "Liebe", datedOn: null }, updatedBy: "Grace Hopper", updatedAt: MORNING },
    ]);
    expect(await findLetter(desk.campaign.id, { language: "de" })).toBeUndefined();
  });

  test("of one campaign is not another's", async () => {
    await saves(GERMAN);
    expect(await readLetterDraft((await aCampaign()).id, "de")).toMatchObject({ revision: 0, text: EMPTY_LETTER });
  });

  test("sent twice is saved once", async () => {
    await saves(GERMAN);
    expect(await saves(GERMAN)).toEqual({ outcome: "unchanged", revision: 1 });
    const both = await Promise.all([saves({ ...GERMAN, title: "Neu" }, { revision: 1 }), saves({ ...GERMAN, title: "Neu" }, { revision: 1 })]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["saved", "unchanged"]);
    expect(await listEntries()).toHaveLength(2);
  });

  test("saved by two who opened the same one is the first one's; the second is told, with what the first wrote", async () => {
    await saves(GERMAN);
    const [graces, sams] = [{ ...GERMAN, title: "Grace schreibt" }, { ...GERMAN, title: "Sam schreibt" }];
    const raced = await Promise.all([saves(graces, { revision: 1 }), saves(sams, { revision: 1, by: desk.sam })]);
    expect(raced.map(({ outcome }) => outcome).toSorted()).toEqual(["conflict", "saved"]);
    const { text } = await readLetterDraft(desk.campaign.id, "de");
    const told = raced.find((outcome) => outcome.outcome === "conflict");
    expect(told).toMatchObject({ draft: { revision: 2, text } });
    expect(await saves({ ...GERMAN, title: "Beide" }, { revision: 2, by: desk.sam })).toEqual({ outcome: "saved", revision: 3 });
  });

  test("first saved by two at once is one draft", async () => {
    const raced = await Promise.all([saves(GERMAN), saves({ ...GERMAN, title: "Sam" }, { by: desk.sam })]);
    expect(raced.map(({ outcome }) => outcome).toSorted()).toEqual(["conflict", "saved"]);
    expect(await listLetterDrafts(desk.campaign.id)).toHaveLength(1);
  });

  test("leaves a line in the log: titles and numbers of words, no bodies", async () => {
    await saves(GERMAN);
    await saves({ ...GERMAN, title: "Liebe Läden", bodyMarkdown: "Bitte." }, { revision: 1, by: desk.sam });
    const [, changed] = await listEntries();
    expect(changed).toMatchObject({
      act: "changed", subject: "letter", subjectId: "de", title: "Liebe Läden", organizerId: desk.sam.id,
      before: { language: "de", title: "Liebe Händler", words: 6 },
      after: { language: "de", title: "Liebe Läden", words: 1, changed: ["Title", "Letter"] },
    });
    expect(JSON.stringify(changed)).not.toContain("Bitte");
  });
});

describe("publishing", () => {
  test("makes the next version of the language, and a changed draft the one after", async () => {
    await saves(GERMAN);
    expect(await publishes()).toEqual({ outcome: "published", number: 1 });
    await saves({ ...GERMAN, title: "Liebe Läden" }, { revision: 1 });
    expect(await publishes()).toEqual({ outcome: "published", number: 2 });
    expect((await listOwnVersions()).map(({ number, title, publishedAt }) => [number, title, publishedAt])).toEqual([
      [1, "Liebe Händler", MORNING],
      [2, "Liebe Läden", MORNING],
    ]);
    const [, , , last] = await listEntries();
    expect(last).toMatchObject({ act: "published", subject: "letter", before: { version: 1, title: "Liebe Händler" }, after: { version: 2, words: 6 } });
  });

  test("an unchanged draft makes none, nor does a letter without a draft", async () => {
    await aLetter(desk.campaign.id);
    expect(await publishes({ language: "en" })).toEqual({ outcome: "unchanged", number: 1 });
    await saves(GERMAN);
    await publishes();
    expect(await publishes()).toEqual({ outcome: "unchanged", number: 1 });
    expect(await listOwnVersions()).toHaveLength(1);
  });

  test("by two at once makes one version, and the public pages hear it once", async () => {
    const heard: string[] = [];
    const unlisten = await listen("published", (slug) => heard.push(slug));
    await saves(GERMAN);
    const both = await Promise.all([publishes(), publishes({ by: desk.sam })]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["published", "unchanged"]);
    expect(await listOwnVersions()).toHaveLength(1);
    await expect.poll(() => heard).toEqual([desk.campaign.slug]);
    await unlisten();
  });

  test("needs title, addressees, date, summary and body, and says which are missing", async () => {
    await saves({ ...GERMAN, datedOn: null, summary: "" });
    const refused = await publishes();
    expect(refused.outcome === "incomplete" && refused.missing.map(({ label }) => label)).toEqual(["Date", "Summary"]);
    const nothing = await publishes({ language: "fr" });
    expect(nothing.outcome === "incomplete" && nothing.missing.map(({ label }) => label)).toEqual(["Title", "Addressees", "Date", "Summary", "Letter"]);
    expect(await listOwnVersions()).toEqual([]);
  });

  test("in a draft campaign happens with the campaign, in its transaction", async () => {
    desk = await aDesk({ state: "draft" });
    await saves(GERMAN);
    expect(await publishes()).toEqual({ outcome: "with the campaign" });
    expect(await listOwnVersions()).toEqual([]);
    const published = await db.transaction((tx) => publishLetterDraft(tx, { campaignId: desk.campaign.id, language: "de", by: desk.grace.id }));
    expect(published).toEqual({ outcome: "published", number: 1 });
  });
});

describe("the main language", () => {
  async function chooses(language: string) {
    const [campaign] = await db.select().from(campaigns).where(eq(campaigns.id, desk.campaign.id));
    if (!campaign) throw new Error("The campaign is gone.");
    return chooseMainLanguage({ campaign, language, by: desk.grace.id });
  }

  test("of a public letter is one in which it is published", async () => {
    await aLetter(desk.campaign.id, { title: "Dear shops" });
    await saves(GERMAN);
    expect(await chooses("de")).toEqual({ outcome: "not chosen" });
    await publishes();
    expect(await chooses("de")).toEqual({ outcome: "chosen" });
    expect(await chooses("de")).toEqual({ outcome: "not chosen" });
    expect(await findLetter(desk.campaign.id)).toMatchObject({ language: "de", title: "Liebe Händler" });
    expect((await listEntries()).at(-1)).toMatchObject({ act: "changed", subject: "settings", before: { language: "en" }, after: { language: "de" } });
  });

  test("of a draft campaign may be one in which nothing is written yet", async () => {
    desk = await aDesk({ state: "draft" });
    expect(await chooses("de")).toEqual({ outcome: "chosen" });
  });
});
