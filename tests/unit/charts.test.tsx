import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { ChartDays } from "#app/components/chart-days.tsx";
import { columnAt, heightOf, lengthOf, roundTop, shorten } from "#app/components/chart-geometry.ts";
import { ChartHours } from "#app/components/chart-hours.tsx";
import { ChartMail } from "#app/components/chart-mail.tsx";
import { ChartShares } from "#app/components/chart-shares.tsx";
import { compareProviders } from "#app/desk/numbers/providers.ts";
import { type DayCount, mailByState, rateOf, requestsByDay, shareOut } from "#app/desk/numbers/sums.ts";

describe("geometry", () => {
  test("columns share the width and stand in the middle of their share", () => {
    expect(columnAt(0, 4, 0.5)).toEqual({ x: "6.25%", width: "12.5%", middle: "12.5%" });
    expect(columnAt(3, 4, 0.5)).toEqual({ x: "81.25%", width: "12.5%", middle: "87.5%" });
  });

  test.each([[0, 100, 0], [1, 100_000, 1], [50, 100, 60], [100, 100, 120], [200, 100, 120], [1, 0, 0]])("%d of %d is %d pixels high", (value, top, height) => {
    expect(heightOf(value, top, 120)).toBe(height);
  });

  test.each([[0, 10, "0%"], [1, 100_000, "0.4%"], [5, 10, "50%"], [1, 3, "33.33%"]])("%d of %d is %s long", (value, top, length) => {
    expect(lengthOf(value, top)).toBe(length);
  });

  test.each([[0, 1], [1, 1], [2, 2], [3, 5], [7, 10], [11, 20], [50, 50], [51, 100], [2_345, 5_000], [999_999, 1_000_000]])("the line above %d is at %d", (highest, top) => {
    expect(roundTop(highest)).toBe(top);
  });

  test("what does not fit is cut with a sign", () => {
    expect([shorten("poster", 6), shorten("posters", 6)]).toEqual(["poster", "poste…"]);
  });
});

function count(by: string, value: string, created: number, confirmed: number, day = "2026-03-02"): DayCount {
  return { by, value, created, confirmed, day };
}

describe("sums", () => {
  test("each day is there, also one without anything", () => {
    expect(requestsByDay([count("all", "all", 4, 3)], ["2026-03-01", "2026-03-02"])).toEqual([
      { day: "2026-03-01", created: 0, confirmed: 0 }, { day: "2026-03-02", created: 4, confirmed: 3 },
    ]);
  });

  test("the largest are named, and the rest stand together with the days' own rest", () => {
    const counts = [count("source", "a", 5, 5), count("source", "b", 9, 1), count("source", "c", 2, 2), count("source", "(other)", 7, 0), count("country", "GB", 1, 1), count("source", "a", 5, 0, "2026-03-01")];
    expect(shareOut(counts, "source", 2)).toEqual([
      { value: "a", created: 10, confirmed: 5 }, { value: "b", created: 9, confirmed: 1 }, { value: "(other)", created: 9, confirmed: 2 },
    ]);
    expect(shareOut(counts, "country")).toEqual([{ value: "GB", created: 1, confirmed: 1 }]);
  });

  test("a mail domain of a few is not named, for it may be somebody's own", () => {
    const counts = [count("mail domain", "gmail.com", 5, 4), count("mail domain", "lovelace.example", 4, 4)];
    expect(shareOut(counts, "mail domain")).toEqual([{ value: "gmail.com", created: 5, confirmed: 4 }, { value: "(other)", created: 4, confirmed: 4 }]);
    expect(compareProviders(counts, ["2026-03-02"]).map(({ value }) => value)).toEqual(["gmail.com", "(other)"]);
  });

  test("mail has a row for each state that occurs, the failures last", () => {
    const counts = [count("mail to signers", "bounced", 2, 0), count("mail to signers", "delivered", 8, 0, "2026-03-01"), count("mail to retailers", "failed", 1, 0)];
    expect(mailByState(counts, "mail to signers", ["2026-03-01", "2026-03-02"])).toEqual([
      { state: "delivered", byDay: [8, 0] }, { state: "bounced", byDay: [0, 2] },
    ]);
  });

  test("of nothing there is no rate", () => {
    expect([rateOf({ created: 0, confirmed: 0 }), rateOf({ created: 3, confirmed: 2 })]).toEqual([null, 67]);
  });
});

describe("a mail provider", () => {
  const LATE = ["2026-03-01", "2026-03-02"];
  const before = (value: string, created: number, confirmed: number) => count("mail domain", value, created, confirmed, "2026-02-20");
  const lately = (value: string, created: number, confirmed: number) => count("mail domain", value, created, confirmed);
  const fallen = (counts: DayCount[]) => compareProviders(counts, LATE).filter(({ hasFallen }) => hasFallen).map(({ value }) => value);
  const steady = [before("gmail.com", 200, 180), lately("gmail.com", 100, 88)];

  test("stands out when its rate falls below its past and below the others'", () => {
    expect(fallen([...steady, before("web.example", 100, 90), lately("web.example", 50, 20)])).toEqual(["web.example"]);
  });

  test("does not when everybody's falls", () => {
    expect(fallen([before("gmail.com", 200, 180), lately("gmail.com", 100, 40), before("web.example", 100, 90), lately("web.example", 50, 20)])).toEqual([]);
  });

  test("does not for a few, or for one that was always low", () => {
    expect(fallen([...steady, before("web.example", 100, 90), lately("web.example", 19, 2)])).toEqual([]);
    expect(fallen([...steady, before("web.example", 100, 30), lately("web.example", 50, 16)])).toEqual([]);
    expect(fallen([...steady, lately("new.example", 50, 1)])).toEqual([]);
  });
});

describe("each chart", () => {
  const byHour = Array.from({ length: 24 }, (_, hour) => ({ hour, today: hour === 9 ? 1_234 : hour, yesterday: 2, lastWeek: 0 }));
  const days = ["2026-03-01", "2026-03-02"];
  const charts = {
    hours: <ChartHours byHour={byHour} weekday="Monday" />,
    days: <ChartDays days={[{ day: "2026-03-01", created: 1_234, confirmed: 1_000 }, { day: "2026-03-02", created: 0, confirmed: 0 }]} />,
    shares: <ChartShares title="Sources" says="Where from." of="Source" rows={[{ value: "a", name: "<b>newsletter</b>", created: 1_234, confirmed: 2, remark: "fell" }]} />,
    mail: <ChartMail title="Mail" days={days} rows={[{ state: "bounced", byDay: [0, 1_234] }]} />,
  };

  test.each(Object.entries(charts))("%s has its numbers in a table, its drawing unread aloud, and no style of its own", (_, chart) => {
    const html = renderToStaticMarkup(chart);
    expect(html).toMatch(/<details>.*<table/s);
    expect(html).not.toMatch(/style=|NaN|undefined|Infinity|<b>news/);
    expect(html.match(/<svg/g)?.length).toBe(html.match(/aria-hidden="true"/g)?.length);
    expect(html.split("<table")[1]).toContain("1,234");
  });
});
