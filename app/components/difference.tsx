import type { ComparedPart, DifferencePart } from "#app/letters/difference.ts";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";

interface DifferenceProps {
  parts: ComparedPart[];
  language: string;
  /** What the two are called, e.g. "version 1" and "version 2". */
  older: string;
  newer: string;
}

/** For the public: two texts of a letter in one, word by word, as they are written. */
export function Difference({ parts, language, older, newer }: DifferenceProps) {
  return (
    <>
      <p className="quiet difference-key">
        <del>Struck through</del> stands in {older} only, <ins>underlined</ins> in {newer} only. Parts that are the same in both are left out.
        The text is shown as it is written, with the marks that make words bold and addresses links.
      </p>
      <dl className="compared">
        {parts.map((part) => (
          <div key={part.label}>
            <dt>{part.label}</dt>
            <dd className="difference" {...spokenIn(language)}>
              {part.parts.map(printPart)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Many screen readers say nothing of a line through words: it is said in words too. */
function printPart({ text, in: whose }: DifferencePart, position: number) {
  if (whose === "both") return <span key={position}>{text}</span>;
  const [said, Mark] = whose === "theirs" ? (["taken out: ", "del"] as const) : (["put in: ", "ins"] as const);
  return (
    <Mark key={position}>
      <span className="unseen" lang={INTERFACE_LANGUAGE}>
        {said}
      </span>
      {text}
    </Mark>
  );
}
