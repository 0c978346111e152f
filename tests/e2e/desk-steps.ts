import type { Locator, Page } from "playwright-core";
import { dayOf } from "#app/responses/calendar-days.ts";
import { paths } from "#app/http/paths.ts";
import { linkIn, mailTo } from "#tests/setup/open-house.ts";
import type { FakeResend } from "#tests/fakes/resend.ts";

/** Steps at the desk that its stories share. */
export const SLUG = "dear-retailers";
export const TODAY = dayOf(new Date());
export const DEADLINE = dayOf(new Date(Date.now() + 60 * 86_400_000));

/** Presses a button, and waits until the house has answered the form. */
export async function send(page: Page, button: Locator) {
  await Promise.all([page.waitForResponse((response) => response.request().method() === "POST"), button.click()]);
}

export async function addContact(page: Page, retailer: string, email: string) {
  await page.goto(paths.deskContacts(SLUG, retailer));
  await page.getByLabel("What the address is for").fill("Customer care");
  await page.getByLabel("E-mail address").fill(email);
  await send(page, page.getByRole("button", { name: "Add contact" }));
  await page.getByRole("form", { name: `State of ${email}` }).waitFor();
}

export async function retireContact(page: Page, email: string) {
  const form = page.getByRole("form", { name: `State of ${email}` });
  await form.getByLabel("State").selectOption("retired");
  await form.getByLabel("Why").fill("It was an example.");
  await send(page, form.getByRole("button", { name: "Set state" }));
}

/** What is said beside a field, as a screen reader says it with the field. */
export async function remarksOf(field: Locator) {
  const ids = (await field.getAttribute("aria-describedby"))?.split(" ") ?? [];
  return Promise.all(ids.map((id) => field.page().locator(`[id="${id}"]`).innerText()));
}

/** Ada signs, confirms by her mail's link, and lets a message to Amazon go. */
export async function adaWritesToAmazon(page: Page, resend: FakeResend) {
  await page.goto(paths.sign(SLUG));
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.getByLabel("E-mail address").fill("ada@example.org");
  await page.getByLabel("Country").selectOption("GB");
  await page.getByRole("button", { name: "Sign the letter" }).click();
  await page.getByRole("link", { name: "Choose retailers" }).click();
  await page.getByLabel("Amazon").check();
  await page.getByRole("button", { name: "Write to them" }).click();
  await page.getByRole("button", { name: "Send it through Countersign" }).click();
  await page.getByRole("heading", { name: "One step is left" }).waitFor();
  await page.goto(linkIn(await mailTo(resend, "ada@example.org"), /\/confirm$/));
  await page.getByRole("button", { name: "Confirm my signature" }).click();
  await page.getByRole("heading", { name: "Your signature is confirmed" }).waitFor();
}

/** By the link that is mailed, to the desk of the shipped campaign. */
export async function signsIn(page: Page, resend: FakeResend, email: string) {
  await page.goto(paths.deskCampaign(SLUG));
  await page.getByLabel("Your e-mail address").fill(email);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await page.goto(linkIn(await mailTo(resend, email), /\/organize\/sign-in\//));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Dear retailers" }).waitFor();
}
