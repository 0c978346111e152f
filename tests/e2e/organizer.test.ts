import { afterAll, beforeAll, expect, test } from "vitest";
import { dayInWords } from "#app/components/day.tsx";
import { paths } from "#app/http/paths.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { linkIn, mailTo, openHouse } from "#tests/setup/open-house.ts";
import { adaWritesToAmazon, addContact, DEADLINE, remarksOf, retireContact, send, SLUG, TODAY } from "./desk-steps.ts";

const QUOTE = "By then, what fails the five standards will not be on our site.";
/** The house does it in two; the rest is for a busy machine. */
const SOON = { timeout: 20_000, interval: 50 };
const RETAILERS = ["target", "walmart", "best-buy", "amazon"];
const opened = openHouse({ env: { MAIL_FROM: "letters@letters-to-shops.co" } });

let grace: Awaited<ReturnType<typeof visit>>;
let signInLink: string;

beforeAll(async () => {
  grace = await visit(opened.browser, opened.house.origin);
});

test("Grace signs in by the link that is mailed to her", async () => {
  const { page } = grace;
  await page.goto(paths.deskCampaign(SLUG));
  await page.getByRole("heading", { name: "Sign in to the desk" }).waitFor();
  await expectAccessible(page);
  await page.getByLabel("Your e-mail address").fill("grace@example.org");
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await page.getByRole("heading", { name: "Look into your inbox" }).waitFor();
  await expectAccessible(page);

  signInLink = linkIn(await mailTo(opened.resend, "grace@example.org"), /\/organize\/sign-in\//);
  await page.goto(signInLink);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Dear retailers" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(paths.deskCampaign(SLUG));
  await expectAccessible(page);
  await page.getByRole("link", { name: "Campaigns" }).click();
  await page.getByRole("heading", { name: "Campaigns" }).waitFor();
  await expectAccessible(page);
});

test("a link that was used signs nobody in", async () => {
  const stranger = await visit(opened.browser, opened.house.origin);
  const answer = await stranger.page.goto(signInLink);
  expect(answer?.status()).toBe(410);
  await stranger.page.getByRole("heading", { name: "This link does not work any more" }).waitFor();
  await expectAccessible(stranger.page);
  const posted = await fetch(signInLink, { method: "POST", headers: { origin: opened.house.origin }, redirect: "manual" });
  expect({ status: posted.status, cookie: posted.headers.get("set-cookie") }).toEqual({ status: 410, cookie: null });
  await stranger.page.goto(paths.desk());
  await stranger.page.getByRole("heading", { name: "Sign in to the desk" }).waitFor();
  await stranger.close();
});

test("a stance without a source is refused, with the reason beside the field and everything kept", async () => {
  const { page } = grace;
  await page.goto(paths.deskTarget(SLUG, "amazon"));
  await expectAccessible(page);
  await page.getByRole("link", { name: "Record a response" }).click();
  await page.getByLabel("Day it happened").fill(TODAY);
  await expectAccessible(page);
  await page.getByLabel("What it was").selectOption({ label: "Public statement" });
  await page.getByLabel("How it came").selectOption({ label: "Press" });
  await page.getByLabel("Summary").fill("Said that it will drop what fails, and by when.");
  await page.getByLabel("Quote").fill(QUOTE);
  const drop = page.getByRole("group", { name: "Drop the products that fail" });
  await drop.getByLabel("Stance").selectOption({ label: "Pledged" });
  await drop.getByLabel("Deadline").fill(DEADLINE);
  await page.getByRole("button", { name: "Save as a draft" }).click();

  await page.getByRole("link", { name: "Give the page that shows this. No stance is set without a source." }).waitFor();
  expect(await remarksOf(page.getByLabel("Source address"))).toContain("Give the page that shows this. No stance is set without a source.");
  expect(await remarksOf(page.getByLabel("Read on"))).toContain("Say on which day you read the source.");
  expect(await page.getByLabel("Quote").inputValue()).toBe(QUOTE);
  expect(await page.getByLabel("Day it happened").inputValue()).toBe(TODAY);
  expect(await drop.getByLabel("Stance").inputValue()).toBe("pledged");
  expect(await drop.getByLabel("Deadline").inputValue()).toBe(DEADLINE);
  await expectAccessible(page);
});

test("with its source it is saved, previewed, published, and public within two seconds", async () => {
  const { page } = grace;
  const due = `by ${dayInWords(DEADLINE)}`;
  await page.getByLabel("Source address").fill("https://press.example.org/pledge");
  await page.getByLabel("Source title").fill("Announcement of the day");
  await page.getByLabel("Read on").fill(TODAY);
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await page.getByRole("heading", { name: "As the public will see it" }).waitFor();
  await page.getByText(QUOTE).waitFor();
  await expectAccessible(page);
  expect(await readPublic(paths.retailer("amazon"))).not.toContain(QUOTE);
  expect(await readPublic(paths.letter(SLUG))).not.toContain("Pledged on 1 of 3");
  expect(await readPublic(paths.scoreboard(SLUG))).not.toContain(due);

  await send(page, page.getByRole("button", { name: "Publish" }));
  await expect
    .poll(async () => {
      const [retailer = "", letter = "", board = ""] = await Promise.all(
        [paths.retailer("amazon"), paths.letter(SLUG), paths.scoreboard(SLUG)].map(readPublic),
      );
      return [retailer.includes(QUOTE), letter.includes("Pledged on 1 of 3"), board.includes(due)];
    }, SOON)
    .toEqual([true, true, true]);
  await page.getByRole("heading", { name: "As the public sees it" }).waitFor();
  await expectAccessible(page);
});

test("gone live by typing the campaign's name, a message that waited leaves to the contact she entered", async () => {
  const { house, browser, resend } = opened;
  const { page } = grace;
  const ada = await visit(browser, house.origin);
  await adaWritesToAmazon(ada.page, resend);
  await ada.close();

  await page.goto(paths.deskMode(SLUG));
  await page.getByText("Put right what is marked above").waitFor();
  await expectAccessible(page);
  for (const retailer of RETAILERS) {
    await addContact(page, retailer, `care@${retailer}-desk.co`);
    await retireContact(page, `customer-care@${retailer}.example`);
  }
  await expectAccessible(page);
  expect(resend.accepted.some(({ to }) => to.includes("care@amazon-desk.co"))).toBe(false);

  await page.goto(paths.deskMode(SLUG));
  await expectAccessible(page);
  await page.getByLabel(`Type ${SLUG} to go live`).fill("yes");
  await page.getByRole("button", { name: "Go live" }).click();
  await page.getByRole("link", { name: `Type ${SLUG} to say that you mean it.` }).waitFor();
  await page.getByLabel(`Type ${SLUG} to go live`).fill(SLUG);
  await page.getByRole("button", { name: "Go live" }).click();
  await page.getByRole("heading", { name: "Live", exact: true }).waitFor();
  await expectAccessible(page);

  const message = await mailTo(resend, "care@amazon-desk.co");
  expect(message.from).toBe("Ada Lovelace via Countersign <letters@letters-to-shops.co>");
  expect(message.subject).not.toContain("Test");
  expect(resend.accepted.filter(({ to }) => to.some((address) => address.endsWith(".example")))).toEqual([]);
});

test("signing out ends it, also for whoever kept the cookie", async () => {
  const { page } = grace;
  const [cookie] = (await page.context().cookies(`${opened.house.origin}${paths.desk()}`)).filter(({ name }) => name === "organizer");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  const knock = () => fetch(`${opened.house.origin}${paths.desk()}`, { headers: { cookie: `organizer=${cookie?.value}` }, redirect: "manual" });
  expect((await knock()).status).toBe(200);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith(paths.deskCampaign(SLUG)));
  expect((await knock()).status).toBe(302);
  await page.goto(paths.desk());
  await page.getByRole("heading", { name: "Sign in to the desk" }).waitFor();
});

afterAll(() => grace?.close());

/** What a reader without a session reads: the page's words. */
async function readPublic(path: string) {
  const html = await (await fetch(`${opened.house.origin}${path}`)).text();
  return html.replace(/<!--.*?-->|<[^>]+>/gs, "").replace(/\s+/g, " ");
}
