import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";
import { sql } from "#db/client.server.ts";
import { sessionOf } from "#tests/integration/organizers-steps.ts";
import { visit } from "#tests/setup/browser.ts";
import { openHouse } from "#tests/setup/open-house.ts";

/** Grace brings the signatures of an older petition along, and takes a list away. */
const SLUG = "sample";
const FILE = "Full name,Email,Country,Public\nZora of the old petition,zora@example.org,Germany,yes\nNobody,no address,GB,no\n";
const opened = openHouse({ sample: true });
let grace: Awaited<ReturnType<typeof visit>>;

beforeAll(async () => {
  const [organizer] = await sql<{ id: string }[]>`select id from organizers where email = 'grace@example.org'`;
  if (!organizer) throw new Error("Grace is not there.");
  grace = await visit(opened.browser, opened.house.origin, { javaScriptEnabled: false });
  await grace.page.context().addCookies([{ name: "organizer", value: await sessionOf(organizer), url: opened.house.origin }]);
});

afterAll(() => grace?.close());

test("without scripts: she sends a file, tells its columns, runs it dry, imports it, and exports who came", { timeout: 60_000 }, async () => {
  const { page } = grace;
  await page.goto(paths.deskNewImport(SLUG));
  await page.getByLabel("CSV file").setInputFiles({ name: "old.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
  await page.getByRole("button", { name: "Send the file" }).click();
  await page.getByRole("heading", { name: "Say what its columns are" }).waitFor();
  await page.getByRole("button", { name: "Start the dry run" }).click();
  await untilShown(page.getByRole("link", { name: "Go on with 1 signature…" }));
  await page.getByRole("row", { name: /3 Email Enter an e-mail address/ }).waitFor();
  await page.getByRole("link", { name: "Go on with 1 signature…" }).click();
  await page.getByLabel("They were confirmed elsewhere").check();
  await page.getByLabel("How and when they were confirmed").fill("Each by a mailed link, in May 2025.");
  await page.getByLabel("Type import to go on").fill("import");
  await page.getByRole("button", { name: "Import them" }).click();
  await untilShown(page.getByText("done, 2 of 2"));

  await page.goto(`${paths.deskSignatures(SLUG)}?source=import`);
  await page.getByRole("link", { name: "Zora of the old petition" }).waitFor();
  await page.getByRole("radio", { name: /^All .* that match$/ }).check();
  await page.getByRole("button", { name: "Export…" }).first().click();
  await page.getByLabel("Comment", { exact: true }).uncheck();
  await page.getByRole("button", { name: "Export them" }).click();
  await untilShown(page.getByRole("button", { name: "Download the file" }));
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the file" }).click()]);
  const [head, row] = readFileSync(await download.path(), "utf8").split("\r\n");
  expect([head?.includes("Comment,"), row]).toEqual([false, expect.stringMatching(/^Zora of the old petition,DE,confirmed,,import,shown,/)]);
});

/** Without scripts a page shows what was, until it is asked for again. */
async function untilShown(what: ReturnType<typeof grace.page.getByText>) {
  await expect.poll(async () => (await grace.page.reload(), what.count()), { timeout: 20_000 }).toBe(1);
}
