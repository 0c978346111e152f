import { paths } from "#app/http/paths.ts";
import { tallyStances } from "#app/scoreboard/cell.ts";
import type { Scoreboard } from "#app/scoreboard/read.server.ts";
import { daysInWords, responseRate } from "./board-words.ts";
import { ContactState } from "./contact-state.tsx";
import { Day } from "./day.tsx";
import { StanceMark } from "./stance-mark.tsx";

export interface AnswersLineProps {
  campaignSlug: string;
  board: Pick<Scoreboard, "asOf" | "rows" | "totals">;
  /** The form stands further up on the same page. */
  hasForm?: boolean;
}

/** The state of the answers for the letter page: one line a retailer, and the way to the board. */
export function AnswersLine({ campaignSlug, board: { asOf, rows, totals }, hasForm = false }: AnswersLineProps) {
  return (
    <div className="answers">
      <p>
        On <Day on={asOf} />: {responseRate(totals)}.
      </p>
      <ul className="ruled">
        {rows.map(({ retailer, contact, cells }) => (
          <li key={retailer.slug}>
            <a className="answers-retailer" href={paths.retailer(retailer.slug)}>
              <bdi>{retailer.name}</bdi>
            </a>
            <span className="answers-contact">
              <ContactState state={contact.state} />
              {contact.daysOfSilence !== null && `${contact.state === "asked" ? "" : ", asked"} ${daysInWords(contact.daysOfSilence)} ago`}
            </span>
            <span className="answers-stances">
              {tallyStances(cells).map(({ stance, count }) => (
                <span key={stance}>
                  <StanceMark stance={stance} /> on {count} of {cells.length}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p className="actions">
        <a href={paths.scoreboard(campaignSlug)}>See the whole scoreboard</a>
        {hasForm && <a href="#sign">Sign the letter</a>}
      </p>
    </div>
  );
}
