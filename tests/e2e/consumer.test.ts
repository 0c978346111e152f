import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { campaigns } from "#db/schema/index.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { codeIn, linkIn, mailTo, openHouse } from "#tests/setup/open-house.ts";

const opened = openHouse();

test("Ada reads the letter, signs it and carries it to two retailers", async () => {
  const { house, browser, resend } = opened;
  await db.update(campaigns).set({ isInTestMode: false }).where(eq(campaigns.slug, "dear-retailers"));
  const { page, close } = await visit(browser, house.origin, { viewport: { width: 390, height: 844 } });

  await page.goto("/");
  await expectAccessible(page);
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.getByLabel("E-mail address").fill("ada@example.org");
  await page.getByLabel("Country").selectOption({ label: "United Kingdom" });
  await page.getByLabel("Show my name under the letter").check();
  await page.getByRole("button", { name: "Sign the letter" }).click();

  await page.getByRole("heading", { name: "Check your inbox" }).waitFor();
  await page.getByText("ada@example.org").waitFor();
  await expectAccessible(page);
  const confirmation = await mailTo(resend, "ada@example.org");
  await page.getByLabel("Six-digit code").fill(codeIn(confirmation));
  await page.getByRole("button", { name: "Confirm my signature" }).click();

  await page.getByText("Your signature is confirmed.").waitFor();
  await expectAccessible(page);
  await page.getByLabel("Walmart").check();
  await page.getByLabel("Best Buy").check();
  await page.getByRole("button", { name: "Write to them" }).click();

  await page.getByLabel("Why does this matter to you?").fill("My daughter talks to her bear.\nIt should not listen.");
  await page.getByRole("button", { name: "Put my words into the messages" }).click();
  await page.getByText("Your words are in the messages now").waitFor();
  await expectAccessible(page);
  const texts = page.getByLabel("Message", { exact: false });
  expect(await texts.first().inputValue()).toContain("My daughter talks to her bear.");
  await page.getByRole("button", { name: "Send all 2 through Countersign" }).click();

  await page.getByRole("heading", { name: "Your messages are with us" }).waitFor();
  await expectAccessible(page);
  const toWalmart = await mailTo(resend, "customer-care@walmart.example");
  await mailTo(resend, "customer-care@best-buy.example");
  expect(toWalmart.from).toContain("Ada Lovelace via Countersign");
  expect(toWalmart.text).toContain("My daughter talks to her bear.");
  expect(toWalmart.text).not.toContain("ada@example.org");
  expect(resend.accepted.filter(({ to }) => to.some((address) => address.endsWith("target.example")))).toEqual([]);

  await page.goto("/letters/dear-retailers/my-page");
  await page.getByLabel("The e-mail address you signed with").fill("ADA@example.org");
  await page.getByRole("button", { name: "Mail me the link" }).click();
  await page.getByRole("heading", { name: "Look into your inbox" }).waitFor();
  const me = linkIn(await mailTo(resend, "ada@example.org", { after: 1 }), /\/me\//);
  await page.goto(me);
  await page.getByText("delivered").first().waitFor();
  await expectAccessible(page);
  await close();
});

test("the letter shows Ada among its signers, and the board the messages she sent", async () => {
  const { house, browser } = opened;
  const { page, close } = await visit(browser, house.origin);
  await expect.poll(async () => {
    await page.goto("/letters/dear-retailers");
    return page.getByText("Ada Lovelace").count();
  }).toBe(1);
  await page.goto("/letters/dear-retailers/scoreboard");
  await expectAccessible(page);
  await page.goto("/retailers/walmart");
  await expectAccessible(page);
  await close();
});

test("what Sam typed wrongly stands there with the reason beside it, and nothing is stored", async () => {
  const { house, browser, resend } = opened;
  const { page, close } = await visit(browser, house.origin);
  await page.goto("/letters/dear-retailers/sign");
  await page.getByLabel("Your name").fill("=HYPERLINK(1)");
  await page.getByLabel("E-mail address").fill("sam@example.org");
  await page.getByLabel("Country").selectOption({ label: "Czechia" });
  await page.getByLabel("Why you sign").fill("My doorbell films the street.");
  await page.getByRole("button", { name: "Sign the letter" }).click();

  await page.getByRole("link", { name: "Enter a name that does not begin with = + - or @." }).waitFor();
  expect(await page.getByLabel("E-mail address").inputValue()).toBe("sam@example.org");
  expect(await page.getByLabel("Why you sign").inputValue()).toBe("My doorbell films the street.");
  expect(await page.getByLabel("Country").inputValue()).toBe("CZ");
  await expectAccessible(page);
  expect(resend.accepted.some(({ to }) => to.includes("sam@example.org"))).toBe(false);
  await close();
});
