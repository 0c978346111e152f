import type { SigningsToday } from "#app/desk/today.server.ts";

interface DeskTodayProps {
  today: SigningsToday;
  confirmed: number;
  goal: number;
}

const HOUR_WIDTH = 24;
const BAR_WIDTH = 18;
const CHART_HEIGHT = 96;
const LABELLED_HOURS = [0, 6, 12, 18];

export function DeskToday({ today, confirmed, goal }: DeskTodayProps) {
  return (
    <section className="desk-panel" aria-labelledby="today">
      <h2 id="today">Signatures today</h2>
      <dl className="desk-figures">
        <Figure title="Confirmed today" count={today.confirmed.today}>
          {`${spell(today.confirmed.yesterdayByNow)} by this time yesterday, ${spell(today.confirmed.yesterday)} in all`}
        </Figure>
        <Figure title="Signed today, not yet confirmed" count={today.pending.today}>
          {`${spell(today.pending.yesterday)} of yesterday’s still wait`}
        </Figure>
        <Figure title="Confirmed in all" count={confirmed}>{`the goal is ${spell(goal)}`}</Figure>
      </dl>
      <Hours byHour={today.byHour} />
    </section>
  );
}

function Figure({ title, count, children }: { title: string; count: number; children: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <strong className="desk-figure number">{spell(count)}</strong>
        <span className="quiet number">{children}</span>
      </dd>
    </div>
  );
}

/** Today's hours as bars, yesterday's as ticks across them; the table behind holds the same numbers. */
function Hours({ byHour }: Pick<SigningsToday, "byHour">) {
  const highest = Math.max(...byHour.flatMap(({ today, yesterday }) => [today, yesterday]));
  if (highest === 0) return <p className="quiet">No signature was confirmed today or yesterday.</p>;
  const height = (count: number) => Math.round((count / highest) * CHART_HEIGHT);
  return (
    <figure>
      <svg
        className="desk-hours"
        viewBox={`0 0 ${24 * HOUR_WIDTH} ${CHART_HEIGHT + 1}`}
        aria-hidden="true"
        focusable="false"
      >
        <line className="desk-hours-axis" x1="0" x2={24 * HOUR_WIDTH} y1={CHART_HEIGHT} y2={CHART_HEIGHT} />
        {byHour.map(({ hour, today, yesterday }) => (
          <g key={hour}>
            <rect
              className="desk-hours-today"
              x={hour * HOUR_WIDTH}
              y={CHART_HEIGHT - height(today)}
              width={BAR_WIDTH}
              height={height(today)}
            />
            {yesterday > 0 && (
              <rect
                className="desk-hours-yesterday"
                x={hour * HOUR_WIDTH}
                y={CHART_HEIGHT - height(yesterday)}
                width={BAR_WIDTH}
                height="2"
              />
            )}
          </g>
        ))}
      </svg>
      <div className="desk-hours-labels" aria-hidden="true">
        {LABELLED_HOURS.map((hour) => (
          <span key={hour}>{`${hour}:00`}</span>
        ))}
      </div>
      <figcaption className="quiet">
        Confirmed by the hour, in UTC: today in bars, yesterday as lines. The highest hour has {spell(highest)}.
      </figcaption>
      <details>
        <summary>The same as a table</summary>
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">Hour (UTC)</th>
              <th scope="col" className="desk-number">Today</th>
              <th scope="col" className="desk-number">Yesterday</th>
            </tr>
          </thead>
          <tbody>
            {byHour.map(({ hour, today, yesterday }) => (
              <tr key={hour}>
                <th scope="row" className="number">{`${hour}:00`}</th>
                <td className="desk-number">{spell(today)}</td>
                <td className="desk-number">{spell(yesterday)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function spell(count: number) {
  return count.toLocaleString("en");
}
