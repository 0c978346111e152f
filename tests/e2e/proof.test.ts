import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";
import { db } from "#db/client.server.ts";
import { campaigns } from "#db/schema/index.ts";
import { answerTo } from "#tests/answer-question.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { mailTo, openHouse } from "#tests/setup/open-house.ts";
import { SLUG } from "./desk-steps.ts";

const opened = openHouse();
const QUESTION = /^(Write|Which)/;

beforeAll(async () => {
  await db.update(campaigns).set({ asksForProof: true }).where(eq(campaigns.slug, SLUG));
});

async function fillIn(page: Page, name: string, email: string) {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Country").selectOption("GB");
}

async function signs(page: Page) {
  await page.getByRole("button", { name: "Sign the letter" }).click();
}

test("Ada signs while her browser calculates, twice by a slip, and once more after going back to mend her address", async () => {
  const { browser, house, resend } = opened;
  const { page, close } = await visit(browser, house.origin);
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  await page.goto(paths.letter(SLUG));
  await fillIn(page, "Ada Lovelace", "ada@exmple.org");
  await page.getByText("Your browser has done its calculation.").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign the letter" }).dblclick();
  await page.waitForURL(/check-inbox/);
  expect(posts).toHaveLength(1);

  await page.goBack();
  await page.getByLabel("E-mail address").fill("ada@example.org");
  await signs(page);
  await page.waitForURL(/check-inbox/);
  await mailTo(resend, "ada@exmple.org");
  await mailTo(resend, "ada@example.org");
  await close();
});

test("a page that stood open for hours calculates anew when it is sent", async () => {
  const { browser, house, resend } = opened;
  const { page, close } = await visit(browser, house.origin);
  let challenges = 0;
  page.on("request", (request) => (challenges += request.url().endsWith(paths.challenge(SLUG)) ? 1 : 0));
  await page.clock.install();
  await page.goto(paths.letter(SLUG));
  await fillIn(page, "Grace Hopper", "grace.hopper@example.org");
  await page.getByText("Your browser has done its calculation.").waitFor();
  await page.clock.fastForward(3 * 3_600_000);
  await signs(page);
  await page.waitForURL(/check-inbox/);
  expect(challenges).toBe(2);
  await mailTo(resend, "grace.hopper@example.org");
  await close();
});

test("Sam signs without JavaScript by answering a question, at the second try", async () => {
  const { browser, house, resend } = opened;
  const { page, close } = await visit(browser, house.origin, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  await page.goto(paths.letter(SLUG));
  await fillIn(page, "Sam Sample", "sam@example.org");
  await page.getByLabel("Show my name").check();
  await signs(page);
  await page.getByRole("link", { name: "Answer the question, so that we know a person signs." }).waitFor();
  await page.getByLabel(QUESTION).fill("pills");
  await signs(page);
  await page.getByRole("link", { name: "That was not the answer. Here is another question." }).waitFor();
  expect(await page.getByLabel("Your name").inputValue()).toBe("Sam Sample");
  expect(await page.getByLabel("Show my name").isChecked()).toBe(true);
  expect(await page.getByLabel(QUESTION).inputValue()).toBe("");
  await answers(page);
  await page.waitForURL(/check-inbox/);
  await mailTo(resend, "sam@example.org");
  await close();
});

test("a browser that gets no challenge is asked the question", async () => {
  const { browser, house } = opened;
  const { page, close } = await visit(browser, house.origin, { viewport: { width: 390, height: 844 } });
  await page.route(`**${paths.challenge(SLUG)}`, (route) => route.fulfill({ status: 404 }));
  await page.goto(paths.letter(SLUG));
  await fillIn(page, "Khai", "khai@example.org");
  await signs(page);
  await page.getByLabel(QUESTION).waitFor();
  await expectAccessible(page);
  await answers(page);
  await page.waitForURL(/check-inbox/);
  await close();
});

async function answers(page: Page) {
  const text = await page.locator("label").filter({ hasText: QUESTION }).innerText();
  await page.getByLabel(text).fill(answerTo(text));
  await signs(page);
}
