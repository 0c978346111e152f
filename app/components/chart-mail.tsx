import type { MailRow } from "#app/desk/numbers/sums.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { columnAt, heightOf } from "./chart-geometry.ts";
import { dayInWords } from "./day.tsx";
import { numberInWords } from "./number-words.ts";

const ROW = 52;
const PLOT = 22;

const STATES: Record<MailRow["state"], { word: string; isFailure: boolean }> = {
  due: { word: "Due", isFailure: false },
  sending: { word: "On its way", isFailure: false },
  sent: { word: "Sent, not yet heard of", isFailure: false },
  delivered: { word: "Delivered", isFailure: false },
  delayed: { word: "Delayed", isFailure: false },
  bounced: { word: "Came back", isFailure: true },
  complained: { word: "Reported as unwanted", isFailure: true },
  suppressed: { word: "Address takes none of ours", isFailure: true },
  failed: { word: "Could not be sent", isFailure: true },
};

interface ChartMailProps {
  title: string;
  days: string[];
  rows: MailRow[];
}

/** What became of the mail of each day, one row of small bars for each state, each on its own scale. */
export function ChartMail({ title, days, rows }: ChartMailProps) {
  return (
    <ChartFrame
      title={title}
      says="By the day it was written, in UTC, and what has become of it by now. Each row has its own scale."
      table={{
        head: ["Day (UTC)", ...rows.map(({ state }) => STATES[state].word)],
        rows: days.map((day, position) => ({ key: day, cells: [dayInWords(day, "en", true), ...rows.map(({ byDay }) => byDay[position] ?? 0)] })),
      }}
    >
      <svg className="chart-drawing" width="100%" height={rows.length * ROW} aria-hidden="true" focusable="false">
        {rows.map((row, position) => (
          <StateRow key={row.state} row={row} y={position * ROW} />
        ))}
      </svg>
    </ChartFrame>
  );
}

function StateRow({ row: { state, byDay }, y }: { row: MailRow; y: number }) {
  const { word, isFailure } = STATES[state];
  const highest = Math.max(...byDay);
  const ground = y + 20 + PLOT;
  return (
    <g>
      <text className={isFailure ? "chart-name chart-stands-out" : "chart-name"} x="0" y={y + 14}>
        {word}
      </text>
      <text className="chart-figure" x="100%" y={y + 14}>
        {`${numberInWords(byDay.reduce((total, mails) => total + mails, 0))} · most ${numberInWords(highest)} a day`}
      </text>
      {byDay.map((mails, position) => {
        const { x, width } = columnAt(position, byDay.length);
        const height = heightOf(mails, highest, PLOT);
        return <rect key={x} className="chart-bar" x={x} width={width} y={ground - height} height={height} />;
      })}
      <line className="chart-ground" x1="0" x2="100%" y1={ground} y2={ground} />
    </g>
  );
}
