import { rateOf } from "#app/desk/numbers/sums.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { columnAt, heightOf, roundTop } from "./chart-geometry.ts";
import { dayInWords } from "./day.tsx";
import { numberInWords } from "./number-words.ts";

const PLOT = 120;
const ABOVE = 18;
const BELOW = 36;

interface DayOfRequests {
  day: string;
  created: number;
  confirmed: number;
}

/** What was asked for on each day as an outline, what of it is confirmed as its filling, the rate in figures beneath. */
export function ChartDays({ days }: { days: DayOfRequests[] }) {
  const top = roundTop(Math.max(...days.map(({ created }) => created)));
  return (
    <ChartFrame
      title="Signed, and of those confirmed"
      says="By the day of signing, in UTC: outlined what was asked for, filled what is confirmed by now; beneath, per cent confirmed over the day of the month."
      table={{
        head: ["Day (UTC)", "Signed", "Of those confirmed", "Per cent"],
        rows: days.map((day) => ({ key: day.day, cells: [dayInWords(day.day, "en", true), day.created, day.confirmed, rateOf(day) ?? "none"] })),
      }}
    >
      <svg className="chart-drawing" width="100%" height={ABOVE + PLOT + BELOW} aria-hidden="true" focusable="false">
        <text className="chart-scale" x="0" y={ABOVE - 5}>
          {numberInWords(top)}
        </text>
        <line className="chart-rule" x1="0" x2="100%" y1={ABOVE} y2={ABOVE} />
        {days.map((day, position) => (
          <DayColumn key={day.day} {...day} top={top} position={position} count={days.length} />
        ))}
        <line className="chart-ground" x1="0" x2="100%" y1={ABOVE + PLOT} y2={ABOVE + PLOT} />
      </svg>
    </ChartFrame>
  );
}

function DayColumn({ day, created, confirmed, top, position, count }: DayOfRequests & { top: number; position: number; count: number }) {
  const { x, width, middle } = columnAt(position, count);
  const [whole, part] = [heightOf(created, top, PLOT), heightOf(confirmed, top, PLOT)];
  return (
    <g>
      {whole > 0 && <rect className="chart-outline" x={x} width={width} y={ABOVE + PLOT - whole} height={whole} />}
      <rect className="chart-bar" x={x} width={width} y={ABOVE + PLOT - part} height={part} />
      <text className="chart-tick chart-tick-strong" x={middle} y={ABOVE + PLOT + 15}>
        {rateOf({ created, confirmed }) ?? "–"}
      </text>
      <text className="chart-tick" x={middle} y={ABOVE + PLOT + 31}>
        {Number(day.slice(8))}
      </text>
    </g>
  );
}
