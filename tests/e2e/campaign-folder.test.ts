import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { unzipFolder } from "#app/folders/zip.ts";
import { paths } from "#app/http/paths.ts";
import { testDatabaseUrl } from "#tests/setup/database.ts";
import { visit } from "#tests/setup/browser.ts";
import { linkIn, mailTo, openHouse } from "#tests/setup/open-house.ts";
import { SLUG } from "./desk-steps.ts";

const opened = openHouse();
const top = mkdtempSync(join(tmpdir(), "countersign-campaign-"));

afterAll(() => rmSync(top, { recursive: true, force: true }));

/** `npm run campaign -- …` as it is typed in a folder of one's own, beside the running house. */
async function campaign(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(process.cwd(), "app/start.js"), "--campaign", ...args], {
    cwd: top,
    env: { ...process.env, INIT_CWD: top, NODE_ENV: "production", DATABASE_URL: testDatabaseUrl(), ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await once(child, "close");
  return { code: child.exitCode, lines: said.trimEnd().split("\n") };
}

/** Grace at the desk, by the link that is mailed to her. */
async function signedIn(options: { javaScriptEnabled?: boolean; colorScheme?: "dark" } = {}) {
  const after = opened.resend.accepted.length;
  const visitor = await visit(opened.browser, opened.house.origin, options);
  await visitor.page.goto(paths.signIn());
  await visitor.page.getByLabel("Your e-mail address").fill("grace@example.org");
  await visitor.page.getByRole("button", { name: "Mail me a link" }).click();
  await visitor.page.goto(linkIn(await mailTo(opened.resend, "grace@example.org", { after: after === 0 ? 0 : countOf("grace@example.org", after) }), /\/organize\/sign-in\//));
  await visitor.page.getByRole("button", { name: "Sign in" }).click();
  await visitor.page.getByRole("heading", { level: 1, name: "Campaigns" }).waitFor();
  return visitor;
}

function countOf(address: string, through: number) {
  return opened.resend.accepted.slice(0, through).filter(({ to }) => to.includes(address)).length;
}

test("a campaign leaves by the command line, is checked, and comes back under another address", async () => {
  expect(await campaign(["export", "letters", "--slug", SLUG])).toMatchObject({ code: 0, lines: expect.arrayContaining(["wrote    letter.en.md", `letters is now ${SLUG}.`]) });
  // No setting is right here, and no folder for data is made: a check needs neither.
  const bare = { DATABASE_URL: "", DATA_DIR: join(top, "data"), APP_URL: "https://letters.example.org", SESSION_SECRET: "" };
  expect(await campaign(["check", "letters"], bare)).toEqual({ code: 0, lines: ["In order: “Dear retailers” with 1 letter (en), 3 demands, 4 retailers."] });
  expect(existsSync(join(top, "data"))).toBe(false);

  expect(await campaign(["import", "letters"])).toEqual({ code: 1, lines: [`A campaign has or had the address ${SLUG}. Give another one with --slug.`] });
  expect(await campaign(["import", "letters", "--slug", "second", "--as", "Grace@example.org"])).toEqual({
    code: 0, lines: ["Imported as a draft in test mode: second, owned by grace@example.org."],
  });
  expect((await campaign(["export", "letters-again", "--slug", "second"])).code).toBe(0);
  const files = ["campaign.json", "letter.en.md", "retailers.json", "framework.json", "message.liquid", "co-signers.json", "demands/02-vet.md"];
  const readAll = (folder: string) => files.map((file) => readFileSync(join(top, folder, file), "utf8").replace('"slug": "second"', `"slug": "${SLUG}"`));
  expect(readAll("letters-again")).toEqual(readAll("letters"));
});

test("a check tells every fault by file and line, and ends with 1", async () => {
  const letter = readFileSync(join(top, "letters/letter.en.md"), "utf8");
  writeFileSync(join(top, "letters/letter.en.md"), letter.replace("dated: 2019-02-12", "dated: yesterday"));
  writeFileSync(join(top, "letters/campaign.json"), readFileSync(join(top, "letters/campaign.json"), "utf8").replace("10000", "0"));
  const faults = [
    "letters/campaign.json:7: Write a whole number from 1 to 1,000,000,000.",
    "letters/letter.en.md:4: Write a day that is in the calendar, as 2026-03-01.",
    "2 faults.",
  ];
  expect(await campaign(["check", "letters"])).toEqual({ code: 1, lines: faults });
  expect(await campaign(["import", "letters", "--slug", "third"])).toEqual({ code: 1, lines: faults });
  expect(await campaign(["export", "letters"])).toMatchObject({ code: 0, lines: ["wrote    campaign.json", "wrote    letter.en.md", `letters is now ${SLUG}.`] });
  expect(await campaign(["check", "nowhere"])).toEqual({ code: 1, lines: ["There is no folder nowhere."] });
  expect((await campaign(["burn", "letters"])).lines[0]).toBe("Use one of");
});

test("Grace reads what the folder holds, and downloads it", async () => {
  const grace = await signedIn();
  await grace.page.goto(paths.deskFolder(SLUG));
  await grace.page.getByRole("heading", { level: 1, name: "The campaign as a folder" }).waitFor();
  await grace.page.getByRole("listitem").filter({ hasText: /letter\.en\.mdThe letter in English · as published, version 1/ }).waitFor();
  const [download] = await Promise.all([grace.page.waitForEvent("download"), grace.page.getByRole("button", { name: `Download ${SLUG}.zip` }).click()]);
  expect(download.suggestedFilename()).toBe(`${SLUG}.zip`);
  const unzipped = unzipFolder(readFileSync(await download.path()));
  expect(unzipped.outcome === "unzipped" && Buffer.from(unzipped.files.get("letter.en.md") ?? "").toString("utf8")).toBe(readFileSync(join(top, "letters/letter.en.md"), "utf8"));
  await grace.close();
});

test("and without JavaScript just the same", async () => {
  const grace = await signedIn({ javaScriptEnabled: false });
  await grace.page.goto(paths.deskFolder("second"));
  await grace.page.getByRole("listitem").filter({ hasText: "The letter in English · not published yet" }).waitFor();
  const [download] = await Promise.all([grace.page.waitForEvent("download"), grace.page.getByRole("button", { name: "Download second.zip" }).click()]);
  expect(download.suggestedFilename()).toBe("second.zip");
  await grace.close();
});
