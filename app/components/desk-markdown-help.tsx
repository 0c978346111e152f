const MARKS = [
  ["A line left empty", "begins a new paragraph"],
  ["**Bold**, *italic*", "are set as bold and italic"],
  ["## A heading", "stands above a part of the letter"],
  ["- One thing", "is a point of a list; 1. numbers it"],
  ["> Words of somebody", "are set as a quotation"],
  ["[a report](https://example.org)", "is a link"],
  ["Two spaces at the end", "break the line within a paragraph"],
] as const;

/** The few marks that a letter needs. */
export function MarkdownHelp() {
  return (
    <details className="desk-markdown-help">
      <summary>How to set headings, lists and links</summary>
      <dl>
        {MARKS.map(([mark, meaning]) => (
          <div key={mark}>
            <dt>
              <code>{mark}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">HTML is shown as it is typed. Straight quotation marks and three dots become printed ones.</p>
    </details>
  );
}
