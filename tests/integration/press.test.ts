import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { v7 } from "uuid";
import { exportCampaign } from "#app/folders/export.server.ts";
import { unzipFolder, zipFolder } from "#app/folders/zip.ts";
import { addImage, addPressContact, addQuote, putFirst, removeFromPress } from "#app/press/change.server.ts";
import { QuoteForm } from "#app/press/press-form.ts";
import { readPress } from "#app/press/read.server.ts";
import { loader as readPressPage } from "#app/routes/press/press.tsx";
import { db } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/index.ts";
import { aCampaign, aDemand, aLetter, anOrganizer, aSignature, aTarget } from "#tests/build.ts";

const QUOTE = { quote: "Nobody should have to ask twice.", speaker: "Grace Hopper", role: "Organizer", permission: "By mail on 3 March" };
const context = { isFromThisMachine: false };

let campaign: Awaited<ReturnType<typeof aCampaign>>;
let desk: { campaignId: string; by: string };

beforeEach(async () => {
  campaign = await aCampaign();
  desk = { campaignId: campaign.id, by: (await anOrganizer(campaign.id)).id };
});

/** The head of a PNG with these sides; the rest is padding that makes each one another picture. */
function aPicture(width: number, height: number, size = 64) {
  const head = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const sides = Buffer.alloc(8);
  sides.writeUInt32BE(width, 0);
  sides.writeUInt32BE(height, 4);
  return new Uint8Array(Buffer.concat([head, sides, Buffer.alloc(size)]));
}

describe("a press page", () => {
  test("says what can be counted and dated, and how a speaker agreed to nobody", async () => {
    const letter = await aLetter(campaign.id);
    await aDemand(campaign.id);
    await aTarget(campaign.id, { askedOn: "2026-01-05" });
    await aSignature({ campaignId: campaign.id, letterVersionId: letter.id }, { confirmedAt: new Date() });
    await addQuote(desk, undefined, QUOTE);
    const page = await readPressPage({ request: new Request("http://x/"), params: { slug: campaign.slug }, context });
    expect(page).toMatchObject({
      signatures: 1,
      campaign: { openedAt: campaign.openedAt, goal: 100 },
      board: { totals: { asked: 1, answered: 0 }, retailers: [{ name: "Corner Shop" }] },
      quotes: [{ quote: QUOTE.quote, speaker: "Grace Hopper", role: "Organizer" }],
    });
    expect(JSON.stringify(page)).not.toContain("3 March");
  });

  test("holds each thing once, however often its form is sent, in the order in which it came or was put", async () => {
    const ids = [v7(), v7(), v7()];
    for (const [place, id] of ids.entries()) await addQuote(desk, id, { ...QUOTE, speaker: `Speaker ${place + 1}` });
    expect(await addQuote(desk, ids[0], QUOTE)).toEqual({ outcome: "added before" });
    await putFirst({ ...desk, kind: "quotes", id: ids[2] ?? "" });
    expect((await readPress(campaign.id)).quotes.map(({ speaker }) => speaker)).toEqual(["Speaker 3", "Speaker 1", "Speaker 2"]);
    expect(await removeFromPress({ ...desk, kind: "quotes", id: ids[0] ?? "" })).toEqual({ outcome: "removed" });
    expect(await removeFromPress({ ...desk, kind: "quotes", id: ids[0] ?? "" })).toEqual({ outcome: "gone" });
  });

  test("is changed through its own campaign alone, and the log has no address of a contact", async () => {
    const id = v7();
    await addPressContact(desk, id, { name: "Ida", role: "Interviews", email: "ida@press.example", phone: "" });
    const other = { campaignId: (await aCampaign()).id, by: desk.by };
    expect(await removeFromPress({ ...other, kind: "contacts", id })).toEqual({ outcome: "gone" });
    expect(await putFirst({ ...desk, kind: "contacts", id: "'; drop table press_contacts; --" })).toEqual({ outcome: "gone" });
    expect((await readPress(campaign.id)).contacts).toHaveLength(1);
    const log = await db.select().from(auditEntries).where(eq(auditEntries.campaignId, campaign.id)).orderBy(asc(auditEntries.id));
    expect(log.map(({ act, subject }) => `${act} ${subject}`)).toEqual(["created press page"]);
    expect(JSON.stringify(log)).not.toContain("ida@press.example");
  });
});

describe("a picture", () => {
  const words = { alt: "A kettle", credit: "Ida, free to print" };

  test("is what its bytes are, once on the page", async () => {
    const content = aPicture(1200, 800);
    expect(await addImage(desk, undefined, { ...words, content })).toEqual({ outcome: "added" });
    expect(await addImage(desk, undefined, { ...words, content })).toEqual({ outcome: "added before" });
    expect((await readPress(campaign.id)).images).toMatchObject([{ mediaType: "image/png", width: 1200, height: 800 }]);
  });

  test.each([
    ["nothing", new Uint8Array(), "Choose a picture first."],
    ["a script with a picture's name", new TextEncoder().encode("<svg onload=alert(1)>"), "This is no PNG, JPEG or WebP"],
    ["one that is too small to print", aPicture(100, 800), "100 × 800"],
    ["one of more than 2 MB", aPicture(1200, 800, 2_000_001), "at most 2 MB"],
  ])("is refused with the reason: %s", async (_, content, reason) => {
    const added = await addImage(desk, undefined, { ...words, content });
    expect(added).toEqual({ outcome: "refused", reason: expect.stringContaining(reason) });
    expect((await readPress(campaign.id)).images).toEqual([]);
  });
});

test("ten of the largest pictures are all that a page can have, and their folder can still be taken to another house", async () => {
  const words = { alt: "A kettle", credit: "Ida, free to print" };
  const add = (turn: number) => addImage(desk, undefined, { ...words, content: aPicture(1200 + turn, 800, 1_990_000) });
  for (let turn = 0; turn < 10; turn += 1) expect(await add(turn)).toEqual({ outcome: "added" });
  expect(await add(10)).toEqual({ outcome: "refused", reason: expect.stringContaining("10 pictures") });
  const zip = zipFolder(await exportCampaign(campaign.id), campaign.slug);
  expect(unzipFolder(zip)).toMatchObject({ outcome: "unzipped" });
  expect(unzipFolder(zip.subarray(0, zip.length - 100))).toEqual({ outcome: "refused", reason: "This is not a zip file that can be read." });
});

test("a quote without its speaker's leave is none", () => {
  const { permission: _, ...rest } = QUOTE;
  expect(QuoteForm.safeParse(rest).error?.issues.map(({ path, message }) => `${path.join()}: ${message}`)).toEqual(["permission: Say how and when they agreed to be quoted."]);
});
