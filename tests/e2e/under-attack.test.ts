import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/http/paths.ts";
import { FROM_NOWHERE, sign } from "#app/signatures/sign.server.ts";
import { db, sql } from "#db/client.server.ts";
import { campaigns, letterVersions } from "#db/schema/index.ts";
import { sessionOf } from "#tests/integration/organizers-steps.ts";
import { expectAccessible, visit } from "#tests/setup/browser.ts";
import { openHouse } from "#tests/setup/open-house.ts";

/** Grace's evening: bots sign the sample's letter from one network, and among them somebody honest. */
const SLUG = "sample";
const BOTNET = "203.0.113.0/24";
const opened = openHouse({ sample: true });
let grace: Awaited<ReturnType<typeof visit>>;

beforeAll(async () => {
  const [organizer] = await sql<{ id: string }[]>`select id from organizers where email = 'grace@example.org'`;
  const [campaign] = await db.select().from(campaigns).where(eq(campaigns.slug, SLUG));
  const [letter] = await db.select().from(letterVersions).where(eq(letterVersions.campaignId, campaign?.id ?? ""));
  if (!organizer || !campaign || !letter) throw new Error("The sample is not there.");
  for (const name of ["Bot One", "Bot Two", "Bot Three"]) {
    const email = `${name.toLowerCase().replace(" ", ".")}@bots.example`;
    const values = { name, email, country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };
    await sign({ campaign, letter, values, from: { ...FROM_NOWHERE, network: BOTNET, isTrapped: true } });
  }
  grace = await visit(opened.browser, opened.house.origin);
  await grace.page.context().addCookies([{ name: "organizer", value: await sessionOf(organizer), url: opened.house.origin }]);
});

afterAll(() => grace?.close());

test("she sees the suspects, takes their network out with one careful step, takes that back, and lets one go", async () => {
  const { page } = grace;
  const suspects = async () => (await sql<{ count: number }[]>`select count(*)::int as count from signatures where suspicion is not null and state = 'suspect'`)[0]?.count;
  await expect.poll(suspects, { timeout: 20_000 }).toBe(3);
  await page.goto(paths.deskScreening(SLUG));
  await page.getByText("3 signings looked at since midnight").waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Look at the suspects" }).click();
  await page.getByRole("link", { name: BOTNET }).first().click();
  await page.getByText("3 signatures match").waitFor();
  await expectAccessible(page);

  await page.getByRole("radio", { name: "All 3 that match" }).check();
  await page.getByRole("button", { name: "Remove…" }).click();
  await page.getByText(/^stays at /).waitFor();
  await page.getByRole("row", { name: /Bot Two/ }).waitFor();
  await expectAccessible(page);
  await page.getByLabel("Reason").fill("A botnet.");
  await page.getByLabel("Type remove to go on").fill("remove");
  await page.getByRole("button", { name: "Remove them" }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor({ timeout: 20_000 });
  expect(await suspects()).toBe(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(suspects, { timeout: 20_000 }).toBe(3);

  await page.goto(`${paths.deskSignatures(SLUG)}?network=${encodeURIComponent(BOTNET)}`);
  await page.getByRole("link", { name: "Bot Two" }).click();
  await page.getByRole("heading", { level: 1, name: "Bot Two" }).waitFor();
  await page.getByRole("definition").filter({ hasText: "filled in a field that people do not see" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "It is genuine" }).click();
  await page.getByRole("heading", { name: "Not confirmed" }).waitFor();
  const mails = async () => (await sql<{ card: string }[]>`select card from deliveries where to_address = 'bot.two@bots.example'`).map(({ card }) => card);
  await expect.poll(mails, { timeout: 20_000 }).toEqual(["confirm-signature"]);
});
