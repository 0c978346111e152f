import { expect, test } from "vitest";
import { visit } from "#tests/setup/browser.ts";
import { linkIn, mailTo, openHouse } from "#tests/setup/open-house.ts";

const opened = openHouse();

test("a reader without JavaScript reads, signs by the mail's link and writes", async () => {
  const { house, browser, resend } = opened;
  const { page, close } = await visit(browser, house.origin, { javaScriptEnabled: false });
  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByRole("link", { name: "See the whole scoreboard" }).click();
  await page.getByRole("table").waitFor();
  await page.getByRole("table").getByRole("link", { name: "Amazon" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Amazon" }).waitFor();

  await page.goto("/letters/dear-retailers");
  await page.getByLabel("Your name").fill("Nguyễn Thị Minh Khai");
  await page.getByLabel("E-mail address").fill("khai@example.org");
  await page.getByLabel("Country").selectOption({ label: "Vietnam" });
  await page.getByRole("button", { name: "Sign the letter" }).click();
  await page.getByRole("link", { name: "Choose retailers" }).click();
  await page.getByLabel("Target").check();
  await page.getByRole("button", { name: "Write to them" }).click();
  await page.getByRole("button", { name: "Send it through Countersign" }).click();
  await page.getByRole("heading", { name: "One step is left" }).waitFor();

  const confirm = linkIn(await mailTo(resend, "khai@example.org"), /\/confirm$/);
  await page.goto(confirm);
  await page.getByText("Nguyễn Thị Minh Khai", { exact: true }).waitFor();
  expect(await page.getByLabel("Send to Target").isChecked()).toBe(true);
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  await page.getByRole("heading", { name: "Your signature is confirmed" }).waitFor();

  // The shipped campaign is being tested: its organizer gets a copy, marked so, and the retailer nothing.
  const copy = await mailTo(resend, "grace@example.org");
  expect(copy.subject).toMatch(/^\[Test for Target\]/);
  await page.goto(confirm);
  await page.getByRole("heading", { name: "This signature is confirmed" }).waitFor();
  await close();
});

test("opening the mail's link confirms nothing, for scanners open links", async () => {
  const { house, resend } = opened;
  const form = new URLSearchParams({ name: "Ada Lovelace", email: "ada@example.org", country: "GB" });
  await fetch(`${house.origin}/letters/dear-retailers/sign`, { method: "POST", body: form, redirect: "manual" });
  const link = linkIn(await mailTo(resend, "ada@example.org"), /\/confirm$/);
  const before = await (await fetch(`${house.origin}/letters/dear-retailers/count.json`)).json();
  for (const method of ["GET", "HEAD"]) expect((await fetch(link, { method })).status).toBe(200);
  expect(await (await fetch(link)).text()).toContain("Is this your signature?");
  expect(await (await fetch(`${house.origin}/letters/dear-retailers/count.json`)).json()).toEqual(before);
});
