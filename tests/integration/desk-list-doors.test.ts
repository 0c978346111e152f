import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { action as askForExport } from "#app/routes/organize/lists/export.tsx";
import { loader as openLog } from "#app/routes/organize/lists/log.tsx";
import { loader as openMessage } from "#app/routes/organize/lists/message.tsx";
import { action as askForRemoval } from "#app/routes/organize/lists/removal.tsx";
import { action as moderate, loader as openSignature } from "#app/routes/organize/lists/signature.tsx";
import { loader as openSignatures } from "#app/routes/organize/lists/signatures.tsx";
import { action as changeViews, loader as openViews } from "#app/routes/organize/lists/views.tsx";
import { db } from "#db/client.server.ts";
import { jobs, savedViews, signatures } from "#db/schema/index.ts";
import { anOrganizer } from "#tests/build.ts";
import { aListedCampaign, manySign } from "./desk-list-steps.ts";
import { answerOf, browserOf } from "./organizers-steps.ts";

const context = { isFromThisMachine: false };

let here: Awaited<ReturnType<typeof aListedCampaign>>;
let browser: Awaited<ReturnType<typeof browserOf>>;

beforeEach(async () => {
  here = await aListedCampaign();
  browser = await browserOf(here.grace);
});

function params(more: Record<string, string> = {}) {
  return { slug: here.campaign.slug, ...more };
}

describe("the page of a list", () => {
  test("is calm about any address", async () => {
    await manySign(here, 2);
    const odd = "?state=%00&country=ZZ&signed-from=0000-00-00&page=W10&sort=%27%3Bdrop&shown=maybe&name=%F0%9F%98%80%25_&x=y&signed=1";
    const { list } = await openSignatures({ request: browser.gets(`/organize/x${odd}`), params: params(), context });
    expect(list.notes.length).toBeGreaterThan(4);
    const log = await openLog({ request: browser.gets("/organize/x?who=nobody&act=%27"), params: params(), context });
    expect(log.list.notes).toHaveLength(2);
  });

  test("of somebody else's campaign is a 404, and so are its rows in one's own", async () => {
    const other = await aListedCampaign();
    const [theirs] = await manySign(other, 1);
    const request = browser.gets("/organize/x");
    expect((await answerOf(openSignatures({ request, params: { slug: other.campaign.slug }, context }))).status).toBe(404);
    expect((await answerOf(openSignature({ request, params: params({ signature: theirs?.id ?? "" }), context }))).status).toBe(404);
    expect((await answerOf(openSignature({ request, params: params({ signature: "no-id" }), context }))).status).toBe(404);
    expect((await answerOf(openMessage({ request, params: params({ message: "no-id" }), context }))).status).toBe(404);
  });
});

describe("a signature's page", () => {
  test("tells its life without an address, and is removed with a reason and restored there", async () => {
    const [ada] = await manySign(here, 1, () => ({ state: "confirmed", confirmedAt: new Date("2026-03-01T13:00:00Z"), comment: "Please." }));
    const own = params({ signature: ada?.id ?? "" });
    const send = async (fields: Record<string, string>) => answerOf(moderate({ request: browser.sends("/organize/x", fields), params: own, context }));
    const opened = await openSignature({ request: browser.gets("/organize/x"), params: own, context });
    expect(JSON.stringify(opened)).not.toContain("@");
    expect(opened.signature.timeline.map(({ words }) => words)).toEqual(["signed version 1 of the letter (en)", "confirmed by its owner"]);
    const refused = await moderate({ request: browser.sends("/organize/x", { reason: " " }), params: own, context });
    expect(refused).toMatchObject({ init: { status: 422 }, data: { errors: { reason: "Say why." } } });
    expect((await send({ reason: "A made-up name." })).status).toBe(303);
    const after = await openSignature({ request: browser.gets("/organize/x"), params: own, context });
    expect(after).toMatchObject({ signature: { state: "removed" }, history: [{ act: "removed", after: { reason: "A made-up name." } }] });
    await send({ step: "restore" });
    expect(await db.select().from(signatures).where(eq(signatures.id, ada?.id ?? ""))).toMatchObject([{ state: "confirmed", removalReason: null }]);
  });
});

describe("a bulk act", () => {
  test("shows how many before anything happens, and asks for a word and a reason", async () => {
    await manySign(here, 3);
    const send = (fields: Record<string, string>) => askForRemoval({ request: browser.sends("/organize/x", fields), params: params(), context });
    const preview = await send({ which: "all", query: "state=pending" });
    expect(preview).toMatchObject({ data: { preview: { count: 3, isMore: false, words: "State: not confirmed" } }, init: { status: 200 } });
    expect(await send({ which: "ticked" })).toMatchObject({ data: { preview: null }, init: { status: 422 } });
    const job = v7();
    const form = { which: "all", query: "state=pending", job };
    expect(await send({ ...form, word: "yes", reason: "" })).toMatchObject({ data: { errors: { word: expect.any(String), reason: "Say why." }, preview: { job } } });
    expect(await db.select().from(jobs).where(eq(jobs.campaignId, here.campaign.id))).toEqual([]);
    const whole = { ...form, word: "Remove", reason: "A flood." };
    const answers = await Promise.all([answerOf(send(whole)), answerOf(send(whole))]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await db.select().from(jobs).where(eq(jobs.campaignId, here.campaign.id))).toMatchObject([{ id: job, kind: "remove signatures" }]);
  });

  test("is refused to roles that may not", async () => {
    const [sam, kim] = [await anOrganizer(here.campaign.id, { role: "viewer" }), await anOrganizer(here.campaign.id, { role: "reviewer" })];
    const request = (await browserOf(sam)).sends("/organize/x", { which: "all" });
    expect((await answerOf(askForRemoval({ request, params: params(), context }))).status).toBe(403);
    const file = (await browserOf(kim)).sends("/organize/x", { which: "all" });
    expect((await answerOf(askForExport({ request: file, params: params({ list: "signatures" }), context }))).status).toBe(403);
  });

  test("exports no column that the list does not have", async () => {
    const send = (fields: Record<string, string>, list = "signatures") => askForExport({ request: browser.sends("/organize/x", fields), params: params({ list }), context });
    const form = { which: "all", query: "", job: v7() };
    expect(await send({ ...form, column: "email" })).toMatchObject({ init: { status: 422 }, data: { errors: { column: expect.any(String) } } });
    expect((await answerOf(send(form, "secrets"))).status).toBe(404);
    expect((await answerOf(send({ ...form, column: "name" }))).status).toBe(303);
  });
});

describe("saved views", () => {
  test("are saved once however often the button is pressed, opened, and deleted by their owner alone", async () => {
    const own = params({ list: "signatures" });
    const save = (fields: Record<string, string>) => changeViews({ request: browser.sends("/organize/x", fields), params: own, context });
    const fields = { name: " Germans  ", query: "country=DE&page=last&nonsense=1" };
    const answers = await Promise.all([answerOf(save(fields)), answerOf(save(fields))]);
    expect(answers.map(({ headers }) => headers.get("Location"))).toEqual(Array(2).fill(`/organize/campaigns/${here.campaign.slug}/signatures?country=DE`));
    const [view] = await db.select().from(savedViews).where(eq(savedViews.campaignId, here.campaign.id));
    expect(view).toMatchObject({ name: "Germans", query: "country=DE", list: "signatures", organizerId: here.grace.id });
    expect(await save({ name: "Germans", query: "country=FR" })).toMatchObject({ init: { status: 422 } });
    expect(await save({ name: "", query: "" })).toMatchObject({ init: { status: 422 }, data: { errors: { name: "Give the view a name." } } });

    const sam = await anOrganizer(here.campaign.id, { role: "viewer" });
    const theirs = await browserOf(sam);
    await changeViews({ request: theirs.sends("/organize/x", { delete: view?.id ?? "" }), params: own, context });
    expect((await openViews({ request: theirs.gets("/organize/x"), params: own, context })).views).toEqual([]);
    expect((await openViews({ request: browser.gets("/organize/x"), params: own, context })).views).toHaveLength(1);
    await save({ delete: view?.id ?? "" });
    await save({ delete: "no-id" });
    expect((await openViews({ request: browser.gets("/organize/x"), params: own, context })).views).toEqual([]);
  });
});
