import { dayInWords } from "#app/components/day.tsx";
import { paths } from "#app/http/paths.ts";
import type { BoardOrder } from "#app/scoreboard/order.ts";
import type { Scoreboard, ScoreboardRow } from "#app/scoreboard/read.server.ts";
import { demandAnchor } from "./board-anchor.ts";
import { cellNotes } from "./board-words.ts";
import { ContactState } from "./contact-state.tsx";
import { countryName } from "#app/signatures/countries.ts";
import { numberInWords } from "./number-words.ts";
import { StanceMark } from "./stance-mark.tsx";

interface BoardTableProps {
  campaignSlug: string;
  board: Pick<Scoreboard, "asOf" | "demands" | "rows">;
  order: BoardOrder | undefined;
}

/**
 * The board is one table at every width. Its roles are spelled out because on a phone the style sheet lays each row
 * out as a block, and a browser then forgets that it was a table.
 */
export function BoardTable({ campaignSlug, board: { asOf, demands, rows }, order }: BoardTableProps) {
  return (
    <div className="board-frame" role="region" aria-labelledby="board-caption" tabIndex={0}>
      <table className="board" role="table">
        <caption id="board-caption">Contact with each retailer, and where it stands on each demand, on {dayInWords(asOf)}</caption>
        <thead role="rowgroup">
          <tr role="row" className="board-groups">
            <SortedHead order="name" current={order} direction="ascending" className="board-corner" rowSpan={2}>
              Retailer
            </SortedHead>
            <th role="columnheader" scope="colgroup" colSpan={2}>
              Contact
            </th>
            <th role="columnheader" scope="colgroup" colSpan={2} className="number">
              Messages
            </th>
            {demands.length > 0 && (
              <th role="columnheader" scope="colgroup" colSpan={demands.length}>
                Where it stands
              </th>
            )}
          </tr>
          <tr role="row" className="board-heads">
            <SortedHead order="answered" current={order} direction="descending">
              State
            </SortedHead>
            <SortedHead order="days" current={order} direction="descending" className="number">
              Days since asked
            </SortedHead>
            <th role="columnheader" scope="col" className="number">
              Sent
            </th>
            <th role="columnheader" scope="col" className="number">
              Delivered
            </th>
            {demands.map(({ slug, shortTitle }) => (
              <th key={slug} role="columnheader" scope="col" className="board-demand">
                {shortTitle}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <BoardRow key={row.retailer.slug} campaignSlug={campaignSlug} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SortedHeadProps {
  order: BoardOrder;
  current: BoardOrder | undefined;
  direction: "ascending" | "descending";
  className?: string;
  rowSpan?: number;
  children: string;
}

/** The link of the order that is already shown leads back to the campaign's own order. */
function SortedHead({ order, current, direction, className = "", rowSpan, children }: SortedHeadProps) {
  const isSorted = order === current;
  return (
    <th
      role="columnheader"
      scope="col"
      rowSpan={rowSpan}
      aria-sort={isSorted ? direction : "none"}
      className={`sorts ${className}`}
    >
      <a href={isSorted ? "?" : `?sort=${order}`}>
        {children}
        <span className="sort-arrow" aria-hidden="true">
          {direction === "ascending" ? "↑" : "↓"}
        </span>
      </a>
    </th>
  );
}

function BoardRow({ campaignSlug, row: { retailer, contact, messages, cells } }: { campaignSlug: string; row: ScoreboardRow }) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={paths.retailer(retailer.slug)}>
          <bdi>{retailer.name}</bdi>
        </a>
        <span className="board-note">{countryName(retailer.country, "en")}</span>
      </th>
      <td role="cell" data-label="Contact">
        <ContactState state={contact.state} />
        {contact.askedOn && <span className="board-note">asked {dayInWords(contact.askedOn, "en", true)}</span>}
      </td>
      <td role="cell" data-label="Days since asked" className="number">
        {contact.daysSinceAsked === null ? <NotCounted /> : numberInWords(contact.daysSinceAsked)}
      </td>
      <td role="cell" data-label="Messages sent" className="number">
        {numberInWords(messages.sent)}
        {messages.opened > 0 && <span className="board-note">{numberInWords(messages.opened)} opened</span>}
      </td>
      <td role="cell" data-label="Delivered" className="number">
        {numberInWords(messages.delivered)}
      </td>
      {cells.map((cell) => (
        <td key={cell.demand.slug} role="cell" data-label={cell.demand.shortTitle} className="board-cell">
          <a href={`${paths.retailer(retailer.slug)}#${demandAnchor(campaignSlug, cell.demand.slug)}`}>
            <StanceMark stance={cell.stance} />
            {cellNotes(cell).map((note) => (
              <span key={note} className="board-note">
                {note}
              </span>
            ))}
          </a>
        </td>
      ))}
    </tr>
  );
}

function NotCounted() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="unseen">none counted</span>
    </>
  );
}
