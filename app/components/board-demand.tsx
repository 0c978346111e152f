import type { Cell } from "#app/scoreboard/cell.ts";
import type { DemandRecord } from "#app/scoreboard/retailer-record.server.ts";
import { demandAnchor, responseAnchor } from "./board-anchor.ts";
import { Evidence } from "./board-evidence.tsx";
import { daysInWords } from "./board-words.ts";
import { Day } from "./day.tsx";
import { StanceMark } from "./stance-mark.tsx";

type Entry = DemandRecord["history"][number];

/** One demand of one campaign: where the retailer stands, what that rests on, and how it came there. */
export function DemandStanding({ campaignSlug, demand }: { campaignSlug: string; demand: DemandRecord }) {
  const { slug, title, summary, current, history } = demand;
  const evidence = history.at(-1)?.evidence;
  return (
    <article id={demandAnchor(campaignSlug, slug)} className="standing">
      <h3>{title}</h3>
      <p className="quiet">{summary}</p>
      <div className="standing-now">
        <p className="standing-mark">
          <StanceMark stance={current.stance} />
        </p>
        <div>
          <StandingSince cell={current} />
          {evidence && <p>{evidence.summary}</p>}
          {evidence && <Evidence {...evidence} needsFreshLook={current.needsFreshLook} />}
          {!evidence && <p>Nothing has been published on this demand yet.</p>}
        </div>
      </div>
      {history.length > 1 && <StanceHistory title={title} history={history} />}
    </article>
  );
}

function StandingSince({ cell: { stance, sinceOn, days, dueOn, isOverdue } }: { cell: Cell }) {
  if (sinceOn === null || days === null) return null;
  return (
    <p>
      Since <Day on={sinceOn} />
      {stance === "no_answer" && `, ${daysInWords(days)} of silence`}.
      {stance === "pledged" && <> {dueOn ? <Deadline on={dueOn} isOverdue={isOverdue} /> : "It named no deadline."}</>}
    </p>
  );
}

function Deadline({ on, isOverdue }: { on: string; isOverdue: boolean }) {
  if (!isOverdue) return <>To be kept by <Day on={on} />.</>;
  return (
    <>
      Its own deadline, <Day on={on} />, has passed: <strong>overdue</strong>.
    </>
  );
}

/** Oldest first. Nothing is ever taken out: a correction is a line of its own. */
function StanceHistory({ title, history }: { title: string; history: Entry[] }) {
  return (
    <section className="history">
      <h4>
        How it came to this<span className="unseen">: {title}</span>
      </h4>
      <ol>
        {history.map((entry) => (
          <li key={entry.id}>
            <StanceMark stance={entry.stance} />
            <p>
              {entry.sinceOn && (
                <>
                  True since <Day on={entry.sinceOn} />, recorded <Day on={entry.publishedOn} />.{" "}
                </>
              )}
              {entry.reason && <>{entry.reason} </>}
              {entry.evidence && <a href={`#${responseAnchor(entry.evidence.id)}`}>What it rests on</a>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
