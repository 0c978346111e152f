import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AnswersLine } from "#app/components/answers-line.tsx";
import { BoardTable } from "#app/components/board-table.tsx";
import { Evidence } from "#app/components/board-evidence.tsx";
import { cellOn } from "#app/scoreboard/cell.ts";
import { contactOn } from "#app/scoreboard/contact-axis.ts";

const TODAY = "2026-03-02";
const demand = { slug: "endorse", title: "Endorse the standards in public", shortTitle: "Endorse" };
const contact = contactOn(TODAY, { askedOn: "2026-01-10", sentMessages: 2, hasContacts: true, hasWorkingContact: true, responses: [] });

const board = {
  asOf: TODAY,
  demands: [{ ...demand, summary: "Say so where customers can read it." }],
  rows: [
    {
      retailer: { slug: "corner-shop", name: "\u202eCorner <b>Shop</b>", country: "GB" },
      contact,
      messages: { sent: 2, delivered: 1, opened: 3 },
      cells: [{ demand, ...cellOn(TODAY, { value: "pledged", sinceOn: "2026-01-20", dueOn: "2026-02-01", capturedOn: "2026-01-21" }) }],
    },
  ],
  totals: { retailers: 1, asked: 1, answered: 0, overdue: 1, sent: 2, delivered: 1, opened: 3 },
};

it("links each cell to its evidence and tells an overdue pledge in words", () => {
  const html = renderToStaticMarkup(<BoardTable campaignSlug="dear-retailers" board={board} order={undefined} />);
  expect(html).toContain('href="/retailers/corner-shop#demand-dear-retailers-endorse"');
  expect(html).toContain("overdue since 1 February 2026");
  expect(html).toContain('aria-hidden="true"');
  expect(html).not.toContain("style=");
});

it("keeps a hostile name to itself", () => {
  const html = renderToStaticMarkup(<AnswersLine campaignSlug="dear-retailers" board={board} />);
  expect(html).toContain("<bdi>\u202eCorner &lt;b&gt;Shop&lt;/b&gt;</bdi>");
  expect(html).toContain("0 of 1 retailers asked have answered");
});

it("says which order is shown, and leads back to the campaign's own", () => {
  const html = renderToStaticMarkup(<BoardTable campaignSlug="dear-retailers" board={board} order="days" />);
  expect(html).toMatch(/aria-sort="descending"[^>]*><a href="\?"/);
  expect(html).toContain('href="?sort=name"');
});

it("says of words that came in a mail where they are, and how many people stand behind them", () => {
  const html = renderToStaticMarkup(
    <Evidence channel="email" kind="answer" quote="We will." sourceUrl={null} sourceTitle={null} capturedOn="2024-01-21" review="single review" needsFreshLook />,
  );
  expect(html).toContain("E-mail to the organizers, not public elsewhere");
  expect(html).toContain("Single review.");
  expect(html).toContain("needs a fresh look");
});
