import { listStanceMeanings } from "#app/responses/stance-values.ts";
import { listContactMeanings } from "#app/scoreboard/contact-axis.ts";
import { ContactState } from "./contact-state.tsx";
import { StanceMark } from "./stance-mark.tsx";

/** What every word on the board means, the two axes apart. */
export function BoardLegend() {
  return (
    <div className="board-legend">
      <section aria-labelledby="legend-stances">
        <h2 id="legend-stances">Where a retailer stands</h2>
        <p>On each demand, since a date, with a source. A stance is never inferred from the contact beside it.</p>
        <dl className="legend-list">
          {listStanceMeanings().map(({ value, definition }) => (
            <div key={value}>
              <dt>
                <StanceMark stance={value} />
              </dt>
              <dd>{definition}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="legend-contact">
        <h2 id="legend-contact">The contact with it</h2>
        <p>Whether it was asked and whether it replied. A reply is not a promise, and a promise is not a deed.</p>
        <dl className="legend-list">
          {listContactMeanings().map(({ state, definition }) => (
            <div key={state}>
              <dt>
                <ContactState state={state} />
              </dt>
              <dd>{definition}</dd>
            </div>
          ))}
        </dl>
        <h3>Messages</h3>
        <dl className="legend-list">
          <div>
            <dt>Sent</dt>
            <dd>Left this site by e-mail, each written and confirmed by one person. Tests and failures are not counted.</dd>
          </div>
          <div>
            <dt>Delivered</dt>
            <dd>The retailer’s mail server took it. Whether anybody read it we cannot know.</dd>
          </div>
          <div>
            <dt>Opened</dt>
            <dd>Opened by a signer in their own mail program. Whether it was sent we cannot know, so it is counted apart.</dd>
          </div>
        </dl>
      </section>
    </div>
  );
}
