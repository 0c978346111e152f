import { readFileSync } from "node:fs";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkFolder } from "#app/folders/check.ts";
import { exportCampaign } from "#app/folders/export.server.ts";
import { firstOrganizer } from "#app/folders/owner.server.ts";
import { importCampaign } from "#app/folders/import.server.ts";
import { unzipFolder, zipFolder } from "#app/folders/zip.ts";
import { createSignInLink } from "#app/organizers/sign-in-link.server.ts";
import { paths } from "#app/http/paths.ts";
import { db } from "#db/client.server.ts";
import { organizers } from "#db/schema/index.ts";
import { aPng } from "#tests/pictures.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { inFreshHouse } from "#tests/setup/fresh-house.ts";
import { linkIn, mailTo, openHouse } from "#tests/setup/open-house.ts";
import { send } from "./desk-steps.ts";

const SLUG = "straight-answers-on-kettles";
const CO_SIGNERS = ["Kettle Watch https://kettle-watch.example", "Toaster Union", "مرصد الغلايات", "Mothers, Inc.", "Privacy Pot", "Spoon Society", "Open Hob", "Boil Right", "Tea League", "Hush"];
const opened = openHouse();

let nadia: Awaited<ReturnType<typeof visit>>;

beforeAll(async () => {
  nadia = await visit(opened.browser, opened.house.origin);
  await signInTo(nadia.page);
});

afterAll(() => nadia?.close());

async function signInTo(page: typeof nadia.page) {
  const [organizer] = await db.select().from(organizers);
  await page.goto(paths.signInLink(await createSignInLink(db, organizer?.id ?? "")));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Campaigns" }).waitFor();
}

async function press(name: string | RegExp) {
  await send(nadia.page, nadia.page.getByRole("button", { name }));
}

async function fill(fields: Record<string, string>) {
  for (const [label, text] of Object.entries(fields)) await nadia.page.getByLabel(label, { exact: true }).fill(text);
}

async function follow(link: string, heading: string) {
  await nadia.page.getByRole("link", { name: link, exact: true }).first().click();
  await nadia.page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
}

test("Nadia starts from nothing: the address is made from the name, and the steps say what is needed", async () => {
  const { page } = nadia;
  await page.getByRole("link", { name: "Start a campaign" }).click();
  await fill({ Name: "Straight answers on kettles" });
  expect(await page.getByLabel("Address").getAttribute("placeholder")).toBe(SLUG);
  await expectAccessible(page);
  await press("Start");
  await page.getByRole("heading", { name: "Set up Straight answers on kettles" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(paths.setUp(SLUG));
  await expectAccessible(page);
  await follow("Go on: Name and addressees", "Name and addressees");
  await fill({ "To whom the letter is": "Amazon, Best Buy and Kettle House" });
  await press("Save and continue");
});

test("she writes the letter in two languages, one from right to left, and finds the way back to the steps", async () => {
  const { page } = nadia;
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await fill({ Title: "Kettles should not listen", Date: "2026-11-24", Summary: "Sell only kettles without a microphone.", Letter: "Dear retailers,\n\nA kettle needs no ear." });
  await press(/^Save/);
  await page.goto(paths.deskLetter(SLUG));
  await page.getByLabel("Language", { exact: true }).selectOption("ar");
  await press("Write in this language");
  await page.getByLabel("Title").waitFor();
  expect(await page.getByLabel("Title").getAttribute("dir")).toBe("rtl");
  expect(await page.getByLabel("Date").inputValue()).toBe("2026-11-24");
  await page.getByLabel("Addressees").fill("أمازون وبست باي وبيت الغلاية");
  await fill({ Title: "على الغلايات ألا تتنصّت", Summary: "نطلب غلايات بلا ميكروفون.", Letter: "السادة،\n\nالغلاية لا تحتاج أذنًا." });
  await press(/^Save/);
  await follow("Next: Demands", "Demands");
});

test("a demand with nothing said of it is refused beside its field, and kept; three are on the list", async () => {
  const { page } = nadia;
  await fill({ "What is asked": "Sell no kettle that listens", "In two or three words": "No ear" });
  await press("Add this demand");
  await page.getByRole("link", { name: "Say the demand whole, in one sentence." }).waitFor();
  await expectAccessible(page);
  await fill({ "In one sentence": "None on the shelf has a microphone." });
  await page.getByLabel("Why").fill("A kettle needs no ear.");
  await press("Add this demand");
  await page.getByRole("link", { name: "Sell no kettle that listens" }).waitFor();
  for (const [asked, short] of [["Say which kettles listen", "Label"], ["Take back those that were sold", "Take back"]] as const) {
    await fill({ "What is asked": asked, "In two or three words": short, "In one sentence": `${asked}.` });
    await press("Add this demand");
    await page.getByRole("link", { name: asked }).waitFor();
  }
  await follow("Next: Co-signers", "Co-signers");
});

test("ten organisations are pasted at once, one corrected, one moved up", async () => {
  const { page } = nadia;
  await page.getByLabel("Organisations").fill("Kettle Watch https://");
  await press("Add to the list");
  await page.getByRole("link", { name: /^Line 1: Type a whole address/ }).waitFor();
  await expectAccessible(page);
  await page.getByLabel("Organisations").fill(CO_SIGNERS.join("\n"));
  await press("Add to the list");
  await page.getByRole("link", { name: "Change Toaster Union" }).click();
  await page.getByLabel("Web address").fill("toaster-union.example");
  await press("Save");
  await page.getByRole("link", { name: "toaster-union.example" }).waitFor();
  await press("Up Hush");
  await expect.poll(() => page.getByRole("list").getByRole("strong").allInnerTexts()).toEqual([...CO_SIGNERS.slice(0, 8).map((line) => line.replace(/ https.*/, "")), "Hush", "Tea League"]);
  await expectAccessible(page);
  await follow("Next: Retailers", "Retailers");
});

test("two retailers are taken from the directory, a new one comes with its address", async () => {
  const { page } = nadia;
  for (const name of ["Amazon", "Best Buy"]) {
    await press(`Take ${name}`);
    await page.getByRole("button", { name: `Remove ${name}` }).waitFor();
  }
  await fill({ Name: "Kettle House" });
  await page.getByLabel("Country").selectOption("GB");
  await page.getByLabel("Address for messages").fill("care@kettle-house.example");
  await press("Add this retailer");
  await page.getByRole("button", { name: "Remove Kettle House" }).waitFor();
  await expectAccessible(page);
  await follow("Next: Message", "Message");
});

test("a template that names what is not there says so with its line, and a test comes to her own mailbox", async () => {
  const { page } = nadia;
  const message = page.getByLabel("Message", { exact: true });
  const printed = await message.inputValue();
  await message.fill("Dear {{ retailer }},\n\n{{ letter_ulr }}");
  await press("Save and continue");
  await page.getByRole("link", { name: /^Line 3: there is no “letter_ulr”/ }).waitFor();
  await expectAccessible(page);
  await message.fill(printed.replace("I am one of your customers", "I buy my kettles from you"));
  await press("Save and continue");
  await page.getByRole("heading", { name: "Sender and privacy" }).waitFor();
  await page.getByRole("link", { name: "Back: Message" }).click();
  await press("Send this to myself");
  await page.getByText("A test is on its way").waitFor();
  const mail = await mailTo(opened.resend, "grace@example.org");
  expect(mail.subject).toBe("[Test for Amazon] Please answer our open letter");
  expect(mail.text).toContain("I buy my kettles from you");
});

test("her colour is checked, her logo is one by its bytes, and both views are looked at", async () => {
  const { page } = nadia;
  await page.goto(paths.setUpStep(SLUG, "sender"));
  await page.getByLabel("Sender’s name").fill("Kettle Watch");
  await page.getByLabel("Privacy contact").fill("privacy@kettle-watch.example");
  await page.getByLabel("Days after closing").fill("365");
  await press("Save and continue");
  await page.getByLabel("Picture").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: aPng(200, 80) });
  await press("Set the logo");
  await page.getByAltText("The logo of").waitFor();
  await page.getByLabel("Colour of your own").fill("#ffb000");
  await page.getByText("this is the nearest that can be read").waitFor();
  await press("Save and continue");
  await page.getByRole("link", { name: /^#ffb000 is too light/ }).waitFor();
  await press("Take #966600 instead");
  await page.getByRole("heading", { name: "Checklist" }).waitFor();
  await press("I have read it: the letter is right");
  await page.getByText("Found right by").waitFor();
  await press("I have read it: the message is right");
  await expect.poll(() => page.getByText("Found right by").count()).toBe(2);
  await expectAccessible(page);
});

test("typed and opened, the letter is public in both languages, in her colour, with its ten co-signers", async () => {
  const { page } = nadia;
  await page.getByRole("link", { name: "Next: Publish" }).click();
  await page.getByLabel(`Type ${SLUG} to open it`).fill(SLUG);
  await press("Publish the letter and open");
  await page.getByRole("heading", { name: "Straight answers on kettles is open" }).waitFor();
  await page.goto(`${paths.letter(SLUG)}?lang=ar`);
  await page.getByRole("heading", { name: "على الغلايات ألا تتنصّت" }).waitFor();
  await page.goto(paths.letter(SLUG));
  await page.getByRole("heading", { name: "Kettles should not listen" }).waitFor();
  await page.getByRole("heading", { name: "Signed by 10 organisations" }).waitFor();
  const why = page.getByText("A kettle needs no ear.").last();
  expect((await why.boundingBox())?.width, "the reason stands beside the number, not below it").toBeGreaterThan(150);
  const colour = await page.getByRole("button", { name: "Sign the letter" }).evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(colour).toBe("rgb(150, 102, 0)");
  expect(await page.getByAltText("Straight answers on kettles").getAttribute("src")).toMatch(/^\/files\/[0-9a-f]{64}$/);
  await expectAccessible(page);
  // Her colour is another on dark paper, and has to be read there too.
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
});

test("Ada signs it without scripts, and the mail to her bears Nadia's name", async () => {
  const { page, close } = await visit(opened.browser, opened.house.origin, { javaScriptEnabled: false });
  await page.goto(paths.letter(SLUG));
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.getByLabel("E-mail address").fill("ada@example.org");
  await page.getByLabel("Country").selectOption("GB");
  await page.getByRole("button", { name: "Sign the letter" }).click();
  const mail = await mailTo(opened.resend, "ada@example.org");
  expect(mail.from).toMatch(/^Kettle Watch via Countersign </);
  await page.goto(linkIn(mail, /\/confirm$/));
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  await page.getByRole("heading", { name: "Your signature is confirmed" }).waitFor();
  await close();
});

test("the folder that she downloads is in order, and a fresh house that imports it exports the same, byte by byte", async () => {
  const { page } = nadia;
  await page.goto(paths.deskFolder(SLUG));
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `Download ${SLUG}.zip` }).click()]);
  const zip = readFileSync(await download.path());
  const unzipped = unzipFolder(zip);
  if (unzipped.outcome !== "unzipped") throw new Error("It is no zip.");
  expect(checkFolder(unzipped.files)).toMatchObject({ ok: true, campaign: { letters: [{ language: "ar" }, { language: "en" }], demands: { length: 3 }, retailers: { length: 3 }, coSigners: { length: 10 } } });
  const again = await inFreshHouse(async () => {
    const owner = await firstOrganizer("sam@example.org");
    const id = v7();
    expect(await importCampaign({ files: unzipped.files, id, by: owner?.id ?? "" })).toMatchObject({ outcome: "imported" });
    return exportCampaign(id);
  });
  expect(Buffer.from(zipFolder(again, SLUG)).equals(zip)).toBe(true);
});

test("without scripts a copy is started, a step saved and a demand moved as well", async () => {
  const sam = await visit(opened.browser, opened.house.origin, { javaScriptEnabled: false });
  const { page } = sam;
  await signInTo(page);
  await page.goto(paths.newCampaign());
  await page.getByLabel("From a copy of one of yours").check();
  await page.getByLabel("Which of yours").selectOption({ label: "Straight answers on kettles" });
  await page.getByLabel("Name", { exact: true }).fill("Straight answers on toasters");
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("link", { name: "Co-signers" }).first().click();
  await page.getByLabel("Organisations").fill("Toaster Union");
  await page.getByRole("button", { name: "Add to the list" }).click();
  await page.getByRole("link", { name: "Change Toaster Union" }).waitFor();
  await page.getByRole("link", { name: "Demands" }).first().click();
  await page.getByRole("button", { name: "Up Say which kettles listen" }).click();
  await expect.poll(() => page.getByRole("list").getByRole("link", { name: /^S/ }).allInnerTexts()).toEqual(expect.arrayContaining(["Say which kettles listen", "Sell no kettle that listens"]));
  await sam.close();
});
