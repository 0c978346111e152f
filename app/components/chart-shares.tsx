import { rateOf, type Share } from "#app/desk/numbers/sums.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { lengthOf, shorten } from "./chart-geometry.ts";
import { numberInWords } from "./number-words.ts";

const ROW = 36;
const BAR = 10;
const REMARK = 18;
const NAME_CHARACTERS = 26;

interface ChartSharesProps {
  title: string;
  says: string;
  /** What the rows are, for the head of the table. */
  of: string;
  rows: (Share & { name: string; remark?: string | undefined })[];
}

/** One bar a row, the largest first: outlined what was asked for, filled what of it is confirmed, both in figures. */
export function ChartShares({ title, says, of, rows }: ChartSharesProps) {
  const top = Math.max(...rows.map(({ created }) => created));
  const starts = rows.map((_, position) => position * ROW + rows.slice(0, position).filter(({ remark }) => remark).length * REMARK);
  const height = rows.length * ROW + rows.filter(({ remark }) => remark).length * REMARK;
  return (
    <ChartFrame
      title={title}
      says={says}
      table={{
        head: [of, "Signed", "Of those confirmed", "Per cent"],
        rows: rows.map(({ remark, ...row }) => ({
          key: row.value,
          cells: [remark ? `${row.name}: ${remark}` : row.name, row.created, row.confirmed, rateOf(row) ?? "none"],
        })),
      }}
    >
      <svg className="chart-drawing" width="100%" height={height} aria-hidden="true" focusable="false">
        {rows.map((row, position) => (
          <ShareRow key={row.value} {...row} top={top} y={starts[position] ?? 0} />
        ))}
      </svg>
    </ChartFrame>
  );
}

function ShareRow({ name, created, confirmed, remark, top, y }: ChartSharesProps["rows"][number] & { top: number; y: number }) {
  const barAt = y + 20;
  return (
    <g>
      <text className={remark ? "chart-name chart-stands-out" : "chart-name"} x="0" y={y + 14}>
        {shorten(name, NAME_CHARACTERS)}
      </text>
      <text className="chart-figure" x="100%" y={y + 14}>
        {`${numberInWords(created)} · ${rateOf({ created, confirmed }) ?? 0} %`}
      </text>
      <rect className="chart-outline" x="0" y={barAt} width={lengthOf(created, top)} height={BAR} />
      <rect className="chart-bar" x="0" y={barAt} width={lengthOf(confirmed, top)} height={BAR} />
      {remark && (
        <text className="chart-name chart-stands-out" x="0" y={barAt + BAR + 14}>
          {remark}
        </text>
      )}
    </g>
  );
}
