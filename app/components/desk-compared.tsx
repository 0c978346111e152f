import type { ComparedPart } from "#app/letters/difference.ts";
import { spokenIn } from "#app/letters/languages.ts";
import { printPart } from "./desk-conflict.tsx";

interface DeskComparedProps {
  parts: ComparedPart[];
  language: string;
  /** What the two are called, e.g. "version 1" and "the draft". */
  older: string;
  newer: string;
}

/** What of the one stands no more in the other, struck through, and what is new, underlined. */
export function DeskCompared({ parts, language, older, newer }: DeskComparedProps) {
  if (parts.length === 0) return <p>They say the same, word for word.</p>;
  return (
    <>
      <p className="quiet">
        <del>Struck through</del> stands in {older} only, <ins>underlined</ins> in {newer} only.
      </p>
      <dl className="desk-compared">
        {parts.map((part) => (
          <div key={part.label}>
            <dt>{part.label}</dt>
            <dd className="desk-difference" {...spokenIn(language)}>
              {part.parts.map((piece, position) => printPart(piece, position))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
