import { describe, expect, test } from "vitest";
import { checkFolder } from "#app/folders/check.ts";
import type { FolderCampaign, FolderFiles } from "#app/folders/folder-campaign.ts";
import { printFrontMatter, readFrontMatter } from "#app/folders/front-matter.ts";
import { printCampaign } from "#app/folders/print.ts";
import { asInFile } from "#app/folders/text-file.ts";
import { aFolderCampaign, AWKWARD } from "#tests/folders.ts";

function texts(files: FolderFiles) {
  return Object.fromEntries([...files].map(([path, content]) => [path, path.startsWith("images/") ? Buffer.from(content).toString("base64") : Buffer.from(content).toString("utf8")]));
}

function read(files: FolderFiles): FolderCampaign {
  const checked = checkFolder(files);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults, undefined, 1));
  return checked.campaign;
}

/** Liquid has its own test; here its text stands between tags that make it plain. */
function campaignOf(text: string): FolderCampaign {
  const campaign = aFolderCampaign();
  const name = text.trim() === "" ? "x" : text.slice(0, 200);
  return {
    ...campaign,
    updatesConsentWording: text.slice(0, 400), closingMessage: text, victoryMessage: text, messageSubject: `{% raw %}${text.slice(0, 900).replaceAll("{%", "")}{% endraw %}`,
    messageTemplate: `{% raw %}${text.replaceAll("{%", "")}{% endraw %}`,
    letters: [{ language: "en", title: text.slice(0, 300), addressees: text.slice(0, 300), datedOn: null, summary: text.slice(0, 900), bodyMarkdown: text, sourcesMarkdown: text }],
    demands: [{ slug: "x", title: name, shortTitle: name.slice(0, 30).trim() || "x", summary: text.slice(0, 900), why: text, standardUrl: null }],
    coSigners: [{ name, url: null, joinedOn: "2026-01-01" }],
    posts: [{ slug: "x", title: name, bodyMarkdown: text }],
    pressQuotes: [{ quote: name, speaker: name, role: text.slice(0, 100), permission: name }],
  };
}

/** Hundreds of campaigns, on a machine that may be busy. */
const patience = 30_000;

describe("a folder", () => {
  test("holds a campaign whole: reading what was printed gives what was there", () => {
    expect(read(printCampaign(aFolderCampaign()))).toEqual(aFolderCampaign());
  });

  test("is the same bytes however often it goes to and fro, with any text", () => {
    for (const text of AWKWARD) {
      const printed = printCampaign(campaignOf(text));
      expect(texts(printCampaign(read(printed)))).toEqual(texts(printed));
    }
  }, patience);

  test("is the same with any two texts in one", () => {
    const short = AWKWARD.filter(({ length }) => length < 100);
    for (const [turn, one] of short.entries()) {
      const text = `${one}${short[(turn * 7 + 3) % short.length]}\n${short[(turn * 11 + 5) % short.length]}`;
      const printed = printCampaign(campaignOf(text));
      expect(texts(printCampaign(read(printed)))).toEqual(texts(printed));
    }
  }, patience);

  test("checked out by git on Windows, with CRLF and marks at the beginning, is the same campaign", () => {
    const printed = printCampaign(aFolderCampaign());
    const windows = new Map([...printed].map(([path, content]) => [path, path.startsWith("images/") ? content : Buffer.from(`\ufeff${Buffer.from(content).toString("utf8").replaceAll("\n", "\r\n")}`)]));
    expect(read(windows)).toEqual(read(printed));
  });

  test("has a line for each thing, so that one change is one line of a comparison", () => {
    const before = texts(printCampaign(aFolderCampaign()));
    const after = texts(printCampaign(aFolderCampaign({ goal: 2_000 })));
    const differing = Object.keys(before).filter((path) => before[path] !== after[path]);
    expect(differing).toEqual(["campaign.json"]);
    const lines = (before["campaign.json"] ?? "").split("\n");
    expect((after["campaign.json"] ?? "").split("\n").filter((line, turn) => line !== lines[turn])).toEqual(['  "goal": 2000,']);
  });

  test("leaves out the files that would hold nothing", () => {
    const bare = aFolderCampaign({ logo: null, closingMessage: "", victoryMessage: "", letters: [], demands: [], coSigners: [], retailers: [], framework: null, posts: [], pressQuotes: [], pressContacts: [], pressImages: [] });
    expect([...printCampaign(bare).keys()]).toEqual(["README.md", "campaign.json", "message.liquid"]);
    expect(read(printCampaign(bare))).toEqual(bare);
  });
});

describe("a front matter", () => {
  test("keeps every setting and every body as it is", () => {
    for (const [turn, text] of AWKWARD.entries()) {
      const value = text.slice(0, 1_000);
      const bodies = [text, AWKWARD[(turn * 7 + 3) % AWKWARD.length] ?? "", `---\n${text}`, `\n${text}\n\n`].map(asInFile);
      for (const body of bodies) {
        const { values, body: found, faults } = readFrontMatter(printFrontMatter({ title: value, summary: value }, body));
        expect({ values, read: found, faults }).toEqual({ values: { title: value, summary: value }, read: body, faults: [] });
      }
    }
  }, patience);

  test("is written without quotes where it needs none, for those who edit it by hand", () => {
    const text = printFrontMatter({ title: "The kettle is ours", dated: "2026-01-05", summary: "One: two", year: "2026" }, "Dear shops,");
    expect(text).toBe('---\ntitle: The kettle is ours\ndated: 2026-01-05\nsummary: "One: two"\nyear: "2026"\n---\n\nDear shops,\n');
  });
});
