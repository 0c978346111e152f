import type { Today } from "#app/desk/numbers/today.server.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { columnAt, heightOf, roundTop } from "./chart-geometry.ts";
import { numberInWords } from "./number-words.ts";

const PLOT = 120;
const ABOVE = 18;
const BELOW = 20;
const LABELLED_EVERY = 3;
const RING = 3;

/** Today's hours as bars, yesterday's as lines across them, those of the same weekday as rings. */
export function ChartHours({ byHour, weekday }: Pick<Today, "byHour" | "weekday">) {
  const top = roundTop(Math.max(...byHour.flatMap(({ today, yesterday, lastWeek }) => [today, yesterday, lastWeek])));
  return (
    <ChartFrame
      title="Confirmed by the hour"
      says={
        <>
          In UTC. <Key className="chart-bar" /> today, <Key className="chart-line" /> yesterday, <Key className="chart-ring" /> last {weekday}.
        </>
      }
      table={{
        head: ["Hour (UTC)", "Today", "Yesterday", `Last ${weekday}`],
        rows: byHour.map(({ hour, today, yesterday, lastWeek }) => ({ key: String(hour), cells: [`${hour}:00`, today, yesterday, lastWeek] })),
      }}
    >
      <svg className="chart-drawing" width="100%" height={ABOVE + PLOT + BELOW} aria-hidden="true" focusable="false">
        <text className="chart-scale" x="0" y={ABOVE - 5}>
          {numberInWords(top)}
        </text>
        <line className="chart-rule" x1="0" x2="100%" y1={ABOVE} y2={ABOVE} />
        {byHour.map((hour) => (
          <Hour key={hour.hour} {...hour} top={top} />
        ))}
        <line className="chart-ground" x1="0" x2="100%" y1={ABOVE + PLOT} y2={ABOVE + PLOT} />
      </svg>
    </ChartFrame>
  );
}

function Hour({ hour, today, yesterday, lastWeek, top }: Today["byHour"][number] & { top: number }) {
  const bar = columnAt(hour, 24, 0.6);
  const line = columnAt(hour, 24, 0.9);
  const y = (count: number) => ABOVE + PLOT - heightOf(count, top, PLOT);
  return (
    <g>
      <rect className="chart-bar" x={bar.x} width={bar.width} y={y(today)} height={heightOf(today, top, PLOT)} />
      {yesterday > 0 && <rect className="chart-line" x={line.x} width={line.width} y={y(yesterday) - 2} height="4" />}
      {lastWeek > 0 && <circle className="chart-ring" cx={bar.middle} cy={y(lastWeek)} r={RING} />}
      {hour % LABELLED_EVERY === 0 && (
        <text className="chart-tick" x={bar.middle} y={ABOVE + PLOT + 15}>
          {hour}
        </text>
      )}
    </g>
  );
}

/** The mark beside its word. */
function Key({ className }: { className: string }) {
  return (
    <svg className="chart-key" width="14" height="12" aria-hidden="true" focusable="false">
      {className === "chart-ring" && <circle className={className} cx="7" cy="6" r={RING} />}
      {className === "chart-bar" && <rect className={className} x="3" y="0" width="8" height="12" />}
      {className === "chart-line" && <rect className={className} x="0" y="4" width="14" height="4" />}
    </svg>
  );
}
