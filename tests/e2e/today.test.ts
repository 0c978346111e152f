import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { linkIn, mailTo, openHouse } from "#tests/setup/open-house.ts";

const opened = openHouse({ sample: true });
const PHONE = { width: 390, height: 844 };

let grace: Awaited<ReturnType<typeof visit>>;

beforeAll(async () => {
  grace = await visit(opened.browser, opened.house.origin, { viewport: PHONE });
  const { page } = grace;
  await page.goto(paths.signIn());
  await page.getByLabel("Your e-mail address").fill("grace@example.org");
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await page.getByRole("heading", { name: "Look into your inbox" }).waitFor();
  await page.goto(linkIn(await mailTo(opened.resend, "grace@example.org"), /\/organize\/sign-in\//));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Campaigns" }).waitFor();
});

afterAll(() => grace?.close());

test("on a phone Grace sees what waits first, then the day in charts with their tables", async () => {
  const { page } = grace;
  await expectAccessible(page);
  await page.getByRole("link", { name: "Sample: Quiet appliances" }).click();
  await page.getByRole("heading", { level: 2, name: "What waits for you" }).waitFor();
  await page.getByRole("heading", { level: 3, name: /Bouncing contacts/ }).waitFor();
  const headings = await page.getByRole("heading", { level: 2 }).allInnerTexts();
  expect(headings.slice(0, 2)).toEqual(["What waits for you", "Today"]);
  const hours = page.getByRole("figure").filter({ has: page.getByRole("heading", { name: "Confirmed by the hour" }) });
  await hours.getByText("the same as a table").click();
  expect(await hours.getByRole("row").count()).toBe(25);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, { onlyColours: true });
  await page.emulateMedia({ colorScheme: "light" });
});

test("she pauses the campaign from it, and lets it go on", async () => {
  const { page } = grace;
  const pause = page.getByRole("button", { name: "Pause", exact: true });
  expect((await pause.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await pause.click();
  await page.getByRole("button", { name: "Resume" }).first().click();
  await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
});

test("a link that she names carries its name into the signature, without scripts", async () => {
  const { page } = grace;
  await page.goto(paths.deskLinks("sample"));
  await page.getByLabel("Where you will put the link").fill("Poster at the fair");
  await page.getByRole("button", { name: "Make the link" }).click();
  const address = await page.getByLabel("Its address").inputValue();
  expect(new URL(address).search).toBe("?from=poster-at-the-fair");
  await expectAccessible(page);

  const ada = await visit(opened.browser, opened.house.origin, { javaScriptEnabled: false });
  await ada.page.goto(address);
  await ada.page.getByLabel("Your name").fill("Ada Lovelace");
  await ada.page.getByLabel("E-mail address").fill("ada@example.org");
  await ada.page.getByLabel("Country").selectOption("GB");
  await ada.page.getByRole("button", { name: "Sign the letter" }).click();
  await ada.page.getByRole("heading", { level: 1 }).waitFor();
  await ada.close();

  await expect
    .poll(async () => {
      await page.goto(paths.deskLinks("sample"));
      return page.getByLabel("poster-at-the-fair: 1 signed").count();
    }, { timeout: 40_000, interval: 1_000 })
    .toBe(1);
});
