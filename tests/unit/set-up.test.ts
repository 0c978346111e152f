import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { canBeRead, contrastOf, contrastOn, nearestReadable, PAPERS, shadesOf } from "#app/campaigns/accent.ts";
import { imageKind } from "#app/campaigns/image-kind.ts";
import { checkLogo } from "#app/campaigns/logo.ts";
import { lookStylesheet } from "#app/campaigns/look-stylesheet.ts";
import { placed } from "#app/campaigns/placed.ts";
import { suggestSlug } from "#app/campaigns/slug.ts";
import { checkTemplate } from "#app/messages/check-template.ts";
import { aJpeg, aPng, aWebp } from "#tests/pictures.ts";

describe("an address from a name", () => {
  test.each([
    ["Straight answers on kettles", "straight-answers-on-kettles"],
    ["  Été: l’école & Straße!  ", "ete-l-ecole-strasse"],
    ["Привет", ""],
    ["--", ""],
  ])("%o becomes %o", (name, slug) => expect(suggestSlug(name)).toBe(slug));

  test("is at most 60 characters, and ends in none of its hyphens", () => {
    expect(suggestSlug(`${"a".repeat(59)} b`)).toBe("a".repeat(59));
  });
});

test("one of a list is moved to a place, and no further than its ends", () => {
  expect(placed(["a", "b", "c"], "c", 0)).toEqual(["c", "a", "b"]);
  expect(placed(["a", "b", "c"], "a", 9)).toEqual(["b", "c", "a"]);
  expect(placed(["a", "b", "c"], "b", -3)).toEqual(["b", "a", "c"]);
});

describe("a campaign's colour", () => {
  test("is checked against the papers that the tokens name", () => {
    const tokens = readFileSync("app/styles/tokens.css", "utf8");
    const of = (part: string, name: string) => new RegExp(`--${name}: (#\\w+);`).exec(part)?.[1];
    const [light = "", dark = ""] = tokens.split("prefers-color-scheme: dark");
    expect([of(light, "paper"), of(light, "paper-raised"), of(light, "ink")]).toEqual([PAPERS.light.paper, PAPERS.light.raised, PAPERS.light.ink]);
    expect([of(dark, "paper"), of(dark, "paper-raised"), of(dark, "ink")]).toEqual([PAPERS.dark.paper, PAPERS.dark.raised, PAPERS.dark.ink]);
  });

  test("has the contrast that WCAG says", () => {
    expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrastOf("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  });

  test.each(["#ffd400", "#00ff00", "#ff69b4", "#87ceeb", "#ffffff", "#000000", "#ab1519", "#1c5a8c", "#777777"])("%s has a shade for each paper that can be read, and so have its button and its quiet ground", (colour) => {
    for (const scheme of ["light", "dark"] as const) {
      const { accent, onAccent, accentQuiet } = shadesOf(scheme, colour);
      expect(contrastOn(scheme, accent)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(PAPERS[scheme].ink, accentQuiet)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("that can be read is left as it is; another changes as little as it must", () => {
    expect(nearestReadable("light", "#1c5a8c")).toBe("#1c5a8c");
    const shade = nearestReadable("light", "#ffd400");
    expect(contrastOn("light", shade)).toBeLessThan(4.7);
  });

  test("is a stylesheet only when it can be read, so that no address makes another", () => {
    expect(lookStylesheet("#1c5a8c")).toContain("--accent: #1c5a8c;");
    expect(canBeRead("light", "#ffd400")).toBe(false);
    for (const colour of ["#ffd400", "red", "#1c5a8c;}body{display:none", ""]) expect(lookStylesheet(colour)).toBeUndefined();
  });
});

describe("a picture", () => {
  test("is what its bytes say", () => {
    expect(imageKind(aPng(200, 80))).toEqual({ mediaType: "image/png", width: 200, height: 80 });
    expect(imageKind(aJpeg(300, 90))).toEqual({ mediaType: "image/jpeg", width: 300, height: 90 });
    expect(imageKind(aWebp(400, 100))).toEqual({ mediaType: "image/webp", width: 400, height: 100 });
  });

  test.each(["<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "", "\x89PNG\r\n\x1a\n", "<html>", "RIFF0000WEBP"])("is none when its bytes are %o", (text) => {
    expect(imageKind(Buffer.from(text, "latin1"))).toBeUndefined();
  });

  test("that ends in its middle is none, wherever it ends", () => {
    const whole = aJpeg(300, 90);
    for (let end = 0; end < whole.length - 12; end += 1) expect(() => imageKind(whole.subarray(0, end))).not.toThrow();
  });

  test("as a logo has bounds, and says which it breaks", () => {
    expect(checkLogo(aPng(200, 80))).toMatchObject({ ok: true });
    expect(checkLogo(aPng(20, 20))).toMatchObject({ ok: false, reason: expect.stringContaining("20 × 20") });
    expect(checkLogo(aPng(4_000, 2_000))).toMatchObject({ ok: false });
    expect(checkLogo(aPng(1_000, 60))).toMatchObject({ ok: false });
    expect(checkLogo(new Uint8Array(600_000))).toMatchObject({ ok: false, reason: expect.stringContaining("500 KB") });
    expect(checkLogo(new Uint8Array())).toMatchObject({ ok: false, reason: "Choose a picture first." });
  });
});

describe("a message's template", () => {
  const subject = "Please answer, {{ retailer }}";

  test("that prints for everybody has no faults", () => {
    expect(checkTemplate({ subject, body: "{% if own_words != '' %}{{ own_words }}{% endif %}\n{% for d in demands %}- {{ d.title }}{% endfor %}\n{{ signer }}" })).toEqual({});
  });

  test.each([
    ["Dear\n{{ retailr }}", "Line 2: there is no “retailr”. The list beside the text has all the names."],
    ["a\n\n{% for d in demands %}{{ d.titel }}{% endfor %}", "Line 3: there is no “d.titel”. The list beside the text has all the names."],
    ["{% if own_words == 'never' %}\n{{ hidden }}{% endif %}x", "Line 2: there is no “hidden”. The list beside the text has all the names."],
    ["a\n{% if own_words", "Line 2: “{% if own_words” is opened and not closed."],
    ["a\n{% for d in demands %}x", "Line 2: “{% for d in demands %}” is opened and not closed."],
    ["{% shout %}", "Line 1: there is no tag “shout”."],
    ["{{ retailer | shout }}", "Line 1: there is no filter “shout”."],
    ["{{ own_words }}", "With this, a message would be empty."],
    ["x".repeat(6_000), "Printed, this comes to 6,000 characters; at most 5,000 can be sent."],
  ])("says what is wrong, and where: %o", (body, fault) => expect(checkTemplate({ subject, body })).toEqual({ message_template: fault }));

  test("reads no file of the machine", () => {
    expect(checkTemplate({ subject, body: "{% include 'package.json' %}" }).message_template).toMatch(/^Line 1: /);
  });
});
