import { columnAt, heightOf } from "./chart-geometry.ts";

const HEIGHT = 20;

/** A row of small bars beside the words that say the same: it needs no table of its own. */
export function Sparkline({ counts }: { counts: number[] }) {
  const highest = Math.max(...counts);
  return (
    <svg className="chart-sparkline" width="84" height={HEIGHT + 1} aria-hidden="true" focusable="false">
      {counts.map((count, position) => {
        const { x, width } = columnAt(position, counts.length);
        const height = heightOf(count, highest, HEIGHT);
        return <rect key={x} className="chart-bar" x={x} width={width} y={HEIGHT - height} height={height} />;
      })}
      <line className="chart-ground" x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} />
    </svg>
  );
}
