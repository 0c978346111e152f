/** A feed as RFC 4287 has it. Ids are of the things themselves, so they stay whatever becomes of addresses. */
export interface Feed {
  id: string;
  title: string;
  language: string;
  author: string;
  /** Of the feed itself, and of the page that it is about. */
  selfUrl: string;
  pageUrl: string;
  /** When the newest thing in it changed. */
  updatedAt: Date;
  entries: FeedEntry[];
}

export interface FeedEntry {
  id: string;
  title: string;
  url: string;
  publishedAt: Date;
  updatedAt: Date;
  html: string;
}

export function printAtom({ id, title, language, author, selfUrl, pageUrl, updatedAt, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escape(language)}">`,
    `  <id>urn:uuid:${escape(id)}</id>`,
    `  <title>${escape(title)}</title>`,
    `  <updated>${updatedAt.toISOString()}</updated>`,
    `  <author><name>${escape(author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escape(selfUrl)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escape(pageUrl)}"/>`,
    ...entries.flatMap(printEntry),
    "</feed>",
    "",
  ].join("\n");
}

function printEntry({ id, title, url, publishedAt, updatedAt, html }: FeedEntry) {
  return [
    "  <entry>",
    `    <id>urn:uuid:${escape(id)}</id>`,
    `    <title>${escape(title)}</title>`,
    `    <link rel="alternate" type="text/html" href="${escape(url)}"/>`,
    `    <published>${publishedAt.toISOString()}</published>`,
    `    <updated>${updatedAt.toISOString()}</updated>`,
    `    <content type="html">${escape(html)}</content>`,
    "  </entry>",
  ];
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Without the characters that XML 1.0 has no way to hold. */
function escape(text: string) {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? "");
}
