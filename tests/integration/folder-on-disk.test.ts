import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { printCampaign } from "#app/folders/print.ts";
import { readDisk } from "#app/folders/read-disk.server.ts";
import { writeDisk } from "#app/folders/write-disk.server.ts";
import { aFolderCampaign } from "#tests/folders.ts";

let folder: string;

beforeEach(() => {
  const top = mkdtempSync(join(tmpdir(), "countersign-folder-"));
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  folder = join(top, "kettles");
});

const files = printCampaign(aFolderCampaign());
const SLUGS = ["quiet-kettles", "its-old-address"];

async function faultsOn(place: string) {
  const reading = await readDisk(place);
  return reading.outcome === "read" ? reading.faults.map(({ file, message }) => `${file}: ${message}`) : reading.outcome;
}

describe("an export on disk", () => {
  test("reads back as it was written, and a second time changes nothing", async () => {
    expect(await writeDisk(folder, files, SLUGS)).toMatchObject({ outcome: "written", removed: [] });
    const reading = await readDisk(folder);
    expect(reading).toEqual({ outcome: "read", faults: [], files: new Map([...files].filter(([path]) => path !== "README.md")) });
    expect(await writeDisk(folder, files, SLUGS)).toEqual({ outcome: "written", changed: [], removed: [] });
  });

  test("is brought up to date in its place: what is gone goes, what is not a campaign's stays", async () => {
    await writeDisk(folder, files, SLUGS);
    mkdirSync(join(folder, ".git"));
    writeFileSync(join(folder, ".git/HEAD"), "ref");
    writeFileSync(join(folder, "LICENSE"), "CC BY");
    writeFileSync(join(folder, "README.md"), "Our own words.");
    const later = printCampaign(aFolderCampaign({ slug: "renamed", posts: [], letters: [], goal: 2 }));
    const written = await writeDisk(folder, later, [...SLUGS, "renamed"]);
    expect(written).toEqual({
      outcome: "written", changed: ["campaign.json"],
      removed: ["letter.ar.md", "letter.en.md", "letter.en.sources.md", "posts/we-began.md"],
    });
    expect(existsSync(join(folder, "posts"))).toBe(false);
    expect(["LICENSE", "README.md", ".git/HEAD"].map((path) => readFileSync(join(folder, path), "utf8"))).toEqual(["CC BY", "Our own words.", "ref"]);
  });

  test("goes into an empty folder, one that is only under version control, and none that holds anything else", async () => {
    mkdirSync(join(folder, ".git"), { recursive: true });
    expect(await writeDisk(folder, files, SLUGS)).toMatchObject({ outcome: "written" });
    const other = `${folder}-other`;
    mkdirSync(other);
    writeFileSync(join(other, "taxes.ods"), "mine");
    expect(await writeDisk(other, files, SLUGS)).toMatchObject({ outcome: "refused", reason: expect.stringContaining("no export") });
    expect(readdirSync(other)).toEqual(["taxes.ods"]);
    expect(await writeDisk(join(other, "taxes.ods"), files, SLUGS)).toEqual({ outcome: "refused", reason: "It is a file." });
  });

  test("does not go over another campaign's", async () => {
    await writeDisk(folder, files, SLUGS);
    const before = readFileSync(join(folder, "campaign.json"), "utf8");
    const refused = await writeDisk(folder, printCampaign(aFolderCampaign({ slug: "other" })), ["other"]);
    expect(refused).toEqual({ outcome: "refused", reason: "It holds another campaign, quiet-kettles. Give a new or an empty folder." });
    expect(readFileSync(join(folder, "campaign.json"), "utf8")).toBe(before);
  });

  test("that was broken off goes on", async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "campaign.json"), files.get("campaign.json") ?? "");
    expect(await writeDisk(folder, files, SLUGS)).toMatchObject({ outcome: "written" });
    expect(await faultsOn(folder)).toEqual([]);
  });

  test("writes through no link", async () => {
    const outside = `${folder}-outside`;
    mkdirSync(outside);
    await writeDisk(folder, files, SLUGS);
    rmSync(join(folder, "closing.md"));
    writeFileSync(join(outside, "precious"), "precious");
    symlinkSync(join(outside, "precious"), join(folder, "closing.md"));
    await writeDisk(folder, files, SLUGS);
    expect(readFileSync(join(outside, "precious"), "utf8")).toBe("precious");
    expect(readFileSync(join(folder, "closing.md"), "utf8")).toBe("Signing has ended.\n");
    rmSync(join(folder, "posts"), { recursive: true });
    symlinkSync(outside, join(folder, "posts"));
    expect(await writeDisk(folder, files, SLUGS)).toEqual({ outcome: "refused", reason: "posts in it is not a folder but a link or a file." });
  });
});

describe("reading a folder from disk", () => {
  beforeEach(() => writeDisk(folder, files, SLUGS));

  test("follows no link, whether to a file or to a folder", async () => {
    symlinkSync("/etc/passwd", join(folder, "letter.fr.md"));
    rmSync(join(folder, "images"), { recursive: true });
    symlinkSync("/etc", join(folder, "images"));
    const reading = await readDisk(folder);
    expect(reading).toMatchObject({ faults: [{ file: "images" }, { file: "letter.fr.md", message: "This is a link. Put the file itself here." }] });
    expect(reading.outcome === "read" && reading.files.get("letter.fr.md")?.length).toBe(0);
    expect(reading.outcome === "read" && [...reading.files.keys()].filter((path) => path.startsWith("images/"))).toEqual([]);
  });

  test("opens no huge file, goes into no other folder, and stops at too many", async () => {
    writeFileSync(join(folder, "victory.md"), "");
    truncateSync(join(folder, "victory.md"), 5_000_000_000);
    mkdirSync(join(folder, "node_modules"));
    expect(await faultsOn(folder)).toEqual(["node_modules: No folder of a campaign has this name.", "victory.md: This file is larger than 500 kB."]);
    for (let turn = 0; turn < 500; turn += 1) writeFileSync(join(folder, `posts/p-${turn}.md`), "");
    expect(await faultsOn(folder)).toContainEqual(expect.stringContaining("The folder holds more than 400 files."));
  });

  test("says when there is none", async () => {
    expect(await readDisk(join(folder, "nowhere"))).toEqual({ outcome: "no folder" });
    expect(await readDisk(join(folder, "campaign.json"))).toEqual({ outcome: "no folder" });
  });
});
