import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: true });

// The page's own title is the only h1.
markdown.core.ruler.push("one_level_down", ({ tokens }) => {
  for (const token of tokens) {
    if (token.type !== "heading_open" && token.type !== "heading_close") continue;
    token.tag = `h${Math.min(Number(token.tag.slice(1)) + 1, 6)}`;
  }
});

markdown.core.ruler.push("rel_on_links", ({ tokens }) => {
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    if (token.type === "link_open") token.attrSet("rel", "noopener noreferrer");
  }
});

/** A letter's HTML. Raw HTML in the text is shown as text, never passed on. */
export function letterHtml(text: string): string {
  return markdown.render(text);
}

/** What a reader of the letter reads: its words, without marks, addresses of links and lines. */
export function readableText(text: string): string {
  const tokens = markdown.parse(text, {}).flatMap((token) => [...(token.children ?? [token]), { type: "softbreak", content: "" }]);
  return tokens.map(({ type, content }) => (type.endsWith("break") ? "\n" : content)).join("");
}
