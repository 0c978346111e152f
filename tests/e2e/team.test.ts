import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { walkByKeyboard } from "#tests/setup/keyboard.ts";
import { linkIn, mailTo, openHouse } from "#tests/setup/open-house.ts";
import { send, signsIn, SLUG } from "./desk-steps.ts";

const ADA = "ada@coalition.example";
const opened = openHouse();

let grace: Awaited<ReturnType<typeof visit>>;
let ada: Awaited<ReturnType<typeof visit>>;

beforeAll(async () => {
  grace = await visit(opened.browser, opened.house.origin);
  // Ada's browser runs no scripts.
  ada = await visit(opened.browser, opened.house.origin, { javaScriptEnabled: false });
  await signsIn(grace.page, opened.resend, "grace@example.org");
});

test("Grace invites Ada by mail", async () => {
  const { page } = grace;
  await page.getByRole("link", { name: "Team" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Team" }).waitFor();
  await expectAccessibleInBoth(page);
  const stops = await walkByKeyboard(page);
  expect(stops).toContain("Invite");

  await page.getByLabel("Their e-mail address").fill("ada");
  await send(page, page.getByRole("button", { name: "Invite" }));
  await page.getByRole("link", { name: "Enter an e-mail address like name@example.org." }).waitFor();
  await page.getByLabel("Their e-mail address").fill(ADA);
  await page.getByLabel("Reviewer", { exact: true }).check();
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("row", { name: ADA }).waitFor();
  await expectAccessibleInBoth(page);
  expect(await page.getByRole("button", { name: `Send again to ${ADA}` }).count()).toBe(0);
});

test("Ada follows the link, gives her name and is at the desk as a reviewer, without scripts", async () => {
  const { page } = ada;
  await page.goto(linkIn(await mailTo(opened.resend, ADA), /\/organize\/invitations\//));
  const link = page.url();
  await page.getByText("invites you to this campaign’s team as reviewer").waitFor();
  await page.getByRole("button", { name: "Join the team" }).click();
  await page.getByRole("link", { name: "Enter your name." }).waitFor();
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.getByRole("button", { name: "Join the team" }).click();
  await page.getByRole("heading", { level: 1, name: "Dear retailers" }).waitFor();

  await page.goto(paths.deskTeam(SLUG));
  await page.getByText("You are a reviewer of this campaign.").waitFor();
  expect(await page.getByText("grace@example.org").count()).toBe(0);
  expect(await page.getByRole("button", { name: "Invite" }).count()).toBe(0);
  expect((await page.goto(link))?.status()).toBe(410);
  await page.getByRole("heading", { name: "This invitation was accepted" }).waitFor();
  expect((await mailTo(opened.resend, "grace@example.org", { after: 1 })).subject).toContain("Ada Lovelace joined");
});

test("a role that Grace changes is Ada's with her next click", async () => {
  const { page } = grace;
  await page.goto(paths.deskTeam(SLUG));
  await page.getByRole("link", { name: "Role or removal of Ada Lovelace" }).click();
  await page.getByRole("heading", { level: 1, name: "Ada Lovelace" }).waitFor();
  await expectAccessibleInBoth(page);
  await walkByKeyboard(page);
  await page.getByLabel("Viewer", { exact: true }).check();
  await page.getByRole("button", { name: "Set role" }).click();
  await page.getByRole("heading", { level: 1, name: "Team" }).waitFor();
  await ada.page.goto(paths.deskTeam(SLUG));
  await ada.page.getByText("You are a viewer of this campaign.").waitFor();
});

test("Grace, the only owner, cannot step down", async () => {
  const { page } = grace;
  await page.getByRole("link", { name: "Role or removal of" }).first().click();
  await page.getByRole("button", { name: "Set role" }).waitFor();
  await page.getByLabel("Viewer", { exact: true }).check();
  await page.getByRole("button", { name: "Set role" }).click();
  await page.getByRole("link", { name: "A campaign keeps one owner. Make somebody else one first." }).waitFor();
  expect(await page.getByLabel("Viewer", { exact: true }).isChecked()).toBe(true);
  await page.goto(paths.deskLeaving(SLUG));
  await page.getByRole("button", { name: "Leave the team" }).click();
  await page.getByText("You are the only owner.").waitFor();
});

test("Ada, removed, is out with her next click and signed out", async () => {
  const { page } = grace;
  await page.goto(paths.deskTeam(SLUG));
  await page.getByRole("link", { name: "Role or removal of Ada Lovelace" }).click();
  await page.getByRole("link", { name: "Remove them from the team" }).click();
  await page.getByRole("heading", { level: 1, name: "Remove Ada Lovelace" }).waitFor();
  await expectAccessibleInBoth(page);
  await walkByKeyboard(page);
  await page.getByRole("button", { name: "Remove Ada Lovelace" }).click();
  await page.getByRole("heading", { level: 1, name: "Team" }).waitFor();
  await ada.page.goto(paths.deskTeam(SLUG));
  await ada.page.getByRole("heading", { name: "Sign in to the desk" }).waitFor();
});

afterAll(async () => {
  await grace?.close();
  await ada?.close();
});

async function expectAccessibleInBoth(page: Parameters<typeof expectAccessible>[0]) {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, { onlyColours: true });
  await page.emulateMedia({ colorScheme: "light" });
}
