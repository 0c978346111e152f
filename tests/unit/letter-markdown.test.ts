import { describe, expect, test } from "vitest";
import { letterHtml } from "#app/letters/markdown.ts";

describe("a letter's text", () => {
  test("becomes paragraphs, lists and headings below the page's own", () => {
    expect(letterHtml("# Dear retailers\n\nPlease *answer*.\n\n- one\n- two")).toBe(
      "<h2>Dear retailers</h2>\n<p>Please <em>answer</em>.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n",
    );
    expect(letterHtml("###### Six")).toBe("<h2>Six</h2>\n");
    expect(letterHtml("## Two\n\n#### Four\n\n## Two")).toBe("<h2>Two</h2>\n<h3>Four</h3>\n<h2>Two</h2>\n");
  });

  test("links without telling where the reader came from", () => {
    expect(letterHtml("[the guide](https://example.org/guide)")).toBe('<p><a href="https://example.org/guide" rel="noopener noreferrer">the guide</a></p>\n');
  });

  test.each([
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<!-- <script> -->", "<a href='javascript:alert(1)'>x</a>",
    "<style>body{display:none}</style>", "</p></article><script>alert(1)</script>", "`<script>`", "    <script>alert(1)</script>",
  ])("shows raw HTML as text: %s", (text) => {
    expect(letterHtml(text)).not.toMatch(/<(script|img|svg|style|a|!--|\/article)/);
  });

  test.each([
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java&#115;cript:alert(1))", "[x](vbscript:x)", "[x](data:text/html,<script>)", "<javascript:alert(1)>",
    "![x](javascript:alert(1))", "[x]: javascript:alert(1)\n\n[x]",
  ])("makes no link that would run: %s", (text) => {
    expect(letterHtml(text)).not.toMatch(/(href|src)="(?!https?:)/i);
  });

  test.each([
    "![A kettle](https://elsewhere.example/k.png)", "![A kettle][k]\n\n[k]: https://elsewhere.example/k.png", "[![A kettle](//elsewhere.example/k.png)](https://example.org)",
    "![A kettle](data:image/png;base64,AAAA)",
  ])("asks no other site for a picture, and shows its words: %s", (text) => {
    expect(letterHtml(text)).not.toContain("<img");
    expect(letterHtml(text)).toContain("A kettle");
  });

  test.each(['[x](https://example.org/"onmouseover="alert(1))', '![x" onerror="alert(1)](https://example.org/x.png)', '[x](https://example.org "a\\" onclick=\\"b")'])(
    "lets nobody out of an attribute: %s",
    (text) => {
      const tags = letterHtml(text).match(/<[^>]+>/g) ?? [];
      expect(tags.filter((tag) => /\son\w+\s*=/.test(tag.replace(/"[^"]*"/g, '""')))).toEqual([]);
    },
  );
});
