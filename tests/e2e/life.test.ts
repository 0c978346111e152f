import { expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { linkIn, mailTo, openHouse } from "#tests/setup/open-house.ts";
import { send, SLUG } from "./desk-steps.ts";

const opened = openHouse();

/** A picture of 200 by 200 pixels, as far as its head tells. */
const PICTURE = Buffer.from("89504e470d0a1a0a0000000d49484452000000c8000000c80802000000", "hex");

test("Grace tells the press and the public, pauses from her phone, and closes the campaign as won, without JavaScript", async () => {
  const { house, browser, resend } = opened;
  const { page, close } = await visit(browser, house.origin, { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  await page.goto(paths.signIn());
  await page.getByLabel("E-mail address").fill("grace@example.org");
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await page.goto(linkIn(await mailTo(resend, "grace@example.org"), /\/sign-in\//));
  await page.getByRole("button", { name: "Sign in" }).click();

  await page.goto(paths.deskNewPost(SLUG));
  await page.getByLabel("Title").fill("Amazon has written back");
  await page.getByLabel("Text").fill("It says **it will look into it**.");
  await send(page, page.getByRole("button", { name: "Preview" }));
  await page.getByRole("strong").filter({ hasText: "it will look into it" }).waitFor();
  await send(page, page.getByRole("button", { name: "Save as a draft" }));
  await send(page, page.getByRole("button", { name: "Publish" }));
  await page.getByRole("link", { name: "Read it there" }).click();
  await page.getByRole("heading", { level: 1, name: "Amazon has written back" }).waitFor();

  await page.goto(paths.deskPressQuotes(SLUG));
  await page.getByLabel("Quote").fill("Nobody should have to ask twice.");
  await page.getByLabel("Speaker").fill("Grace Hopper");
  await page.getByLabel("What they are").fill("Organizer");
  await page.getByLabel("How and when they agreed").fill("By mail, today.");
  await send(page, page.getByRole("button", { name: "Add the quote" }));
  await page.goto(paths.deskPressImages(SLUG));
  await page.getByLabel("Picture").setInputFiles({ name: "holiday.png", mimeType: "image/png", buffer: Buffer.from("GIF89a, says its content") });
  await page.getByLabel("What it shows").fill("A kettle with a padlock");
  await page.getByLabel("Who made it").fill("Grace Hopper, free to print");
  await send(page, page.getByRole("button", { name: "Add the picture" }));
  await page.getByRole("link", { name: "This is no PNG, JPEG or WebP picture" }).waitFor();
  await page.getByLabel("Picture").setInputFiles({ name: "kettle.png", mimeType: "image/png", buffer: PICTURE });
  await send(page, page.getByRole("button", { name: "Add the picture" }));
  await page.getByRole("img", { name: "A kettle with a padlock" }).waitFor();
  await page.goto(paths.press(SLUG));
  await page.getByText("Nobody should have to ask twice.").waitFor();
  await page.getByRole("link", { name: /^Download/ }).waitFor();

  await page.goto(paths.deskCampaign(SLUG));
  await page.getByRole("link", { name: "open", exact: true }).click();
  await send(page, page.getByRole("button", { name: "Pause" }));
  await page.getByRole("heading", { level: 1, name: "This campaign is paused" }).waitFor();
  await page.goto(paths.letter(SLUG));
  await page.getByRole("heading", { name: "Signing is paused" }).waitFor();
  await page.getByRole("link", { name: "Amazon has written back" }).waitFor();

  await page.goto(paths.deskEndMessages(SLUG));
  await page.getByLabel("Victory message").fill("All four retailers have *agreed*.");
  await send(page, page.getByRole("button", { name: "Save" }));
  await page.getByRole("link", { name: "Close this campaign" }).click();
  await page.getByLabel("The campaign was won").check();
  await page.getByLabel(`Type ${SLUG} to close it`).fill("dear");
  await send(page, page.getByRole("button", { name: "Close the campaign" }));
  await page.getByLabel(`Type ${SLUG} to close it`).fill(SLUG);
  await send(page, page.getByRole("button", { name: "Close the campaign" }));
  await page.getByRole("button", { name: "Reopen" }).waitFor();
  await page.goto(paths.letter(SLUG));
  await page.getByRole("heading", { name: "This campaign was won" }).waitFor();
  await page.getByRole("emphasis").filter({ hasText: "agreed" }).waitFor();
  expect(await page.getByRole("button", { name: "Sign the letter" }).count()).toBe(0);
  await page.goto(paths.archive());
  await page.getByRole("term").filter({ hasText: "Won" }).waitFor();
  const storageState = await page.context().storageState();
  await close();

  // axe needs scripts, and so a browser that runs them.
  const seeing = await visit(browser, house.origin, { storageState });
  for (const path of [paths.archive(), paths.press(SLUG), paths.posts(SLUG), paths.letter(SLUG), paths.deskState(SLUG), paths.deskPressImages(SLUG)]) {
    await seeing.page.emulateMedia({ colorScheme: "light" });
    await seeing.page.goto(path);
    await expectAccessible(seeing.page);
    await seeing.page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(seeing.page, { onlyColours: true });
  }
  await seeing.close();
});
