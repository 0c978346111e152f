import { expect, test } from "vitest";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { linkIn, mailTo, openHouse } from "#tests/setup/open-house.ts";

const opened = openHouse();

test("somebody signs with Grace's address, and Grace removes it with two clicks", async () => {
  const { house, browser, resend } = opened;
  const stranger = await visit(browser, house.origin);
  await sign(stranger.page, { name: "Not Grace", email: "grace.hopper@example.org" });
  await stranger.page.getByRole("link", { name: "Choose retailers" }).click();
  await stranger.page.getByLabel("Amazon").check();
  await stranger.page.getByRole("button", { name: "Write to them" }).click();
  await stranger.page.getByRole("button", { name: "Send it through Countersign" }).click();
  await stranger.page.getByRole("heading", { name: "One step is left" }).waitFor();
  await stranger.close();

  const mail = await mailTo(resend, "grace.hopper@example.org");
  const grace = await visit(browser, house.origin);
  await grace.page.goto(linkIn(mail, /\/deny$/));
  await grace.page.getByRole("heading", { name: "Was it not you?" }).waitFor();
  await expectAccessible(grace.page);
  await grace.page.getByRole("button", { name: "Remove the request" }).click();
  await grace.page.getByRole("heading", { name: "The request is removed" }).waitFor();

  const answer = await grace.page.goto(linkIn(mail, /\/confirm$/));
  expect(answer?.status()).toBe(404);
  await grace.close();
});

test("whoever types a signer's address sees what everybody sees, and the signer is told by mail", async () => {
  const { house, browser, resend } = opened;
  const sam = await visit(browser, house.origin);
  await sign(sam.page, { name: "Sam Sample", email: "sam@example.org" });
  await sam.page.goto(linkIn(await mailTo(resend, "sam@example.org"), /\/confirm$/));
  await expectAccessible(sam.page);
  await sam.page.getByRole("button", { name: "Confirm my signature" }).click();
  await sam.page.getByRole("heading", { name: "Your signature is confirmed" }).waitFor();

  const stranger = await visit(browser, house.origin);
  await sign(stranger.page, { name: "A Stranger", email: "Sam@Example.org" });
  const seen = await stranger.page.getByRole("main").innerText();
  expect(seen).toContain("We sent a mail to Sam@Example.org");
  await stranger.page.getByRole("link", { name: "Choose retailers" }).click();
  expect(await stranger.page.getByRole("main").innerText()).not.toContain("Sam Sample");
  await stranger.close();
  await sam.close();
});

type Tab = Awaited<ReturnType<typeof visit>>["page"];

async function sign(page: Tab, { name, email }: { name: string; email: string }) {
  await page.goto("/letters/dear-retailers/sign");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Country").selectOption({ label: "Germany" });
  await page.getByRole("button", { name: "Sign the letter" }).click();
  await page.getByRole("heading", { name: "Check your inbox" }).waitFor();
}
