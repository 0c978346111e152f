import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { linkIn, mailTo, openHouse } from "#tests/setup/open-house.ts";
import { sign } from "#tests/setup/sign.ts";

const opened = openHouse();

test("Ada's receipt holds on the page that checks it, and does not with one digit changed", async () => {
  const { house, browser, resend } = opened;
  await sign(house.origin, "ada@example.org");
  const { page, close } = await visit(browser, house.origin, { viewport: { width: 390, height: 844 } });
  await page.goto(linkIn(await mailTo(resend, "ada@example.org"), /\/confirm$/));
  await page.getByRole("button", { name: "Confirm my signature" }).click();

  const told = await mailTo(resend, "ada@example.org", { after: 1 });
  expect(told.subject).toContain("Your signature counts");
  await page.goto(linkIn(told, /\/me\//));
  await expectAccessible(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download receipt.json" }).click()]);
  const receipt = await readFile(await download.path(), "utf8");

  await page.goto(paths.verify("dear-retailers"));
  await expectAccessible(page);
  await page.getByLabel("Or paste a receipt").fill(receipt);
  await page.getByRole("button", { name: "Check it" }).click();
  await page.getByRole("heading", { name: "It holds" }).waitFor();
  await page.getByText("The entry belongs to ada@example.org").waitFor();
  await expectAccessible(page);
  await page.getByLabel("A receipt, or a file for handing over").setInputFiles({ name: "receipt.json", mimeType: "application/json", buffer: Buffer.from(receipt.replace('"GB"', '"FR"')) });
  await page.getByRole("heading", { name: "It does not hold" }).waitFor();

  await page.goto(paths.register("dear-retailers"));
  await page.getByRole("heading", { name: "Its newest state" }).waitFor();
  await expectAccessible(page);
  await close();
});

test("without JavaScript the site checks a receipt and says what does not fit", async () => {
  const { house, browser } = opened;
  const { page, close } = await visit(browser, house.origin, { javaScriptEnabled: false });
  await page.goto(paths.verify("dear-retailers"));
  await page.getByLabel("Or paste a receipt").fill("{}");
  await page.getByRole("button", { name: "Check it" }).click();
  await page.getByText("This is neither a receipt").waitFor();
  await close();
});
