import { describe, expect, test } from "vitest";
import { printAtom } from "#app/posts/atom.ts";
import { parseXml } from "./xml.ts";

const feed = {
  id: "0190c4c2-0000-7000-8000-000000000001",
  title: "News of Kettles & toasters",
  language: "en",
  author: "Kettles & toasters",
  selfUrl: "https://countersign.example/letters/kettles/posts.atom",
  pageUrl: "https://countersign.example/letters/kettles/posts",
  updatedAt: new Date("2026-03-04T09:00:00Z"),
  entries: [
    {
      id: "0190c4c2-0000-7000-8000-000000000002",
      title: `It said "yes" <script>alert('x')</script> \u0007]]>`,
      url: "https://countersign.example/letters/kettles/posts/it-said-yes",
      publishedAt: new Date("2026-03-03T09:00:00Z"),
      updatedAt: new Date("2026-03-04T09:00:00Z"),
      html: "<p>Tea &amp; toast 😀</p>",
    },
  ],
};

describe("the feed", () => {
  const parsed = parseXml(printAtom(feed));
  const [entry] = parsed.children.filter(({ name }) => name === "entry");
  const textOf = (name: string, of = parsed) => of.children.filter((child) => child.name === name).map(({ text }) => text);
  const linksOf = (of = parsed) => of.children.filter(({ name }) => name === "link").map(({ attributes }) => [attributes["rel"], attributes["href"]]);

  test("is Atom, with what RFC 4287 asks of a feed: id, title, updated, author, self", () => {
    expect([parsed.name, parsed.attributes["xmlns"]]).toEqual(["feed", "http://www.w3.org/2005/Atom"]);
    expect(textOf("id")).toEqual([`urn:uuid:${feed.id}`]);
    expect(textOf("title")).toEqual([feed.title]);
    expect(textOf("updated")).toEqual(["2026-03-04T09:00:00.000Z"]);
    expect(parsed.children.find(({ name }) => name === "author")?.children).toMatchObject([{ name: "name", text: feed.author }]);
    expect(linksOf()).toEqual([["self", feed.selfUrl], ["alternate", feed.pageUrl]]);
  });

  test("holds an entry's text as it is, whatever stands in it", () => {
    expect(textOf("title", entry)).toEqual([`It said "yes" <script>alert('x')</script> ]]>`]);
    expect(textOf("content", entry)).toEqual(["<p>Tea &amp; toast 😀</p>"]);
    expect(textOf("id", entry)).toEqual([`urn:uuid:${feed.entries[0]?.id}`]);
    expect(textOf("published", entry)).toEqual(["2026-03-03T09:00:00.000Z"]);
    expect(linksOf(entry)).toEqual([["alternate", feed.entries[0]?.url]]);
  });

  test("of a campaign without posts is whole too", () => {
    expect(parseXml(printAtom({ ...feed, entries: [] })).children.map(({ name }) => name)).toEqual(["id", "title", "updated", "author", "link", "link"]);
  });

  test("keeps its ids when addresses change", () => {
    const moved = parseXml(printAtom({ ...feed, selfUrl: "https://countersign.example/letters/new/posts.atom" }));
    expect(textOf("id", moved)).toEqual(textOf("id"));
  });
});
