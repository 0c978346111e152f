import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { linkIn, mailTo, openHouse } from "#tests/setup/open-house.ts";
import { send, SLUG } from "./desk-steps.ts";

const opened = openHouse();
const TITLE = "قبل أن يوضع على الرف";

let grace: Awaited<ReturnType<typeof visit>>;

beforeAll(async () => {
  grace = await visit(opened.browser, opened.house.origin);
  const { page } = grace;
  await page.goto(paths.signIn());
  await page.getByLabel("Your e-mail address").fill("grace@example.org");
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await page.goto(linkIn(await mailTo(opened.resend, "grace@example.org"), /\/organize\/sign-in\//));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Campaigns" }).waitFor();
});

test("Grace adds Arabic, and the preview follows what she writes", async () => {
  const { page } = grace;
  await page.goto(paths.deskLetter(SLUG));
  await expectInBothThemes(page);
  await page.getByLabel("Language", { exact: true }).selectOption({ label: "Arabic: العربية" });
  await page.getByRole("button", { name: "Write in this language" }).click();
  await page.getByRole("heading", { name: "Letter in Arabic" }).waitFor();
  await page.getByRole("region", { name: "English" }).getByText("Before it goes on the shelf").waitFor();
  await page.getByLabel("Title", { exact: true }).fill(TITLE);
  await page.getByLabel("Addressees").fill("المتاجر");
  await page.getByRole("textbox", { name: "Letter" }).fill("أعزاءنا،\n\n## ما نطلبه\n\nأن يكون **آمنا**.");
  const preview = page.getByRole("region", { name: "As the public will read it" });
  await preview.getByRole("heading", { name: TITLE }).waitFor();
  await preview.getByRole("heading", { name: "ما نطلبه" }).waitFor();
  await page.getByRole("status").filter({ hasText: "6 words, 1 minute to read" }).waitFor();
  await send(page, page.getByRole("button", { name: "Save the draft" }));
  // The date is that of the letter it translates.
  await page.getByText("Not published. Lacks summary.").waitFor();
  await expectInBothThemes(page);
});

test("whoever saves second is told, sees the difference, and nothing is lost", async () => {
  const { page } = grace;
  const other = await page.context().newPage();
  await other.goto(paths.deskLetterIn(SLUG, "ar"));
  await other.getByLabel("Date").fill("2026-03-01");
  await send(other, other.getByRole("button", { name: "Save the draft" }));
  await other.getByRole("button", { name: "Save the draft" }).waitFor();
  await other.close();

  await page.getByLabel("Summary").fill("رسالة مفتوحة.");
  await send(page, page.getByRole("button", { name: "Save the draft" }));
  const told = page.getByRole("alert");
  await told.getByText("Date").waitFor();
  expect((await told.locator("del").allInnerTexts()).join("-")).toBe("2026-03-01");
  expect(await page.getByLabel("Summary").inputValue()).toBe("رسالة مفتوحة.");
  await page.getByLabel("Date").fill("2026-03-01");
  await send(page, page.getByRole("button", { name: "Save the draft" }));
  await page.getByText("Not published.", { exact: true }).waitFor();
});

test("she looks at the whole page, publishes, and readers find the way to it", async () => {
  const { page } = grace;
  await page.getByRole("link", { name: "See the whole page" }).click();
  await page.getByText("The Arabic draft as the public page will show it").waitFor();
  await page.getByLabel("Your name").fill("Grace");
  await page.getByRole("button", { name: "Sign the letter" }).click();
  expect(new URL(page.url()).pathname).toBe(paths.deskLetterPage(SLUG, "ar"));
  await page.getByRole("link", { name: "Back to the desk" }).click();
  await page.getByRole("link", { name: "Review and publish" }).click();
  await page.getByRole("heading", { name: "What becomes public" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("heading", { name: "Version 1 in Arabic" }).waitFor();
  await expectAccessible(page);

  const reader = await visit(opened.browser, opened.house.origin);
  await reader.page.goto(paths.letter(SLUG));
  await reader.page.getByRole("navigation", { name: "Languages of the letter" }).getByRole("link", { name: "العربية" }).click();
  await reader.page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
  expect(await reader.page.getByRole("heading", { level: 1 }).getAttribute("dir")).toBe("rtl");
  expect(await reader.page.locator("html").getAttribute("lang")).toBe("en");
  await expectInBothThemes(reader.page);
  await reader.page.getByRole("button", { name: "Sign the letter" }).click();
  await reader.page.getByRole("heading", { name: `Sign “${TITLE}”` }).waitFor();
  await reader.page.getByRole("link", { name: "Enter your name." }).waitFor();
  await reader.close();
});

test("without JavaScript the preview is a button, and keeps what was typed", async () => {
  const plain = await visit(opened.browser, opened.house.origin, { javaScriptEnabled: false, storageState: await grace.page.context().storageState() });
  const { page } = plain;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(paths.deskLetterIn(SLUG, "en"));
  await page.getByLabel("Title", { exact: true }).fill("Before it goes on any shelf");
  await page.getByLabel("Show beside it").selectOption("Arabic");
  await page.getByRole("button", { name: "Save and preview" }).click();
  const preview = page.getByRole("region", { name: "As the public will read it" });
  await preview.getByRole("heading", { name: "Before it goes on any shelf" }).waitFor();
  await page.getByRole("region", { name: "Arabic" }).getByText(TITLE).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("link", { name: "Compare versions" }).click();
  expect(await page.locator("ins").allInnerTexts()).toContain("any");
  await plain.close();
});

test("a material change asks Ada again by mail, and the count says under which text she stands", async () => {
  const { page } = grace;
  const reader = await visit(opened.browser, opened.house.origin, { viewport: { width: 390, height: 844 } });
  const ada = reader.page;
  await ada.goto(paths.sign(SLUG));
  await ada.getByLabel("Your name").fill("Ada Lovelace");
  await ada.getByLabel("E-mail address").fill("ada@example.org");
  await ada.getByLabel("Country").selectOption("GB");
  await ada.getByRole("button", { name: "Sign the letter" }).click();
  await ada.goto(linkIn(await mailTo(opened.resend, "ada@example.org"), /\/confirm$/));
  await ada.getByRole("button", { name: "Confirm my signature" }).click();
  await ada.getByRole("heading", { name: "Your signature is confirmed" }).waitFor();

  await page.goto(paths.deskLetterPublication(SLUG, "en"));
  await send(page, page.getByRole("button", { name: "Publish", exact: true }));
  await page.getByRole("link", { name: "Say whether the change is material." }).waitFor();
  await expectAccessible(page);
  await page.getByLabel("Yes: what is asked or claimed changes").check();
  await page.getByLabel("What changed, in one line").fill("It speaks of every shelf.");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("heading", { name: "Version 2 in English" }).waitFor();
  await expectAccessible(page);

  const mail = await mailTo(opened.resend, "ada@example.org", { after: 1 });
  expect(mail.text).toContain("It speaks of every shelf.");
  await ada.goto(linkIn(mail, /\/since/));
  expect(await ada.locator("ins").allInnerTexts()).toContainEqual(expect.stringContaining("any"));
  await expectInBothThemes(ada);
  await ada.goto(linkIn(mail, /\/agreement$/));
  await expectAccessible(ada);
  await expectStamp(ada, "0 under this text and 1 under an earlier one");
  await ada.goto(linkIn(mail, /\/agreement$/));
  await ada.getByRole("button", { name: "I agree to the new text" }).click();
  await ada.getByRole("heading", { name: "Your signature stands under the new text" }).waitFor();
  await expectAccessible(ada);
  await expectStamp(ada, "1 under this text and 0 under an earlier one");
  await expectInBothThemes(ada);
  await ada.getByRole("link", { name: "what changed" }).click();
  await ada.getByRole("link", { name: "All versions" }).click();
  await ada.getByText("1 signature under it").waitFor();
  await expectAccessible(ada);
  await ada.getByRole("link", { name: "Version 1" }).click();
  await ada.getByText("The letter has changed since").waitFor();
  await expectAccessible(ada);
  await reader.close();
});

afterAll(() => grace?.close());

/** The clock counts every ten seconds. */
async function expectStamp(page: Page, words: string) {
  await expect.poll(async () => {
    await page.goto(paths.letter(SLUG));
    return (await page.getByRole("region", { name: "Signatures" }).innerText()).replace(/\s+/g, " ");
  }, { timeout: 30_000, interval: 500 }).toContain(words);
}

async function expectInBothThemes(page: Page) {
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, { onlyColours: true });
}
