import type { Graph, GraphUnit } from "#app/desk/counting/graph.server.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { columnAt, heightOf, roundTop } from "./chart-geometry.ts";
import { dayInWords } from "./day.tsx";
import { numberInWords } from "./number-words.ts";

const PLOT = 160;
const ABOVE = 18;
const BELOW = 22;
const MOST_LABELS = 5;

const UNITS: Record<GraphUnit, { by: string; head: string; label: (at: Date) => string; whole: (at: Date) => string }> = {
  hour: { by: "by the hour", head: "Hour (UTC)", label: (at) => hourOf(at), whole: (at) => `${dayInWords(at.toISOString(), "en", true)}, ${hourOf(at)}` },
  day: { by: "by the day", head: "Day (UTC)", label: dayAndMonth, whole: (at) => dayInWords(at.toISOString(), "en", true) },
  week: { by: "by the week", head: "Week from (UTC)", label: dayAndMonth, whole: (at) => dayInWords(at.toISOString(), "en", true) },
  month: { by: "by the month", head: "Month (UTC)", label: monthAndYear, whole: monthAndYear },
};

/** Confirmed signatures over time: one column for each hour, day, week or month, and the running total in its table. */
export function ChartSignatures({ graph: { unit, columns, before } }: { graph: Graph }) {
  const { by, head, label, whole } = UNITS[unit];
  const top = roundTop(Math.max(...columns.map(({ confirmed }) => confirmed)));
  const labelledEvery = Math.ceil(columns.length / MOST_LABELS);
  const totals = columns.map((_, position) => columns.slice(0, position + 1).reduce((sum, { confirmed }) => sum + confirmed, before));
  return (
    <ChartFrame
      title={`Confirmed ${by}`}
      says="When each signature that counts was confirmed, in UTC. Those that were withdrawn or removed since are not drawn."
      table={{ head: [head, "Confirmed", "In all by then"], rows: columns.map(({ at, confirmed }, position) => ({ key: at.toISOString(), cells: [whole(at), confirmed, totals[position] ?? 0] })) }}
    >
      <svg className="chart-drawing" width="100%" height={ABOVE + PLOT + BELOW} aria-hidden="true" focusable="false">
        <text className="chart-scale" x="0" y={ABOVE - 5}>
          {numberInWords(top)}
        </text>
        <line className="chart-rule" x1="0" x2="100%" y1={ABOVE} y2={ABOVE} />
        {columns.map(({ at, confirmed }, position) => {
          const { x, width, middle } = columnAt(position, columns.length, columns.length > 60 ? 0.85 : 0.75);
          const height = heightOf(confirmed, top, PLOT);
          return (
            <g key={at.toISOString()}>
              <rect className="chart-bar" x={x} width={width} y={ABOVE + PLOT - height} height={height} />
              {position % labelledEvery === Math.floor(labelledEvery / 2) && (
                <text className="chart-tick" x={middle} y={ABOVE + PLOT + 16}>
                  {label(at)}
                </text>
              )}
            </g>
          );
        })}
        <line className="chart-ground" x1="0" x2="100%" y1={ABOVE + PLOT} y2={ABOVE + PLOT} />
      </svg>
    </ChartFrame>
  );
}

function hourOf(at: Date) {
  return `${at.toISOString().slice(11, 13)}:00`;
}

function dayAndMonth(at: Date) {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(at);
}

function monthAndYear(at: Date) {
  return new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" }).format(at);
}
