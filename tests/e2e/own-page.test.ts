import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { linkIn, mailTo, openHouse } from "#tests/setup/open-house.ts";

const opened = openHouse({ sample: true });

async function signs(page: Page, slug: string, { name, email, comment }: { name: string; email: string; comment: string }) {
  await page.goto(`/letters/${slug}/sign`);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Country").selectOption({ label: "United Kingdom" });
  await page.getByLabel("Why you sign").fill(comment);
  await page.getByLabel("Show my name under the letter").check();
  await page.getByRole("button", { name: "Sign the letter" }).click();
  await page.getByRole("heading", { name: "Check your inbox" }).waitFor();
}

async function confirms(page: Page, email: string, after: number) {
  await page.goto(linkIn(await mailTo(opened.resend, email, { after }), /\/confirm$/));
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  await page.getByRole("heading", { name: "Your signature is confirmed" }).waitFor();
}

async function asks(page: Page, email: string, after: number) {
  await page.goto("/me");
  await page.getByLabel("The e-mail address you signed with").fill(email);
  await page.getByRole("button", { name: "Mail me the link" }).click();
  await page.getByRole("heading", { name: "Look into your inbox" }).waitFor();
  return linkIn(await mailTo(opened.resend, email, { after }), /\/me\//);
}

/** Light and dark on a phone; and nowhere sideways. */
async function expectWell(page: Page) {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, { onlyColours: true });
  await page.emulateMedia({ colorScheme: "light" });
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}

test.each([[true], [false]])("Ada sees that she counts, changes her name, withdraws, signs again and erases all of it (scripts: %s)", async (javaScriptEnabled) => {
  const { house, browser } = opened;
  const { page, close } = await visit(browser, house.origin, { javaScriptEnabled, viewport: { width: 390, height: 844 } });
  const email = javaScriptEnabled ? "ada@example.org" : "grace@example.org";
  await signs(page, "dear-retailers", { name: "Ada Lovelace", email, comment: "My kettle listens.".repeat(30) });
  await confirms(page, email, 0);
  await signs(page, "sample", { name: "آدا لوفلايس", email, comment: "الغلاية تسمعني" });
  await mailTo(opened.resend, email, { after: 1 });
  const me = await asks(page, email, 2);

  await page.goto(me);
  const ada = page.getByRole("article", { name: "Ada Lovelace" });
  await ada.getByText("Yes, it counts").waitFor();
  await page.getByRole("article", { name: "آدا لوفلايس" }).getByText("No, not yet").waitFor();
  if (javaScriptEnabled) await expectWell(page);

  await ada.getByRole("link", { name: "Change name" }).click();
  await page.getByLabel("Your name").fill("=Ada");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Enter a name that does not begin with = + - or @." }).waitFor();
  if (javaScriptEnabled) await expectAccessible(page);
  await page.getByLabel("Your name").fill("Augusta King");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("status").getByText("Changed.").waitFor();
  await expect.poll(async () => (await (await fetch(`${house.origin}/letters/dear-retailers`)).text()).includes("Augusta King")).toBe(true);

  const augusta = page.getByRole("article", { name: "Augusta King" });
  await augusta.getByRole("button", { name: "Start updates" }).click();
  await page.getByText("You get updates from now on.").waitFor();
  await augusta.getByRole("link", { name: "Withdraw" }).click();
  await page.getByRole("button", { name: "Withdraw my signature" }).click();
  await augusta.getByText("you withdrew it").waitFor();
  await augusta.getByRole("button", { name: "Sign again" }).click();
  await augusta.getByText("Yes, it counts").waitFor();
  const download = await page.request.get(`${me}/download`);
  expect(download.headers()["content-disposition"]).toMatch(/^attachment; filename="countersign-/);
  expect(await download.json()).toMatchObject({ format: "countersign-signer/1", signatures: [{ counts: false }, { name: "Augusta King", counts: true }] });

  await page.getByRole("link", { name: "Erase all signatures from this address" }).click();
  if (javaScriptEnabled) await expectAccessible(page);
  await page.getByRole("button", { name: "Erase all of it for good" }).click();
  await page.getByRole("heading", { name: "Erased" }).waitFor();
  expect((await page.goto(me))?.status()).toBe(404);
  await expect.poll(async () => (await (await fetch(`${house.origin}/letters/dear-retailers`)).text()).includes("Augusta King")).toBe(false);
  await close();
});
