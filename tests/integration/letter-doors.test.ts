import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { saveLetterDraft } from "#app/letters/draft.server.ts";
import type { LetterText } from "#app/letters/letter-text.ts";
import { loader as openPublicLetter } from "#app/routes/letters/letter.tsx";
import { loader as compare } from "#app/routes/organize/letter/comparison.tsx";
import { action as save, loader as edit } from "#app/routes/organize/letter/editor.tsx";
import { loader as openPage } from "#app/routes/organize/letter/page.tsx";
import { action as preview } from "#app/routes/organize/letter/preview.ts";
import { action as publish, loader as review } from "#app/routes/organize/letter/publication.tsx";
import { loader as openVersion } from "#app/routes/organize/letter/version.tsx";
import { action as addLanguage, loader as openLetter } from "#app/routes/organize/letter/letter.tsx";
import { action as sign, loader as openSignForm } from "#app/routes/signatures/sign.tsx";
import { db } from "#db/client.server.ts";
import { keptForms, organizerSessions, signatures } from "#db/schema/index.ts";
import { aCampaign, aLetter, anOrganizer } from "#tests/build.ts";
import { answerOf, browserOf } from "./organizers-steps.ts";

const context = { isFromThisMachine: false };
const FORM = { title: "Liebe Händler", addressees: "Eckladen", dated_on: "2026-03-01", summary: "Kurz.", body: "Bitte **sicher**.", sources: "" };
const TEXT: LetterText = {
  title: "Liebe Händler", addressees: "Eckladen", datedOn: "2026-03-01", summary: "Kurz.", bodyMarkdown: "Bitte **sicher**.", sourcesMarkdown: "",
};

async function aDesk(given: Parameters<typeof aCampaign>[0] = {}) {
  const campaign = await aCampaign(given);
  const letter = await aLetter(campaign.id);
  const [grace, sam] = [await anOrganizer(campaign.id), await anOrganizer(campaign.id, { role: "reviewer", name: "Sam" })];
  return { campaign, letter, grace, sam, params: { slug: campaign.slug, language: "de" } };
}

let desk: Awaited<ReturnType<typeof aDesk>>;

beforeEach(async () => {
  desk = await aDesk();
});

async function sends(door: typeof save | typeof publish | typeof addLanguage, fields: Record<string, string>, who = desk.grace, params = desk.params) {
  const request = (await browserOf(who)).sends("/organize/x", fields);
  return door({ request, params, context });
}

async function gets<Shown>(door: (knock: { request: Request; params: Record<string, string>; context: typeof context }) => Promise<Shown>, { who = desk.grace, params = {}, search = "" }: { who?: { id: string }; params?: Record<string, string>; search?: string } = {}) {
  return door({ request: (await browserOf(who)).gets(`/organize/x${search}`), params: { ...desk.params, ...params }, context });
}

describe("the editor", () => {
  test("saves a draft and comes back to it, with the language beside it and the revision it made", async () => {
    const answer = await answerOf(sends(save, { ...FORM, revision: "0", beside: "en" }));
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `/organize/campaigns/${desk.campaign.slug}/letter/de?beside=en&saved=1`]);
    const shown = await gets(edit, { search: "?beside=en" });
    expect(shown).toMatchObject({ fields: FORM, revision: 1, beside: { language: "en", text: { title: "Dear retailers" } } });
    expect(shown.preview.bodyHtml).toBe("<p>Bitte <strong>sicher</strong>.</p>\n");
  });

  test("keeps what does not fit, and draws it, and stores nothing", async () => {
    const answer = await sends(save, { ...FORM, title: "x".repeat(201), dated_on: "2026-02-31" });
    expect(answer).toMatchObject({
      init: { status: 422 },
      data: { errors: { title: expect.any(String), dated_on: expect.any(String) }, typed: { body: FORM.body }, preview: { title: "x".repeat(201), datedOn: null } },
    });
    expect(await gets(edit)).toMatchObject({ revision: 0 });
  });

  test("tells the second of two, shows the difference, and saves over the first when told to", async () => {
    await answerOf(sends(save, { ...FORM, revision: "0" }));
    await answerOf(sends(save, { ...FORM, title: "Von Grace", revision: "1" }));
    const ada = await anOrganizer(desk.campaign.id, { name: "Ada" });
    const answer = await sends(save, { ...FORM, title: "Von Ada", revision: "1" }, ada);
    expect(answer).toMatchObject({
      init: { status: 409 },
      data: { typed: { title: "Von Ada", revision: "2" }, conflict: { by: "Grace Hopper", revision: 2, fields: [{ label: "Title" }] } },
    });
    expect((await answerOf(sends(save, { ...FORM, title: "Von Ada", revision: "2" }, ada))).status).toBe(303);
    expect(await gets(edit)).toMatchObject({ fields: { title: "Von Ada" }, revision: 3 });
  });

  test("previews what is typed, raw HTML as text, and saves nothing", async () => {
    const request = (await browserOf(desk.grace)).sends("/organize/x", { ...FORM, body: "# Oben\n\n<script>alert(1)</script>" });
    const drawn = await (await preview({ request, params: desk.params, context })).json();
    expect(drawn).toMatchObject({ title: FORM.title, bodyHtml: "<h2>Oben</h2>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n" });
    expect(await gets(edit)).toMatchObject({ revision: 0, fields: { title: "" } });
  });

  test("keeps a whole letter when the session has ended meanwhile, and no preview", async () => {
    const browser = await browserOf(desk.grace);
    await db.update(organizerSessions).set({ expiresAt: new Date("2026-01-01T00:00:00Z") }).where(eq(organizerSessions.organizerId, desk.grace.id));
    const body = "سلام ".repeat(12_000).trim();
    const knock = (door: typeof save | typeof preview) => answerOf(door({ request: browser.sends("/organize/x", { ...FORM, body }), params: desk.params, context }));
    expect((await knock(preview)).headers.get("Location")).not.toContain("kept");
    expect((await knock(save)).headers.get("Location")).toContain("kept");
    const kept = await db.select().from(keptForms).where(eq(keptForms.organizerId, desk.grace.id));
    expect(kept.map(({ fields }) => fields.find(([name]) => name === "body")?.[1])).toEqual([body]);
  });

  test.each(["xx", "EN", "../en", "en-x-klingon"])("has no language %o", async (language) => {
    expect((await answerOf(gets(edit, { params: { language } }))).status).toBe(404);
    expect((await answerOf(sends(addLanguage, { language }))).status).toBe(200);
    expect(await sends(addLanguage, { language })).toMatchObject({ init: { status: 422 }, data: { errors: { language: expect.any(String) } } });
  });
});

describe("who may", () => {
  test("a reviewer reads the letter, its page and its versions, and neither edits nor publishes", async () => {
    const who = desk.sam;
    await saveLetterDraft({ campaignId: desk.campaign.id, language: "de", text: TEXT, revision: 0, by: desk.grace.id });
    expect(await gets(openLetter, { who })).toMatchObject({ canEdit: false, languages: [{ language: "en" }, { language: "de" }] });
    expect(await gets(openPage, { who })).toMatchObject({ letterPage: { letter: { title: "Liebe Händler" }, languages: ["en", "de"] } });
    expect(await gets(openVersion, { who, params: { language: "en", number: "1" } })).toMatchObject({ letter: { title: "Dear retailers" } });
    expect(await gets(review, { who })).toMatchObject({ canPublish: false });
    const refused = [gets(edit, { who }), sends(save, FORM, who), sends(publish, {}, who), sends(addLanguage, { language: "fr" }, who)];
    expect(await Promise.all(refused.map(async (knock) => (await answerOf(knock)).status))).toEqual([403, 403, 403, 403]);
  });

  test("another campaign's organizer finds nothing, and their own campaign's versions only", async () => {
    const other = await aDesk();
    await aLetter(other.campaign.id, { number: 2 });
    const knocks = [gets(openLetter, { who: other.grace }), gets(openPage, { who: other.grace }), sends(save, FORM, other.grace), sends(publish, {}, other.grace)];
    expect(await Promise.all(knocks.map(async (knock) => (await answerOf(knock)).status))).toEqual([404, 404, 404, 404]);
    expect((await answerOf(gets(openVersion, { params: { language: "en", number: "2" } }))).status).toBe(404);
  });

  test.each(["0", "2", "-1", "1.0", "1e1", "99999999999", "one"])("there is no version %o", async (number) => {
    expect((await answerOf(gets(openVersion, { params: { language: "en", number } }))).status).toBe(404);
  });
});

describe("publishing from the desk", () => {
  test("pressed twice leads to the one version, which can be compared with the draft that follows", async () => {
    await sends(save, { ...FORM, revision: "0" });
    const both = await Promise.all([answerOf(sends(publish, {})), answerOf(sends(publish, {}))]);
    const version = `/organize/campaigns/${desk.campaign.slug}/letter/de/versions/1`;
    expect(both.map(({ headers }) => headers.get("Location"))).toEqual([version, version]);
    await sends(save, { ...FORM, title: "Liebe Läden", revision: "1" });
    const compared = await gets(compare);
    expect(compared).toMatchObject({ from: 1, to: "draft", parts: [{ label: "Title" }] });
    expect(compared.parts[0]?.parts).toContainEqual({ text: "Läden", in: "yours" });
    expect((await gets(compare, { search: "?from=1&to=1" })).parts).toEqual([]);
    expect((await answerOf(gets(compare, { search: "?from=7" }))).status).toBe(404);
  });

  test("an unfinished one is refused with what it lacks", async () => {
    await sends(save, { ...FORM, body: "", revision: "0" });
    expect(await sends(publish, {})).toMatchObject({ init: { status: 422 }, data: { missing: ["Letter"] } });
  });
});

describe("in public", () => {
  const reads = (search = "") => openPublicLetter({ request: new Request(`http://localhost:3000/letters/x${search}`), params: desk.params, context });

  async function publishGerman() {
    await sends(save, { ...FORM, revision: "0" });
    await answerOf(sends(publish, {}));
  }

  test("each language shows its newest version, and the main one is shown for what is not published", async () => {
    await publishGerman();
    const titles = await Promise.all(["", "?lang=de", "?lang=en", "?lang=fr", "?lang=klingon"].map(async (search) => (await reads(search)).letterPage.letter.title));
    expect(titles).toEqual(["Dear retailers", "Liebe Händler", "Dear retailers", "Dear retailers", "Dear retailers"]);
    const { letterPage, page } = await reads("?lang=de");
    expect(letterPage.languages).toEqual(["en", "de"]);
    expect(letterPage.alternates.map(({ language, href }) => [language, new URL(href).search])).toEqual([["en", ""], ["de", "?lang=de"], ["x-default", ""]]);
    expect(page.language).toBe("en");
  });

  test("a letter in one language has no ways to others", async () => {
    expect((await reads()).letterPage).toMatchObject({ languages: ["en"], alternates: [] });
  });

  test("a campaign in another main language shows that one", async () => {
    const campaign = await aCampaign({ language: "ar" });
    await aLetter(campaign.id, { language: "ar", title: "أعزاءنا" });
    await aLetter(campaign.id, { language: "en", title: "Dear all", number: 4 });
    const shown = await openPublicLetter({ request: new Request("http://localhost:3000/letters/x"), params: { slug: campaign.slug }, context });
    expect(shown.letterPage).toMatchObject({ letter: { title: "أعزاءنا" }, languages: ["ar", "en"] });
  });

  test("a signature belongs to the language and version that was read, also through the form's second showing", async () => {
    await publishGerman();
    const request = new Request("http://localhost:3000/letters/x/sign?lang=de");
    expect(await openSignForm({ request, params: desk.params, context })).toMatchObject({ letter: { language: "de", number: 1 } });
    const body = new URLSearchParams({ name: "Ada", email: "ada@example.org", country: "GB", version: "1", language: "de" });
    const sent = new Request("http://localhost:3000/letters/x/sign", { method: "POST", body });
    expect((await answerOf(sign({ request: sent, params: desk.params, context }))).status).toBe(303);
    const [signature] = await db.select().from(signatures).where(eq(signatures.campaignId, desk.campaign.id));
    expect(signature?.letterVersionId).not.toBe(desk.letter.id);
  });

  test("a draft campaign's page is seen at the desk only, with its form", async () => {
    desk = await aDesk({ state: "draft" });
    expect((await answerOf(reads())).status).toBe(404);
    expect(await gets(openPage, { params: { language: "en" } })).toMatchObject({ letterPage: { campaign: { canSign: true } } });
  });
});
