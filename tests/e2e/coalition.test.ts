import { expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";
import { createSignInLink } from "#app/organizers/sign-in-link.server.ts";
import { db } from "#db/client.server.ts";
import { organizers } from "#db/schema/index.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { codeIn, linkIn, mailTo, openHouse } from "#tests/setup/open-house.ts";

const SLUG = "dear-retailers";
const opened = openHouse();

test("an organisation co-signs, brings a signer who agrees to be told to it, and takes the file once", async () => {
  const { house, browser, resend } = opened;
  const sam = await visit(browser, house.origin);
  await sam.page.goto(paths.letter(SLUG));
  await sam.page.getByRole("link", { name: "Co-sign the letter" }).click();
  await expectAccessible(sam.page);
  await sam.page.getByLabel("The organisation’s name").fill("Kettle Watch");
  await sam.page.getByLabel("Its web site").fill("www.kettle-watch.org");
  await sam.page.getByLabel("Your name").fill("Sam Hill");
  await sam.page.getByLabel("Your role there").fill("Director");
  await sam.page.getByLabel("Your e-mail address there").fill("kettle-watch@gmail.com");
  await sam.page.getByRole("button", { name: "Ask to co-sign" }).click();
  await sam.page.getByText("anybody can have one at gmail.com").first().waitFor();
  await expectAccessible(sam.page);
  await sam.page.getByLabel("Your e-mail address there").fill("sam@kettle-watch.org");
  await sam.page.getByRole("button", { name: "Ask to co-sign" }).click();
  await sam.page.getByRole("heading", { name: "Look into your inbox" }).waitFor();
  await sam.page.goto(linkIn(await mailTo(resend, "sam@kettle-watch.org"), /\/co-sign\//));
  await expectAccessible(sam.page);
  await sam.page.getByRole("button", { name: "Confirm the request" }).click();
  await sam.page.getByRole("heading", { name: "The request is confirmed" }).waitFor();

  const grace = await visit(browser, house.origin);
  const [{ id = "" } = {}] = await db.select({ id: organizers.id }).from(organizers);
  await grace.page.goto(paths.signInLink(await createSignInLink(db, id)));
  await grace.page.getByRole("button", { name: "Sign in" }).click();
  await grace.page.getByRole("heading", { level: 1 }).waitFor();
  await grace.page.goto(paths.deskCoalition(SLUG));
  await expectAccessible(grace.page);
  await grace.page.getByRole("button", { name: "Approve Kettle Watch" }).click();
  await grace.page.getByRole("link", { name: /\/with\/kettle-watch$/ }).waitFor();
  await expectAccessible(grace.page);

  await grace.page.goto(paths.letterWith(SLUG, "kettle-watch"));
  await expectAccessible(grace.page);

  const ada = await visit(browser, house.origin, { javaScriptEnabled: false });
  await ada.page.goto(paths.letterWith(SLUG, "kettle-watch"));
  await ada.page.getByText("You came by Kettle Watch.").waitFor();
  const consent = ada.page.getByLabel("Share my name and e-mail address with Kettle Watch, who may write to me.");
  expect(await consent.isChecked()).toBe(false);
  await consent.check();
  await ada.page.getByLabel("Your name").fill("Ada Lovelace");
  await ada.page.getByLabel("E-mail address", { exact: true }).fill("ada@example.org");
  // A form that comes back still knows by whom one came, and what was ticked.
  await ada.page.getByRole("button", { name: "Sign the letter" }).click();
  await ada.page.getByText("Choose your country.").first().waitFor();
  expect(await consent.isChecked()).toBe(true);
  await ada.page.getByLabel("Country").selectOption({ label: "France" });
  await ada.page.getByRole("button", { name: "Sign the letter" }).click();
  await ada.page.goto(linkIn(await mailTo(resend, "ada@example.org"), /\/confirm$/));
  await ada.page.getByText("with Kettle Watch, who may write to you").waitFor();
  await ada.page.getByRole("button", { name: "Confirm my signature" }).click();
  await ada.page.getByRole("heading", { name: "Your signature is confirmed" }).waitFor();

  const told = resend.accepted.filter(({ to }) => to.includes("sam@kettle-watch.org")).length;
  await sam.page.goto(linkIn(await mailTo(resend, "sam@kettle-watch.org", { after: told - 1 }), /\/partners\//));
  await sam.page.getByText("1 of those who signed by your link").waitFor();
  await expectAccessible(sam.page);
  await sam.page.getByRole("button", { name: "Mail the code" }).click();
  const mail = await mailTo(resend, "sam@kettle-watch.org", { after: told });
  await sam.page.getByLabel("The code in the mail").fill(codeIn(mail));
  await expectAccessible(sam.page);
  const [file] = await Promise.all([sam.page.waitForEvent("download"), sam.page.getByRole("button", { name: "Download the contacts" }).click()]);
  expect(file.suggestedFilename()).toBe("contacts-kettle-watch.csv");
  await sam.page.reload();
  await sam.page.getByText("The file was downloaded").waitFor();
  await Promise.all([sam.close(), grace.close(), ada.close()]);
});
