import { CAMPAIGN_STATES, type CampaignState, STATES_IN_ORDER, type StateRules } from "#app/campaigns/states.ts";

/** A row of the table: what may be so, and how that is asked. */
const QUESTIONS: { name: Exclude<keyof StateRules, "meaning" | "mayFollow">; title: string }[] = [
  { name: "isPublic", title: "The public sees it" },
  { name: "canBeSigned", title: "It can be signed" },
  { name: "canBeWrittenFrom", title: "Signers can write to retailers" },
  { name: "doMessagesLeave", title: "Messages leave" },
  { name: "areEditsPublic", title: "What you publish is public at once" },
  { name: "isOnFrontPage", title: "Listed on the front page" },
  { name: "isInArchive", title: "Listed in the archive" },
];

/** What each state of a campaign allows, the present one marked: printed from the same table that the house asks. */
export function DeskStateTable({ present }: { present: CampaignState }) {
  const mark = (state: CampaignState) => (state === present ? "desk-state-present" : undefined);
  return (
    <div className="desk-state-scroll" role="region" aria-label="Table of the states" tabIndex={0}>
      <table className="desk-table desk-states">
        <thead>
          <tr>
            <th scope="col">State</th>
            {STATES_IN_ORDER.map((state) => (
              <th key={state} scope="col" className={mark(state)} aria-current={state === present ? "step" : undefined}>
                {state}
                {state === present && <span className="desk-state-here">now</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {QUESTIONS.map(({ name, title }) => (
            <tr key={name}>
              <th scope="row">{title}</th>
              {STATES_IN_ORDER.map((state) => (
                <td key={state} className={mark(state)}>
                  <Answer isSo={CAMPAIGN_STATES[state][name]} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">What may follow</th>
            {STATES_IN_ORDER.map((state) => (
              <td key={state} className={mark(state)}>
                {CAMPAIGN_STATES[state].mayFollow.join(", ")}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Answer({ isSo }: { isSo: boolean }) {
  return isSo ? <strong>yes</strong> : <span className="quiet">no</span>;
}
