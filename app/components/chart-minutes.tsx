import type { MinuteOfSigning } from "#app/desk/watching/read.server.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { columnAt, heightOf, roundTop } from "./chart-geometry.ts";
import { minuteInWords } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

const PLOT = 100;
const ABOVE = 18;
const BELOW = 20;
const LABELLED_EVERY = 10;

/** Signings of the last hour as bars, and of those what was held back as their filling. */
export function ChartMinutes({ minutes }: { minutes: MinuteOfSigning[] }) {
  const top = roundTop(Math.max(...minutes.map(({ signings }) => signings)));
  return (
    <ChartFrame
      title="Signings by the minute"
      says="The last hour, in UTC: outlined what was looked at, filled what was held back as suspect."
      table={{
        head: ["Minute (UTC)", "Looked at", "Held back"],
        rows: minutes.filter(({ signings }) => signings > 0).map(({ at, signings, heldBack }) => ({ key: at.toISOString(), cells: [minuteInWords(at), signings, heldBack] })),
      }}
    >
      <svg className="chart-drawing" width="100%" height={ABOVE + PLOT + BELOW} aria-hidden="true" focusable="false">
        <text className="chart-scale" x="0" y={ABOVE - 5}>
          {numberInWords(top)}
        </text>
        <line className="chart-rule" x1="0" x2="100%" y1={ABOVE} y2={ABOVE} />
        {minutes.map((minute, position) => (
          <MinuteColumn key={minute.at.toISOString()} {...minute} top={top} position={position} count={minutes.length} />
        ))}
        <line className="chart-ground" x1="0" x2="100%" y1={ABOVE + PLOT} y2={ABOVE + PLOT} />
      </svg>
    </ChartFrame>
  );
}

function MinuteColumn({ at, signings, heldBack, top, position, count }: MinuteOfSigning & { top: number; position: number; count: number }) {
  const { x, width, middle } = columnAt(position, count, 0.7);
  const [whole, part] = [heightOf(signings, top, PLOT), heightOf(heldBack, top, PLOT)];
  return (
    <g>
      {whole > 0 && <rect className="chart-outline" x={x} width={width} y={ABOVE + PLOT - whole} height={whole} />}
      {part > 0 && <rect className="chart-line" x={x} width={width} y={ABOVE + PLOT - part} height={part} />}
      {at.getUTCMinutes() % LABELLED_EVERY === 0 && (
        <text className="chart-tick" x={middle} y={ABOVE + PLOT + 15}>
          {at.toISOString().slice(11, 16)}
        </text>
      )}
    </g>
  );
}
