import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { saveSettings } from "#app/campaigns/settings.server.ts";
import { action as addRetailer } from "#app/routes/organize/directory.tsx";
import { action as start, loader as openStart } from "#app/routes/organize/new-campaign.tsx";
import { action as changeDemands } from "#app/routes/organize/set-up/demands.tsx";
import { action as setLogo } from "#app/routes/organize/set-up/logo.tsx";
import { action as chooseLook } from "#app/routes/organize/set-up/look.tsx";
import { action as changeName } from "#app/routes/organize/set-up/name.tsx";
import { action as changeRetailers } from "#app/routes/organize/set-up/retailers.tsx";
import { action as changeSender, loader as openSender } from "#app/routes/organize/set-up/sender.tsx";
import { action as changeTemplate } from "#app/routes/organize/set-up/template.tsx";
import { loader as readFile } from "#app/routes/files/file.ts";
import { loader as readLook } from "#app/routes/looks/look.ts";
import { zipFolder } from "#app/folders/zip.ts";
import { listTargets } from "#app/retailers/targets.server.ts";
import { db } from "#db/client.server.ts";
import { campaigns, files, retailers } from "#db/schema/index.ts";
import { aCampaign, aLetter, anOrganizer, aSignature, aTarget } from "#tests/build.ts";
import { messages } from "#db/schema/index.ts";
import { aPng } from "#tests/pictures.ts";
import { answerOf, browserOf } from "./organizers-steps.ts";
import { aDraft, deskOf, grace as someOrganizer } from "./set-up-steps.ts";

const context = { isFromThisMachine: false };
let grace: Awaited<ReturnType<typeof someOrganizer>>;
let browser: Awaited<ReturnType<typeof browserOf>>;

beforeEach(async () => {
  grace = await someOrganizer();
  browser = await browserOf(grace);
});

async function starts(fields: Record<string, string>, file?: Uint8Array<ArrayBuffer>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ id: v7(), ...fields })) form.set(name, value);
  if (file) form.set("file", new Blob([file]), "campaign.zip");
  const { headers } = browser.gets("/");
  return start({ request: new Request("http://localhost:3000/organize/new", { method: "POST", headers, body: form }), params: {}, context });
}

describe("starting a campaign", () => {
  test("needs a name only: the address is made of it, and leads to the set-up", async () => {
    const name = `Straight Answers ${Date.now()}`;
    const answer = await answerOf(Promise.resolve(await starts({ start: "blank", name, slug: "", language: "en" })));
    const slug = name.toLowerCase().replaceAll(" ", "-");
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `/organize/campaigns/${slug}/set-up`]);
    expect(await starts({ start: "blank", name, slug, language: "en" })).toMatchObject({
      init: { status: 422 }, data: { errors: { slug: `Another campaign has this address, or had it once. ${slug}-2 is free.` }, typed: { name } },
    });
  });

  test("from a copy takes one's own campaigns only", async () => {
    const strangers = await aDraft(await someOrganizer());
    expect(await starts({ start: "copy", name: "Copy", slug: "", from: strangers.id })).toMatchObject({ data: { errors: { from: "Choose one of your own campaigns." } } });
    const own = await aDraft(grace);
    const answer = await answerOf(Promise.resolve(await starts({ start: "copy", name: `Copy ${own.slug}`, slug: "", from: own.id })));
    expect(answer.status).toBe(303);
  });

  test("from a file with faults names file and line, and stores nothing", async () => {
    const before = (await db.select().from(campaigns)).length;
    const zip = zipFolder(new Map([["campaign.json", new TextEncoder().encode('{\n  "format": 1,\n  oops\n}')]]), "x");
    const answer = await starts({ start: "file", slug: "" }, new Uint8Array(zip));
    expect(answer).toMatchObject({ init: { status: 422 }, data: { faults: expect.arrayContaining([expect.objectContaining({ file: "campaign.json" })]) } });
    expect(await starts({ start: "file", slug: "" })).toMatchObject({ data: { errors: { file: expect.any(String) } } });
    expect(await starts({ start: "file", slug: "" }, new Uint8Array([1, 2, 3]))).toMatchObject({ data: { errors: { file: "This is not a zip file that can be read." } } });
    expect((await db.select().from(campaigns)).length).toBe(before);
  });

  test("is for whoever runs one: a viewer or reviewer of others may not", async () => {
    const viewer = await anOrganizer((await aCampaign()).id, { role: "viewer" });
    const request = (await browserOf(viewer)).gets("/organize/new");
    expect((await answerOf(openStart({ request, params: {}, context }))).status).toBe(403);
    const add = (await browserOf(viewer)).sends("/organize/retailers", { id: v7(), name: "X", country: "GB" });
    expect((await answerOf(addRetailer({ request: add, params: {}, context }))).status).toBe(403);
  });
});

describe("a step", () => {
  test("that two save at once shows the second what the first saved, and the next try replaces it knowingly", async () => {
    const { id, slug } = await aDraft(grace);
    const opened = await openSender({ request: browser.gets("/organize/x"), params: { slug }, context });
    const fields = { sender_name: "Toaster Watch", privacy_contact: "a@example.org", updates_consent_wording: "Mail me.", unconfirmed_days: "30", kept_days_after_closing: "" };
    await saveSettings({ campaignId: id, values: { senderName: "Kettle Watch" }, by: grace.id, revision: 1, seen: "" });
    const send = async (revision: number) => changeSender({ request: browser.sends("/organize/x", { ...fields, revision: String(revision), seen: opened.opened.seen }), params: { slug }, context });
    const refused = await send(opened.opened.revision);
    expect(refused).toMatchObject({
      init: { status: 409 },
      data: { typed: { sender_name: "Toaster Watch", revision: "2" }, conflict: { by: "Grace Hopper", fields: expect.arrayContaining([expect.objectContaining({ label: "Sender’s name" })]) } },
    });
    expect((await answerOf(Promise.resolve(await send(2)))).headers.get("Location")).toBe(`/organize/campaigns/${slug}/set-up/look`);
    expect(await deskOf(grace, slug)).toMatchObject({ senderName: "Toaster Watch", keptDaysAfterClosing: null });
  });

  test("keeps what was typed when something is wrong, and stores nothing", async () => {
    const { slug } = await aDraft(grace);
    const bad = { message_subject: "Hello", message_template: "Dear\n{{ retailr }}", revision: "1" };
    expect(await changeTemplate({ request: browser.sends("/organize/x", bad), params: { slug }, context })).toMatchObject({
      init: { status: 422 }, data: { typed: { message_template: "Dear\n{{ retailr }}" }, errors: { message_template: expect.stringMatching(/^Line 2/) } },
    });
    expect((await deskOf(grace, slug)).messageSubject).toBe("Please answer our open letter");
  });

  test("renames a public campaign, and its old address goes on leading to it", async () => {
    const { slug } = await aDraft(grace);
    const fields = { name: "Kettles", slug: `${slug}-new`, addressees: "Corner Shop", addressees_before: "", goal: "10", language: "en", revision: "1" };
    const answer = await answerOf(changeName({ request: browser.sends("/organize/x", fields), params: { slug }, context }));
    expect(answer.headers.get("Location")).toBe(`/organize/campaigns/${slug}-new/letter`);
    const moved = await answerOf(openSender({ request: browser.gets(`/organize/campaigns/${slug}/set-up/sender`), params: { slug }, context }));
    expect(moved.headers.get("Location")).toBe(`/organize/campaigns/${slug}-new/set-up/sender`);
  });

  test("is for those who may edit, and for nobody of another campaign", async () => {
    const { id, slug } = await aDraft(grace);
    const reviewer = await anOrganizer(id, { role: "reviewer" });
    const request = (await browserOf(reviewer)).sends("/organize/x", { title: "x" });
    expect((await answerOf(changeDemands({ request, params: { slug }, context }))).status).toBe(403);
    const stranger = await browserOf(await someOrganizer());
    expect((await answerOf(changeDemands({ request: stranger.sends("/organize/x"), params: { slug }, context }))).status).toBe(404);
  });
});

describe("retailers", () => {
  test("are taken from the directory or added to it once, whatever is pressed twice", async () => {
    const { id, slug } = await aDraft(grace);
    const fields = { id: v7(), name: `Corner Shop ${slug}`, country: "GB", website: "corner-shop.example", email: "care@corner-shop.example", role: "" };
    const add = (given = fields) => changeRetailers({ request: browser.sends("/organize/x", given), params: { slug }, context });
    await Promise.all([add(), add()]);
    expect(await listTargets(id)).toMatchObject([{ name: fields.name, hasWorkingContact: true }]);
    expect(await db.select().from(retailers).where(eq(retailers.name, fields.name))).toMatchObject([{ websiteUrl: "https://corner-shop.example" }]);
    expect(await add({ ...fields, id: v7(), name: fields.name.toUpperCase() })).toMatchObject({ init: { status: 422 }, data: { errors: { name: expect.stringContaining("is in the directory already") } } });
  });

  test("stay while a message hangs on them, and go while nothing does", async () => {
    const campaign = await aCampaign();
    const letter = await aLetter(campaign.id);
    const owner = await anOrganizer(campaign.id, { role: "owner" });
    const [written, idle] = [await aTarget(campaign.id, { name: "Corner Shop" }), await aTarget(campaign.id, { name: "Big Market" })];
    const signature = await aSignature({ campaignId: campaign.id, letterVersionId: letter.id });
    await db.insert(messages).values({ signatureId: signature.id, targetId: written.id, subject: "x", body: "y", replyRoute: "campaign" });
    const remove = async (one: string) => changeRetailers({ request: (await browserOf(owner)).sends("/organize/x", { one, remove: "yes" }), params: { slug: campaign.slug }, context });
    expect(await remove(written.retailer.slug)).toMatchObject({ init: { status: 422 }, data: { refused: written.retailer.slug } });
    await remove(idle.retailer.slug);
    expect((await listTargets(campaign.id)).map(({ slug }) => slug)).toEqual([written.retailer.slug]);
  });
});

describe("the look", () => {
  async function sendsLogo(slug: string, content: Uint8Array<ArrayBuffer>) {
    const form = new FormData();
    form.set("logo", new Blob([content]), "logo.png");
    const { headers } = browser.gets("/");
    return setLogo({ request: new Request("http://localhost:3000/organize/x", { method: "POST", headers, body: form }), params: { slug }, context });
  }

  test("takes a colour that can be read, and offers the nearest in place of another", async () => {
    const { slug } = await aDraft(grace);
    const choose = (fields: Record<string, string>) => chooseLook({ request: browser.sends("/organize/x", { revision: "1", ...fields }), params: { slug }, context });
    expect(await choose({ accent: "#ffb000" })).toMatchObject({ data: { errors: { accent: expect.stringContaining("#966600") }, typed: { accent: "#ffb000" } } });
    await choose({ accent: "#ffb000", take: "#966600" });
    expect((await deskOf(grace, slug)).accent).toBe("#966600");
    const sheet = await answerOf(Promise.resolve(readLook({ request: browser.gets("/"), params: { look: "966600.css" }, context })));
    expect([sheet.headers.get("Content-Type"), sheet.headers.get("Cache-Control")]).toEqual(["text/css; charset=utf-8", "public, max-age=31536000, immutable"]);
    expect(await sheet.text()).toContain("--accent: #966600");
  });

  test("takes a logo by what its bytes are, and serves it as that", async () => {
    const { slug } = await aDraft(grace);
    expect(await sendsLogo(slug, new Uint8Array(Buffer.from("<svg onload='alert(1)'/>")))).toMatchObject({ init: { status: 422 }, data: { errors: { logo: expect.stringContaining("no PNG") } } });
    const picture = aPng(200, 80);
    await sendsLogo(slug, new Uint8Array(picture));
    const hash = (await deskOf(grace, slug)).logoHash ?? "";
    expect(await db.select().from(files).where(eq(files.hash, hash))).toMatchObject([{ mediaType: "image/png", width: 200, height: 80 }]);
    const served = await answerOf(readFile({ request: browser.gets("/"), params: { hash }, context }));
    expect([served.headers.get("Content-Type"), served.headers.get("Cache-Control")]).toEqual(["image/png", "public, max-age=31536000, immutable"]);
    expect(Buffer.from(await served.arrayBuffer()).equals(picture)).toBe(true);
    expect((await answerOf(readFile({ request: browser.gets("/"), params: { hash: "0".repeat(64) }, context }))).status).toBe(404);
  });
});
