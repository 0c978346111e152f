import { eq } from "drizzle-orm";
import { TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";
import { hashToken } from "#app/tokens.server.ts";
import { db } from "#db/client.server.ts";
import { organizerSessions, signInLinks } from "#db/schema/index.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { linkIn, openHouse } from "#tests/setup/open-house.ts";
import { SLUG } from "./desk-steps.ts";

const opened = openHouse();
let grace: Awaited<ReturnType<typeof visit>>;

/** Links that were mailed to Grace; other mails tell her of her account. */
function mailedLinks() {
  const mails = opened.resend.accepted.filter(({ to, subject }) => to.includes("grace@example.org") && subject === "Your way into Countersign");
  return mails.map((mail) => linkIn(mail, /\/organize\/sign-in\//));
}

async function signInByMail(page: Page) {
  const before = mailedLinks().length;
  await page.getByLabel("Your e-mail address").fill("grace@example.org");
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await page.getByRole("heading", { name: "Look into your inbox" }).waitFor();
  await expect.poll(() => mailedLinks().length, { timeout: 20_000 }).toBeGreaterThan(before);
  await page.goto(mailedLinks().at(-1) ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function addAuthenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function inBothThemes(page: Page) {
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, { onlyColours: true });
}

beforeAll(async () => {
  grace = await visit(opened.browser, opened.house.origin);
  await addAuthenticator(grace.page);
});

/** Five links an hour are mailed, and these stories need more. */
beforeEach(() => db.delete(signInLinks));

afterAll(() => grace.close());

test("Grace adds a passkey to her account, and signs in with it", async () => {
  const { page } = grace;
  await page.goto(paths.account());
  await page.getByRole("button", { name: "Sign in with a passkey" }).waitFor();
  await inBothThemes(page);
  await signInByMail(page);
  await page.getByRole("link", { name: "First organizer" }).click();
  await page.getByRole("heading", { name: "Your account" }).waitFor();
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await page.getByLabel("What you call it").fill("My laptop");
  await inBothThemes(page);
  await page.getByRole("button", { name: "Make the passkey" }).click();
  await page.getByText("My laptop").first().waitFor();
  await inBothThemes(page);

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByRole("heading", { name: "Campaigns" }).waitFor();
});

test("she sets up a code app, and asks everybody on her team for a second step", async () => {
  const { page } = grace;
  await page.goto(paths.codeApp());
  await page.getByRole("button", { name: "Make a key" }).click();
  const key = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()).replaceAll(" ", "");
  await inBothThemes(page);
  const code = page.getByLabel("Six digits from your app");
  await code.fill("000000");
  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByRole("alert").waitFor();
  await code.fill(new TOTP({ secret: key }).generate());
  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByRole("button", { name: "Remove the code app" }).waitFor();

  await page.goto(paths.deskSecondStep(SLUG));
  await page.getByRole("button", { name: "Ask everybody for a second step" }).click();
  await page.getByRole("button", { name: "Ask for it no more" }).waitFor();
  await inBothThemes(page);
});

test("by the mailed link alone the campaign stays shut, and a passkey opens it", async () => {
  const { page } = grace;
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto(paths.deskCampaign(SLUG));
  await signInByMail(page);
  await page.getByRole("heading", { name: "Your second step" }).waitFor();
  await inBothThemes(page);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.getByRole("heading", { level: 1, name: "Dear retailers" }).waitFor();
  await page.goto(paths.deskSecondStep(SLUG));
  await page.getByRole("button", { name: "Ask for it no more" }).click();
  await page.getByRole("button", { name: "Ask everybody for a second step" }).waitFor();
});

/** Its time is over, as it is after two weeks. */
async function letSessionRunOut(page: Page) {
  const token = (await page.context().cookies()).find(({ name }) => name === "organizer")?.value ?? "";
  const ended = await db
    .update(organizerSessions)
    .set({ expiresAt: new Date(Date.now() - 60_000) })
    .where(eq(organizerSessions.tokenHash, hashToken(token)))
    .returning({ id: organizerSessions.id });
  expect(ended).toHaveLength(1);
}

/** Types a contact, and sends it when the session has run out meanwhile. */
async function losesTheSessionWhileWriting(page: Page, email: string, look: (page: Page) => Promise<void>) {
  await page.goto(paths.deskContacts(SLUG, "walmart"));
  await page.getByLabel("What the address is for").fill("Product safety");
  await page.getByLabel("E-mail address").fill(email);
  await letSessionRunOut(page);
  await page.getByRole("button", { name: "Add contact" }).click();
  await page.getByText("It is kept: sign in").waitFor();
  await look(page);
  await signInByMail(page);
  await page.getByRole("heading", { name: "What you were sending is kept" }).waitFor();
  await look(page);
  await page.getByText(email).waitFor();
  await page.getByRole("button", { name: "Send it now" }).click();
  await page.getByRole("form", { name: `State of ${email}` }).waitFor();
}

test.each([
  ["with scripts", true],
  ["without", false],
])("a form whose session ran out while it was written is sent after signing in again, %s", async (name, javaScriptEnabled) => {
  const other = await visit(opened.browser, opened.house.origin, { javaScriptEnabled });
  await other.page.goto(paths.deskContacts(SLUG, "walmart"));
  await signInByMail(other.page);
  await other.page.getByRole("heading", { name: "Contacts of Walmart" }).waitFor();
  await losesTheSessionWhileWriting(other.page, `safety-${name.replace(" ", "-")}@walmart.example`, javaScriptEnabled ? inBothThemes : async () => {});
  await other.close();
});
