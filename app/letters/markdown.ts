import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: true });

// The page's own title is the only h1. The levels that a letter uses follow on it without a gap, whichever they are.
markdown.core.ruler.push("below_the_title", ({ tokens }) => {
  const headings = tokens.filter(({ type }) => type === "heading_open" || type === "heading_close");
  const levels = [...new Set(headings.map(({ tag }) => tag))].toSorted();
  for (const heading of headings) heading.tag = `h${Math.min(levels.indexOf(heading.tag) + 2, 6)}`;
});

markdown.core.ruler.push("rel_on_links", ({ tokens }) => {
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    if (token.type === "link_open") token.attrSet("rel", "noopener noreferrer");
  }
});

// No page of ours makes a reader's browser ask another site for anything, nor does a feed: a picture is its words.
markdown.renderer.rules["image"] = (tokens, at) => markdown.utils.escapeHtml(tokens[at]?.content ?? "");

/** A letter's HTML. Raw HTML in the text is shown as text, never passed on. */
export function letterHtml(text: string): string {
  return markdown.render(text);
}

/** What a reader of the letter reads: its words, without marks, addresses of links and lines. */
export function readableText(text: string): string {
  const tokens = markdown.parse(text, {}).flatMap((token) => [...(token.children ?? [token]), { type: "softbreak", content: "" }]);
  return tokens.map(({ type, content }) => (type.endsWith("break") ? "\n" : content)).join("");
}
