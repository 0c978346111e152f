import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { sql } from "#db/client.server.ts";
import { sessionOf } from "#tests/integration/organizers-steps.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { openHouse } from "#tests/setup/open-house.ts";

/** Grace finds her way in a campaign of thousands: the sample's. */
const SLUG = "sample";
const opened = openHouse({ sample: true });
let grace: Awaited<ReturnType<typeof visit>>;
let token: string;

async function signedIn(options: Parameters<typeof visit>[2] = {}) {
  const browser = await visit(opened.browser, opened.house.origin, options);
  await browser.page.context().addCookies([{ name: "organizer", value: token, url: opened.house.origin }]);
  return browser;
}

beforeAll(async () => {
  const [organizer] = await sql<{ id: string }[]>`select id from organizers where email = 'grace@example.org'`;
  if (!organizer) throw new Error("Grace is not there.");
  token = await sessionOf(organizer);
  grace = await signedIn();
});

afterAll(() => grace?.close());

test("she narrows the signatures, keeps the view, and finds her way back", async () => {
  const { page } = grace;
  await page.goto(paths.deskSignatures(SLUG));
  await page.getByText(/^\d,\d{3} signatures$/).waitFor();
  await expectAccessible(page);
  await page.keyboard.press("/");
  expect(await page.getByRole("combobox", { name: "State" }).evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByRole("combobox", { name: "State" }).selectOption({ label: "confirmed" });
  await page.getByRole("combobox", { name: "Comment" }).selectOption({ label: "With a comment" });
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("link", { name: "Take away: With a comment" }).waitFor();
  await page.getByText("Save this view").click();
  await page.getByLabel("Name of the view").fill("Worth reading");
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("navigation", { name: "Saved views" }).getByRole("link", { name: "Worth reading" }).waitFor();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Next" }).click();
  await page.getByText("Page 2", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Take away: State: confirmed" }).click();
  await page.getByText(/signatures match$/).waitFor();
  await page.goto(`${paths.deskSignatures(SLUG)}?country=AQ&state=suspect`);
  await page.getByText("No signature matches these filters.").waitFor();
  await expectAccessible(page);
});

test("what she ticks stays ticked from page to page; the removal asks first, is a job, and is undone", async () => {
  const { page } = grace;
  const count = async () => countSignatures((await sql<{ id: string }[]>`select id from campaigns where slug = ${SLUG}`)[0]?.id ?? "");
  const before = await count();
  await page.goto(`${paths.deskSignatures(SLUG)}?state=confirmed`);
  await page.getByRole("checkbox", { name: "Tick every row of this page" }).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.getByText("The 2 ticked").waitFor();
  await page.getByRole("link", { name: "Next" }).click();
  await page.getByText("2 of them on other pages").waitFor();
  await page.locator("tbody").getByRole("checkbox").first().check();
  await page.getByText("The 3 ticked").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove…" }).click();
  await page.getByText("3 signatures, ticked one by one").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove them" }).click();
  await page.getByRole("link", { name: "Say why." }).waitFor();
  await page.getByLabel("Reason").fill("They came from one machine.");
  await page.getByLabel("Type remove to go on").fill("remove");
  await page.getByRole("button", { name: "Remove them" }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor({ timeout: 20_000 });
  await expect.poll(count, { timeout: 20_000 }).toBe(before - 3);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(count, { timeout: 20_000 }).toBe(before);
  await page.goto(paths.deskLog(SLUG));
  await page.getByRole("row", { name: /removed .* 3 signatures/ }).waitFor();
  await page.getByRole("row", { name: /restored .* 3 signatures/ }).waitFor();
  await expectAccessible(page);
});

test("on a phone, in the dark and without scripts she reads every list and asks for a file", async () => {
  const kim = await signedIn({ javaScriptEnabled: false, viewport: { width: 390, height: 800 }, colorScheme: "dark" });
  const { page } = kim;
  for (const path of [paths.deskMessages, paths.deskDeliveries, paths.deskRetailers, paths.deskSignatures]) {
    await page.goto(path(SLUG));
    await page.getByRole("table").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
  await page.getByText("Filters", { exact: true }).click();
  await page.getByRole("combobox", { name: "Country" }).selectOption({ label: "France" });
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("link", { name: "Take away: Country: France" }).waitFor();
  await page.getByRole("row").nth(1).getByRole("link").click();
  await page.getByRole("heading", { name: "Mail to the signer" }).waitFor();
  await page.goBack();
  await page.getByRole("radio", { name: /^All .* that match$/ }).check();
  await page.getByRole("button", { name: "Export…" }).click();
  await page.getByText("Country: France").waitFor();
  await page.getByRole("button", { name: "Export them" }).click();
  await page.getByRole("heading", { name: "Export of signatures" }).waitFor();
  await expect
    .poll(async () => (await page.reload(), page.getByRole("button", { name: "Download the file" }).count()), { timeout: 20_000 })
    .toBe(1);
  await kim.close();
});
