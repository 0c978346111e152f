import type { Conflict } from "#app/desk/difference.ts";
import type { DifferencePart } from "#app/letters/difference.ts";
import { timeInWords } from "./moment.tsx";

/** Told to the second of two people who edit one thing: what the first saved, against what stands in the form. */
export function DeskConflict({ conflict }: { conflict: Conflict | undefined }) {
  if (!conflict) return null;
  const { by, at, fields } = conflict;
  return (
    <section className="notice notice-bad desk-conflict" role="alert" aria-labelledby="conflict">
      <h2 id="conflict">{by ?? "Somebody"} saved this while you were writing</h2>
      <p>
        At {timeInWords(at)}. Nothing is lost: your text stands in the form below. Struck through is theirs,
        underlined is yours. Take over what you want, then save again to replace theirs.
      </p>
      <dl>
        {fields.map(({ label, parts }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="desk-difference" dir="auto">{parts.map(printPart)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function printPart({ text, in: whose }: DifferencePart, position: number) {
  if (whose === "theirs") return <del key={position}>{text}</del>;
  return whose === "yours" ? <ins key={position}>{text}</ins> : <span key={position}>{text}</span>;
}
