import { toPlainText } from "@react-email/render";

/** The part of html-to-text's formatter interface that is used here; the package brings no types. */
type Builder = {
  openBlock(options: { leadingLineBreaks: number }): void;
  closeBlock(options: { trailingLineBreaks: number }): void;
  addLiteral(text: string): void;
};
type Walk = (children: unknown, builder: Builder) => void;
type Element = { children: unknown; attribs: Record<string, string> };

/** Headings stay as written; an address stands alone on its line, so that no mail program eats a full stop. */
const OPTIONS = {
  formatters: {
    addressOnItsOwnLine(element: Element, walk: Walk, builder: Builder) {
      walk(element.children, builder);
      addLine(builder, element.attribs.href ?? "", 1);
    },
    rule(_element: Element, _walk: Walk, builder: Builder) {
      addLine(builder, "---", 2);
    },
  },
  selectors: [
    { selector: "h1", options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: "p", options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: "a", format: "addressOnItsOwnLine" },
    { selector: "hr", format: "rule" },
    { selector: "title", format: "skip" },
  ],
};

/** The plain-text part of a mail, from its HTML part: one content, told twice. */
export function plainText(html: string) {
  return `${toPlainText(html, OPTIONS).trim()}\n`;
}

function addLine(builder: Builder, line: string, lineBreaks: number) {
  builder.openBlock({ leadingLineBreaks: lineBreaks });
  builder.addLiteral(line);
  builder.closeBlock({ trailingLineBreaks: lineBreaks });
}
