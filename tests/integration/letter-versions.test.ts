import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { saveLetterDraft } from "#app/letters/draft.server.ts";
import { publicPageKey } from "#app/http/public-pages.ts";
import { loader as openCount } from "#app/routes/letters/count.ts";
import { loader as openChanges } from "#app/routes/letters/changes.tsx";
import { loader as openChangesSince } from "#app/routes/letters/changes-since.tsx";
import { loader as openLetter } from "#app/routes/letters/letter.tsx";
import { loader as openVersion } from "#app/routes/letters/version.tsx";
import { versionMeta } from "#app/routes/letters/version-meta.ts";
import { loader as openVersions } from "#app/routes/letters/versions.tsx";
import { action as agree, loader as openAgreement } from "#app/routes/me/agreement.tsx";
import { action as publish, loader as review } from "#app/routes/organize/letter/publication.tsx";
import { loader as openDeskVersion } from "#app/routes/organize/letter/version.tsx";
import { db } from "#db/client.server.ts";
import { jobs, signatures } from "#db/schema/index.ts";
import { aLetter } from "#tests/build.ts";
import { aChangingLetter, askingMails, aSignerOf, changesLetter, type ChangingLetter, counted, worksOn } from "./changed-letter-steps.ts";
import { answerOf, browserOf } from "./organizers-steps.ts";
import { after } from "./signing-steps.ts";

const context = { isFromThisMachine: false };
let open: ChangingLetter;

beforeEach(async () => {
  await db.update(jobs).set({ state: "cancelled" });
  open = await aChangingLetter();
});

function knock(number = "", search = "") {
  return { request: new Request(`http://localhost:3000/letters/x${search}`), params: { slug: open.campaign.slug, number }, context };
}

async function statusOf(opening: Promise<unknown>) {
  return (await answerOf(opening)).status;
}

describe("in public", () => {
  test("every version stands in the list with what its organizers say of it and how many signed it", async () => {
    await aSignerOf(open, 1);
    await changesLetter(open, "Amazon too.");
    await changesLetter(open, "Amazon as well.", { isMaterial: false, summary: "" });
    await aSignerOf(open, 3, { confirmedAt: after(300) });
    await counted(open, new Date());
    const { versions, newest, url } = await openVersions(knock());
    expect(versions.map(({ number, isMaterial, changeSummary, signatures: count }) => [number, isMaterial, changeSummary, count])).toEqual([
      [3, false, "", 1], [2, true, "Amazon is asked too.", 0], [1, false, "", 1],
    ]);
    expect([newest.number, new URL(url).pathname]).toEqual([3, `/letters/${open.campaign.slug}/versions`]);
    expect((await openLetter(knock())).letterPage).toMatchObject({ signatureCount: 2, underTexts: { today: 1, earlier: 1 }, changedAt: expect.any(Date) });
    expect(await (await openCount(knock())).json()).toMatchObject({ count: 2, goal: 100, under_texts: { today: 1, earlier: 1 } });
  });

  test("a version is read as it was, and compared with the one before and with today's", async () => {
    await changesLetter(open, "Please sell **only** what is safe.");
    await changesLetter(open, "Please sell **nothing**.");
    const first = await openVersion(knock("1"));
    expect(first).toMatchObject({ letter: { bodyHtml: "<p>Please sell only what is safe.</p>\n" }, newest: { number: 3 }, previous: undefined });
    const changes = await openChanges(knock("2"));
    expect(changes).toMatchObject({ older: { number: 1 }, newer: { number: 2 }, parts: [{ label: "Letter" }] });
    const since = await openChangesSince(knock("1"));
    expect([since.older.number, since.newer.number, since.summaries.map(({ number }) => number)]).toEqual([1, 3, [2, 3]]);
    expect((await openChangesSince(knock("3"))).parts).toEqual([]);
  });

  test("what is not there is not found: a number, a language, what the first version changed", async () => {
    await changesLetter(open, "Amazon too.");
    for (const number of ["0", "3", "01", "1.0", "99999999"]) expect(await statusOf(openVersion(knock(number)))).toBe(404);
    expect(await statusOf(openVersion(knock("1", "?lang=de")))).toBe(404);
    expect(await statusOf(openVersions(knock("", "?lang=de")))).toBe(404);
    expect(await statusOf(openChanges(knock("1")))).toBe(404);
    expect(await statusOf(openChangesSince(knock("3")))).toBe(404);
    open = await aChangingLetter({ state: "draft" });
    expect(await statusOf(openVersions(knock()))).toBe(404);
  });

  test("each language has its own versions, and addresses in the main one name no language", async () => {
    await aLetter(open.campaign.id, { language: "ar", title: "أعزاءنا" });
    await changesLetter(open, "Amazon too.");
    const arabic = await openVersions(knock("", "?lang=ar"));
    expect(arabic).toMatchObject({ language: "ar", linkLanguage: "ar", versions: [{ number: 1, title: "أعزاءنا" }], languages: ["en", "ar"] });
    expect(new URL(arabic.letterUrl).search).toBe("?lang=ar");
    expect(await openVersions(knock("", "?lang=en"))).toMatchObject({ linkLanguage: undefined });
  });

  test("old versions are kept out of search engines, which are led to the letter; each page is one rendering", () => {
    const robots = { name: "robots", content: "noindex" };
    const letterUrl = "https://countersign.example/letters/x";
    expect(versionMeta({ title: "Version 1", letterUrl, isNewest: false })).toEqual([{ title: "Version 1" }, { tagName: "link", rel: "canonical", href: letterUrl }, robots]);
    expect(versionMeta({ title: "Version 2", letterUrl, isNewest: true })).not.toContainEqual(robots);
    const keys = ["/letters/x/versions?lang=de&utm=1", "/letters/x/versions/12/since?lang=klingon", "/letters/x/versions/0", "/letters/x/versions/1/asking"];
    expect(keys.map(publicPageKey)).toEqual(["/letters/x/versions?lang=de", "/letters/x/versions/12/since", undefined, undefined]);
  });
});

describe("the mailed link", () => {
  async function aQuestion() {
    const ada = await aSignerOf(open, 1, { email: "ada@example.org" });
    await changesLetter(open, "Amazon too.");
    await worksOn();
    const [mail] = await askingMails(open);
    const token = String(mail?.props?.agreeUrl).split("/")[4] ?? "";
    const params = { token, signature: ada.id };
    const sends = (fields: Record<string, string>) =>
      agree({ request: new Request("http://localhost:3000/me/x", { method: "POST", body: new URLSearchParams(fields) }), params, context });
    return { ada, token, reads: () => openAgreement({ ...knock(), params }), sends };
  }

  test("opened shows the question and changes nothing; the button agrees to the version on the page", async () => {
    const { ada, reads, sends } = await aQuestion();
    const shown = await reads();
    expect(shown.data.found).toMatchObject({ name: "Ada Lovelace", asked: { signedNumber: 1, newestNumber: 2, summary: "Amazon is asked too." } });
    const [before] = await db.select().from(signatures).where(eq(signatures.id, ada.id));
    expect(before?.letterVersionId).toBe(open.letter.id);
    expect(await sends({})).toEqual({ outcome: "changed again" });
    expect(await sends({ version: "2" })).toEqual({ outcome: "agreed" });
    expect(await sends({ version: "2" })).toEqual({ outcome: "agreed before" });
    expect((await reads()).data.found).toMatchObject({ asked: undefined, letter: { number: 2 } });
  });

  test("that nobody was given opens nothing", async () => {
    const shown = await openAgreement({ ...knock(), params: { token: "made-up", signature: open.letter.id } });
    expect([shown.init?.status, shown.data.found]).toEqual([404, undefined]);
    const request = new Request("http://localhost:3000/me/x", { method: "POST", body: new URLSearchParams({ version: "1" }) });
    expect(await statusOf(agree({ request, params: { token: "made-up", signature: open.letter.id }, context }))).toBe(404);
  });
});

describe("at the desk", () => {
  async function sends(fields: Record<string, string>) {
    const request = (await browserOf(open.grace)).sends("/organize/x", fields);
    return publish({ request, params: { slug: open.campaign.slug, language: "en" }, context });
  }

  async function reviews() {
    return review({ request: (await browserOf(open.grace)).gets("/organize/x"), params: { slug: open.campaign.slug, language: "en" }, context });
  }

  test("a change is published with the word of whether it is material, and with what signers are told", async () => {
    await aSignerOf(open, 1);
    await changesLetter(open, "Amazon too.", { isMaterial: false });
    await db.update(jobs).set({ state: "cancelled" });
    const text = { title: "Dear retailers", addressees: "Amazon", datedOn: "2026-01-01", summary: "Safe.", bodyMarkdown: "Safe.", sourcesMarkdown: "" };
    await saveLetterDraft({ campaignId: open.campaign.id, language: "en", text, revision: 1, by: open.grace.id });
    await counted(open, new Date());
    const { revision, concerned } = await reviews();
    expect([revision, concerned]).toEqual([2, 1]);
    expect(await sends({})).toMatchObject({ init: { status: 422 }, data: { errors: { change: "Say whether the change is material." } } });
    expect(await sends({ change: "material", change_summary: "  " })).toMatchObject({ init: { status: 422 }, data: { errors: { change_summary: expect.any(String) }, typed: { change: "material" } } });
    expect(await sends({ change: "small", revision: "1" })).toMatchObject({ init: { status: 409 }, data: { isWrittenOn: true } });
    const published = await answerOf(sends({ change: "material", change_summary: "Only Amazon\nis asked.", revision: "2" }));
    expect(published.headers.get("Location")).toBe(`/organize/campaigns/${open.campaign.slug}/letter/en/versions/3`);
    await worksOn();
    const request = (await browserOf(open.grace)).gets("/organize/x");
    const shown = await openDeskVersion({ request, params: { slug: open.campaign.slug, language: "en", number: "3" }, context });
    expect(shown.standing).toMatchObject({ isAsked: true, jobId: null, version: { isMaterial: true, changeSummary: "Only Amazon is asked.", askings: { asked: 1, agreed: 0, isWhole: true } } });
  });
});
