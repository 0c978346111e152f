import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { printCampaign } from "#app/folders/print.ts";
import { unzipFolder, zipFolder } from "#app/folders/zip.ts";
import { aFolderCampaign } from "#tests/folders.ts";

function reasonOf(zip: Uint8Array) {
  const unzipped = unzipFolder(zip);
  return unzipped.outcome === "refused" ? unzipped.reason : [...unzipped.files.keys()];
}

/** A zip as its bytes say it, with a size that is not the file's. */
function lying(zip: Uint8Array, size: number) {
  const bytes = new Uint8Array(zip);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 < bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return bytes;
}

describe("a zipped folder", () => {
  test("unzips to the same files, and is the same bytes whenever it is zipped", () => {
    const files = printCampaign(aFolderCampaign());
    const zip = zipFolder(files, "quiet-kettles");
    expect(Object.keys(unzipSync(zip))).toContain("quiet-kettles/campaign.json");
    const unzipped = unzipFolder(zip);
    expect(unzipped).toEqual({ outcome: "unzipped", files: new Map([...files].filter(([path]) => path !== "README.md")) });
    expect(Buffer.from(zipFolder(printCampaign(aFolderCampaign()), "quiet-kettles")).equals(zip)).toBe(true);
  });

  test("may have its files at the top, or in one folder of any name, with what machines put beside them", () => {
    const file = strToU8("{}");
    expect(reasonOf(zipSync({ "campaign.json": file, "demands/01-x.md": file, ".DS_Store": file }))).toEqual(["campaign.json", "demands/01-x.md"]);
    expect(reasonOf(zipSync({ "repo-main/": new Uint8Array(), "repo-main/campaign.json": file, "repo-main/demands/01-x.md": file, "__MACOSX/repo-main/._campaign.json": file }))).toEqual([
      "campaign.json", "demands/01-x.md",
    ]);
  });

  test.each([
    ["../../etc/passwd"], ["/etc/passwd"], ["a/../../b"], ["C:\\windows\\x"], ["..\\x"], ["./campaign.json"], ["c:x"],
  ])("with a file that leads out of it, %s, is refused", (name) => {
    expect(reasonOf(zipSync({ "campaign.json": strToU8("{}"), [name]: strToU8("x") }))).toMatch(/^The zip holds a file with a name that leads out of its folder: /);
  });

  test("with a file that unpacks to more than a file may be, is refused before it is unpacked", () => {
    const bomb = zipSync({ "closing.md": new Uint8Array(5_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(reasonOf(bomb)).toBe("closing.md: This file is larger than 500 kB.");
  });

  test("with many files that are together too much, is refused", () => {
    const parts = Array.from({ length: 70 }, (_, turn) => [`posts/p-${turn}.md`, new Uint8Array(1)] as const);
    expect(reasonOf(lying(zipSync(Object.fromEntries(parts)), 400_000))).toBe("The zip holds more than a campaign can be.");
    const many = Array.from({ length: 900 }, (_, turn) => [`posts/p-${turn}.md`, new Uint8Array(1)] as const);
    expect(reasonOf(zipSync(Object.fromEntries(many)))).toBe("The zip holds more than 400 files.");
  });

  test("that lies about a size gives no more than it said, or is refused", () => {
    const bomb = lying(zipSync({ "closing.md": new Uint8Array(5_000_000).fill(65) }, { level: 1 }), 1_000);
    const unzipped = unzipFolder(bomb);
    const sizes = unzipped.outcome === "unzipped" ? [...unzipped.files.values()].map(({ length }) => length) : [];
    expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(1_000);
  });

  test("that unpacks to far more than it says is refused", () => {
    const bomb = lying(zipSync({ "closing.md": new Uint8Array(20_000_000) }, { level: 1 }), 1_000);
    expect(reasonOf(bomb)).toBe("This is not a zip file that can be read.");
  });

  test("that points outside of itself is refused", () => {
    const zip = zipSync({ "closing.md": strToU8("Thank you.".repeat(100)) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    for (let at = 0; at + 4 < zip.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 42, 0x7fffffff, true);
    expect(reasonOf(zip)).toBe("This is not a zip file that can be read.");
  });

  test("that is none is refused with a sentence", () => {
    const unreadable = "This is not a zip file that can be read.";
    expect(reasonOf(new Uint8Array())).toBe(unreadable);
    expect(reasonOf(strToU8("campaign.json"))).toBe(unreadable);
    const zip = zipSync({ "campaign.json": strToU8('{ "format": 1 }'.repeat(100)) });
    expect(reasonOf(zip.subarray(0, zip.length - 30))).toBe(unreadable);
    expect(reasonOf(new Uint8Array(24_000_001))).toBe("This file is too large for a campaign.");
  });
});
