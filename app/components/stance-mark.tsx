import { type StanceMarkName, type StanceValue, stanceMeaning } from "#app/responses/stance-values.ts";

/** A stance by its shape and its word; the colour only agrees with them. */
export function StanceMark({ stance }: { stance: StanceValue }) {
  const { mark, word } = stanceMeaning(stance);
  return (
    <span className={`stance stance-${stance.replaceAll("_", "-")}`}>
      <svg className="stance-shape" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        <Shape mark={mark} />
      </svg>
      <span className="stance-word">{word}</span>
    </span>
  );
}

const OUTLINE = { fill: "none", stroke: "currentColor" } as const;

function Shape({ mark }: { mark: StanceMarkName }) {
  switch (mark) {
    case "disc":
      return <circle cx="10" cy="10" r="8" fill="currentColor" />;
    case "half-disc":
      return (
        <>
          <circle {...OUTLINE} cx="10" cy="10" r="7.25" strokeWidth="1.5" />
          <path d="M10 2.75a7.25 7.25 0 0 0 0 14.5z" fill="currentColor" />
        </>
      );
    case "ring":
      return <circle {...OUTLINE} cx="10" cy="10" r="7" strokeWidth="2.25" />;
    case "dotted-ring":
      return (
        <circle {...OUTLINE} cx="10" cy="10" r="7" strokeWidth="2.5" strokeLinecap="round" strokeDasharray="0.01 4.888" />
      );
    case "broken-ring":
      return <path {...OUTLINE} strokeWidth="2.25" d="M8 18A6.25 6.25 0 0 1 8 5.5M12 2a6.25 6.25 0 0 1 0 12.5" />;
    case "dash":
      return <path {...OUTLINE} strokeWidth="3" d="M2.5 10h15" />;
    case "wave":
      return <path {...OUTLINE} strokeWidth="2.25" strokeLinecap="round" d="M2 10.5q4-6.5 8 0t8 0" />;
    case "empty-box":
      return <rect {...OUTLINE} x="3" y="3" width="14" height="14" strokeWidth="1.25" />;
    case "dots":
      return <path {...OUTLINE} strokeWidth="2.5" strokeLinecap="round" d="M4 10h.01M10 10h.01M16 10h.01" />;
  }
}
