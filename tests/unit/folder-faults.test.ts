import { describe, expect, test } from "vitest";
import { checkFolder } from "#app/folders/check.ts";
import type { FolderFiles } from "#app/folders/folder-campaign.ts";
import { readJson } from "#app/folders/json-lines.ts";
import { printCampaign } from "#app/folders/print.ts";
import { aFolderCampaign } from "#tests/folders.ts";

/** A good folder with these files in place of its own; null takes one away. */
function folderWith(changes: Record<string, string | Uint8Array | null>): FolderFiles {
  const files = printCampaign(aFolderCampaign());
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) files.delete(path);
    else files.set(path, typeof content === "string" ? Buffer.from(content) : content);
  }
  return files;
}

function textOf(path: string) {
  return Buffer.from(printCampaign(aFolderCampaign()).get(path) ?? "").toString("utf8");
}

/** Like a compiler's. */
function faultsOf(changes: Record<string, string | Uint8Array | null>) {
  const checked = checkFolder(folderWith(changes));
  return checked.ok ? [] : checked.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

const edit = (path: string, from: string | RegExp, to: string) => ({ [path]: textOf(path).replace(from, to) });

describe("a check", () => {
  test("finds nothing wrong with what was exported", () => {
    expect(faultsOf({})).toEqual([]);
  });

  test("says all that is wrong at once, in the order of files and lines", () => {
    expect(
      faultsOf({
        ...edit("campaign.json", '"goal": 1000', '"goal": "many"'),
        ...edit("demands/01-endorse.md", "title: Endorse the letter\n", ""),
        ...edit("letter.en.md", "dated: 2026-01-05", "dated: 5 January 2026"),
        ...edit("message.liquid", "{{ signer }}", "{{ singer }}"),
        ...edit("retailers.json", '"country": "GB"', '"country": "Britain"'),
      }),
    ).toEqual([
      "campaign.json:7: Write a whole number from 1 to 1,000,000,000.",
      "demands/01-endorse.md:1: “title” is missing.",
      "letter.en.md:4: Write a day that is in the calendar, as 2026-03-01.",
      "message.liquid:9: There is no “singer”. A message knows retailer, signer, country, own_words, letter_title, letter_url, co_signer_count, demands, standards.",
      "retailers.json:5: Write a country’s two letters, for example “GB”.",
    ]);
  });

  const ONE_BY_ONE: [string, Record<string, string | Uint8Array | null>, string[]][] = [
    ["no campaign", { "campaign.json": null }, ["campaign.json:1: This file is missing."]],
    ["another format", edit("campaign.json", '"format": 1', '"format": 2'), ["campaign.json:2: This house reads folders of format 1. A newer house may have written this one."]],
    ["a setting nobody knows", edit("campaign.json", '"name"', '"colour": "red",\n  "name"'), ["campaign.json:4: There is no setting “colour” here."]],
    ["a comma too many", edit("campaign.json", '"closes_at": null', '"closes_at": null,'), ["campaign.json:20: There is a comma too many before “}”."]],
    ["a comma missing", edit("campaign.json", '"sample": false,', '"sample": false'), ["campaign.json:6: A comma is missing before this."]],
    ["a quote missing", edit("campaign.json", '"Kettle Union"', '"Kettle Union'), ["campaign.json:8: This text does not end on its line, or holds a backslash that stands for nothing."]],
    ["a setting twice", edit("campaign.json", '"sample": false,', '"sample": false,\n  "slug": "x",'), ["campaign.json:6: “slug” stands here twice."]],
    ["a slug of capitals", edit("campaign.json", "quiet-kettles", "Quiet Kettles"), ["campaign.json:3: Use the letters a to z, digits, and single hyphens between them."]],
    ["a language without its letter", edit("campaign.json", '"language": "en"', '"language": "cs"'), ["campaign.json:6: There are letters, but no letter.cs.md in the campaign’s own language."]],
    ["a logo that is not there", { "images/logo.png": null }, ["campaign.json:17: There is no file images/logo.png."]],
    ["a picture that is none", { "images/logo.png": "<svg/>" }, ["images/logo.png:1: This is no PNG, JPEG or WebP picture, whatever its name says. Save it as one of them."]],
    ["a picture that nothing shows", { "images/other.png": "x" }, ["images/other.png:1: Nothing shows this picture. Name it in campaign.json or press.json, or remove it."]],
    ["a file with a slip in its name", { "leter.fr.md": "x" }, ["leter.fr.md:1: No file of a campaign has this name. README.md lists those that are read."]],
    ["a letter without settings", { "letter.en.md": "Dear shops,\n" }, ["letter.en.md:1: The file begins with its settings, between two lines of three hyphens."]],
    ["a colon in a plain text", edit("letter.en.md", "title: The kettle is ours", "title: The kettle: ours"), ["letter.en.md:2: This line cannot be read. Put the text after the colon in double quotes."]],
    ["a list in a setting", edit("letter.en.md", "title: The kettle is ours", "title: [a, b]"), ["letter.en.md:2: Write one text after “title:”, in double quotes."]],
    ["a setting twice in a letter", edit("letter.en.md", "title: The kettle is ours", "title: One\ntitle: Two"), ["letter.en.md:3: This setting stands here twice."]],
    ["a language nobody speaks", { "letter.en_GB.md": textOf("letter.en.md") }, ["letter.en_GB.md:1: Name the file by its language as BCP 47 spells it, for example letter.en.md or letter.pt-BR.md."]],
    ["sources of no letter", { "letter.fr.sources.md": "x" }, ["letter.fr.sources.md:1: There is no letter.fr.md that these sources belong to."]],
    ["a demand without its place", { "demands/label.md": textOf("demands/02-a-label.md") }, ["demands/label.md:1: Name the file by its place and its slug, for example demands/01-endorse.md."]],
    ["two demands in one place", { "demands/2-other.md": textOf("demands/02-a-label.md") }, ["demands/2-other.md:1: demands/02-a-label.md has the same place or the same slug."]],
    ["a script for an address", edit("retailers.json", "https://harbour-shop.example/", "javascript:alert(1)"), ["retailers.json:6: Write a whole address that begins with https://."]],
    ["a contact twice", edit("retailers.json", '"email": "care@harbour-shop.example"\n      }', '"email": "care@harbour-shop.example"\n      },\n      { "role": "Care", "email": "Care@harbour-shop.example" }'), ["retailers.json:13: “care@harbour-shop.example” is in this list twice."]],
    ["a retailer twice", edit("retailers.json", '"slug": "hill-market"', '"slug": "harbour-shop"'), ["retailers.json:16: “harbour-shop” is in this list twice."]],
    ["a tag that does not end", edit("message.liquid", "{{ own_words }}", "{% if own_words %}"), ["message.liquid:7: “{% if own_words %}” is opened and not closed."]],
    ["a template that reads files", edit("message.liquid", "{{ own_words }}", "{% include '/etc/passwd' %}"), ["message.liquid:7: This cannot be printed (ENOENT: Failed to lookup \"/etc/passwd\" in \".\")."]],
    ["a field that its variable lacks", edit("message.liquid", "{{ own_words }}", "{{ retailer.email }}"), ["message.liquid:7: There is no “retailer.email”. A message knows retailer, signer, country, own_words, letter_title, letter_url, co_signer_count, demands, standards."]],
    ["bytes that are no text", { "closing.md": Buffer.from([0x61, 0x0a, 0xff, 0xfe]) }, ["closing.md:2: This is not text in UTF-8. Save the file in that encoding."]],
    ["a character that cannot be kept", { "closing.md": "a\0b" }, ["closing.md:1: This holds a character that cannot be kept."]],
    ["a text that is too long", { "closing.md": "x".repeat(200_001) }, ["closing.md:1: Keep this within 200,000 characters."]],
    ["a file that is too large", { "closing.md": "x".repeat(500_001) }, ["closing.md:1: This file is larger than 500 kB."]],
    ["a line break in the sender's name", edit("campaign.json", "Kettle Union", "Kettle\\nBcc: x"), ["campaign.json:8: Write this on one line, without control characters."]],
  ];

  test.each(ONE_BY_ONE)("tells %s with its file and line", (_, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  test("passes over what stands beside a campaign in a repository", () => {
    expect(faultsOf({ ".git/HEAD": "ref", ".github/workflows/check.yml": "on: push", LICENSE: "CC", "posts/.DS_Store": "x", "__MACOSX/._campaign.json": "x" })).toEqual([]);
  });

  test("takes a campaign written by hand, with nothing but what it needs", () => {
    const files: FolderFiles = new Map([
      ["campaign.json", Buffer.from('{ "format": 1, "slug": "kettles", "name": "Kettles", "language": "en", "goal": 10 }')],
      ["message.liquid", Buffer.from("---\nsubject: Hello\n---\nDear {{ retailer }},")],
    ]);
    expect(checkFolder(files)).toMatchObject({ ok: true, campaign: { slug: "kettles", keptDaysAfterClosing: 365, letters: [], messageTemplate: "Dear {{ retailer }}," } });
  });

  test("ends also for a folder that is made to be slow", () => {
    // Without the bounds on front matter, one of these alone takes the minutes after which a test is given up.
    const settings = ["[", "{", "- ", "? ", "a: &a [*a, ", "*a\n", "a: 1\n"].map((piece) => `---\ntitle: ${piece.repeat(14_000 / piece.length)}\n---\n`);
    const posts = Object.fromEntries(settings.map((text, turn) => [`posts/slow-${turn}.md`, text]));
    const list = `[${Array.from({ length: 100_000 }, () => "0").join(",")}]`;
    const nested = "[".repeat(200_000);
    const faults = faultsOf({ "retailers.json": list, "co-signers.json": nested, "closing.md": `${">".repeat(100_000)}x`, "message.liquid": `---\nsubject: x\n---\n${"{% if a %}".repeat(9_000)}`, ...posts });
    expect(faults.length).toBeGreaterThan(7);
  });
});

describe("reading JSON", () => {
  const GOOD = ["0", "-1.5e3", '"a\\u00e9\\n"', "[]", "{}", " [1, {\"a\": [true, false, null]}] ", '{"__proto__": 1}', '"\u2028"', "[[[]]]"];
  const BAD = ["", "01", "+1", "1.", ".5", "tru", "TRUE", "truex", "'a'", '"\t"', '"\\x"', "[1,]", "{,}", "{\"a\"}", "{a: 1}", "[1 2]", "1 2", "NaN", "// x\n1", "[", "{", '{"a":', "]", "\u00a01", "1e", "-"];

  test.each(GOOD)("%j gives what JSON.parse gives", (text) => {
    const reading = readJson(text);
    expect(reading.ok && JSON.stringify(reading.value)).toBe(JSON.stringify(JSON.parse(text)));
  });

  test.each(BAD)("%j is refused, as by JSON.parse", (text) => {
    expect(() => JSON.parse(text)).toThrow(/JSON/);
    expect(readJson(text)).toMatchObject({ ok: false });
  });
});
