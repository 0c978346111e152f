import { afterAll, beforeAll, expect, test } from "vitest";
import { createSignInLink } from "#app/organizers/sign-in-link.server.ts";
import { paths } from "#app/http/paths.ts";
import { db } from "#db/client.server.ts";
import { organizers } from "#db/schema/index.ts";
import { aPng } from "#tests/pictures.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { mailTo, openHouse } from "#tests/setup/open-house.ts";
import { send } from "./desk-steps.ts";

const SLUG = "straight-answers-on-kettles";
const opened = openHouse();

let grace: Awaited<ReturnType<typeof visit>>;

beforeAll(async () => {
  grace = await visit(opened.browser, opened.house.origin);
  await signInTo(grace.page);
});

async function signInTo(page: typeof grace.page) {
  const [organizer] = await db.select().from(organizers);
  await page.goto(paths.signInLink(await createSignInLink(db, organizer?.id ?? "")));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Campaigns" }).waitFor();
}

/** At both themes: a campaign's colour is another on dark paper, and has to be read there too. */
async function expectGood() {
  await expectAccessible(grace.page);
  await grace.page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(grace.page);
  await grace.page.emulateMedia({ colorScheme: "light" });
}

async function press(name: string | RegExp) {
  await send(grace.page, grace.page.getByRole("button", { name }));
}

test("Grace starts from nothing: the address is made from the name, and the steps say what is needed", async () => {
  const { page } = grace;
  await page.getByRole("link", { name: "Start a campaign" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Straight answers on kettles");
  expect(await page.getByLabel("Address").getAttribute("placeholder")).toBe(SLUG);
  await expectGood();
  await press("Start");
  await page.getByRole("heading", { name: "Set up Straight answers on kettles" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(paths.setUp(SLUG));
  await expectGood();
  await page.getByRole("link", { name: "Go on: Name and addressees" }).click();
  await page.getByLabel("To whom the letter is").fill("Corner Shop");
  await press("Save and continue");
});

test("she writes the letter, and finds the way back to the steps", async () => {
  const { page } = grace;
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByLabel("Title").fill("Kettles should not listen");
  await page.getByLabel("Date").fill("2026-11-24");
  await page.getByLabel("Summary").fill("Sell only kettles without a microphone.");
  await page.getByLabel("Letter", { exact: true }).fill("Dear Corner Shop,\n\nA kettle needs no ear.");
  await press(/^Save/);
  await page.getByRole("link", { name: "Next: Demands" }).click();
  await page.getByRole("heading", { name: "Demands", exact: true }).waitFor();
});

test("a demand with nothing said of it is refused beside its field, and kept", async () => {
  const { page } = grace;
  await page.getByLabel("What is asked").fill("Sell no kettle that listens");
  await page.getByLabel("In two or three words").fill("No ear");
  await press("Add this demand");
  await page.getByRole("link", { name: "Say the demand whole, in one sentence." }).waitFor();
  await expectGood();
  await page.getByLabel("In one sentence").fill("None on the shelf has a microphone.");
  await press("Add this demand");
  await page.getByRole("link", { name: "Sell no kettle that listens" }).waitFor();
  await page.getByRole("link", { name: "Next: Retailers" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Corner Shop");
  await page.getByLabel("Country").selectOption("GB");
  await page.getByLabel("Address for messages").fill("care@corner-shop.example");
  await press("Add this retailer");
  await page.getByRole("link", { name: "1 address" }).waitFor();
  await expectGood();
});

test("a template that names what is not there says so with its line, and a test comes to her own mailbox", async () => {
  const { page } = grace;
  await page.getByRole("link", { name: "Next: Message" }).click();
  const message = page.getByLabel("Message", { exact: true });
  const printed = await message.inputValue();
  await message.fill("Dear {{ retailer }},\n\n{{ letter_ulr }}");
  await press("Save and continue");
  await page.getByRole("link", { name: /^Line 3: there is no “letter_ulr”/ }).waitFor();
  await expectGood();
  await message.fill(printed.replace("I am one of your customers", "I buy my kettles from you"));
  await press("Save and continue");
  await page.getByRole("heading", { name: "Sender and privacy" }).waitFor();
  await page.getByRole("link", { name: "Back: Message" }).click();
  await press("Send this to myself");
  await page.getByText("A test is on its way").waitFor();
  const mail = await mailTo(opened.resend, "grace@example.org");
  expect(mail.subject).toBe("[Test for Corner Shop] Please answer our open letter");
  expect(mail.text).toContain("I buy my kettles from you");
});

test("her colour is checked, her logo is one by its bytes, and both views are looked at", async () => {
  const { page } = grace;
  await page.goto(paths.setUpStep(SLUG, "sender"));
  await page.getByLabel("Sender’s name").fill("Kettle Watch");
  await page.getByLabel("Privacy contact").fill("privacy@kettle-watch.example");
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
  await expectGood();
});

test("typed and opened, the letter is public in her colour, and mail to signers bears her name", async () => {
  const { page } = grace;
  await page.getByRole("link", { name: "Next: Publish" }).click();
  await page.getByLabel(`Type ${SLUG} to open it`).fill(SLUG);
  await press("Publish the letter and open");
  await page.getByRole("heading", { name: "Straight answers on kettles is open" }).waitFor();
  await page.goto(paths.letter(SLUG));
  await page.getByRole("heading", { name: "Kettles should not listen" }).waitFor();
  const colour = await page.getByRole("button", { name: "Sign the letter" }).evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(colour).toBe("rgb(150, 102, 0)");
  expect(await page.getByAltText("Straight answers on kettles").getAttribute("src")).toMatch(/^\/files\/[0-9a-f]{64}$/);
  await expectGood();
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.getByLabel("E-mail address").fill("ada@example.org");
  await page.getByLabel("Country").selectOption("GB");
  await press("Sign the letter");
  expect((await mailTo(opened.resend, "ada@example.org")).from).toMatch(/^Kettle Watch via Countersign </);
});

test("without scripts a campaign is started, a step saved and a demand moved as well", async () => {
  const sam = await visit(opened.browser, opened.house.origin, { javaScriptEnabled: false });
  const { page } = sam;
  await signInTo(page);
  await page.goto(paths.newCampaign());
  await page.getByLabel("From a copy of one of yours").check();
  await page.getByLabel("Which of yours").selectOption({ label: "Straight answers on kettles" });
  await page.getByLabel("Name", { exact: true }).fill("Straight answers on toasters");
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("link", { name: "Demands" }).first().click();
  await page.getByLabel("What is asked").fill("Sell no toaster that talks");
  await page.getByLabel("In two or three words").fill("No mouth");
  await page.getByLabel("In one sentence").fill("None on the shelf has a loudspeaker.");
  await page.getByRole("button", { name: "Add this demand" }).click();
  await page.getByRole("button", { name: "Up Sell no toaster that talks" }).click();
  await expect.poll(() => page.getByRole("list").getByRole("link", { name: /^Sell no/ }).allInnerTexts()).toEqual(["Sell no toaster that talks", "Sell no kettle that listens"]);
  await sam.close();
});

afterAll(() => grace?.close());
