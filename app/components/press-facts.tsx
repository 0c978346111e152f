import type { ReactNode } from "react";
import { paths } from "#app/http/paths.ts";
import { spokenIn } from "#app/letters/languages.ts";
import type { Scoreboard } from "#app/scoreboard/read.server.ts";
import { responseRate } from "./board-words.ts";
import { Day } from "./day.tsx";
import { numberInWords } from "./number-words.ts";

interface PressFactsProps {
  campaign: { slug: string; language: string; goal: number; openedAt: Date | null; closedAt: Date | null; isWon: boolean; isPaused: boolean; hasEnded: boolean };
  letter: { addressees: string; datedOn: string; language: string };
  signatures: number;
  coSigners: number;
  board: { asOf: string; totals: Scoreboard["totals"]; retailers: { slug: string; name: string }[]; demands: { slug: string; title: string; summary: string }[] };
}

/** What can be counted and dated, as of today, each with the page that shows it. */
export function PressFacts({ campaign, letter, signatures, coSigners, board }: PressFactsProps) {
  return (
    <section className="press-section" aria-labelledby="facts">
      <h2 id="facts">
        Facts <span className="press-as-of">as of <Day on={board.asOf} /></span>
      </h2>
      <div className="press-figures">
        <Figure number={signatures} title={signatures === 1 ? "confirmed signature" : "confirmed signatures"} />
        <Figure number={coSigners} title={coSigners === 1 ? "organisation has co-signed" : "organisations have co-signed"} />
        <Figure number={board.totals.answered} title={`of ${numberInWords(board.totals.asked)} retailers asked ${board.totals.answered === 1 ? "has" : "have"} answered`} />
      </div>
      <dl className="press-facts">
        <Fact title="To">
          <span {...spokenIn(letter.language)}>{letter.addressees}</span>
        </Fact>
        <Fact title="The letter is dated">
          <Day on={letter.datedOn} />
        </Fact>
        <Dates campaign={campaign} />
        <Fact title="Goal">{numberInWords(campaign.goal)} signatures</Fact>
        <Fact title="What is asked">
          <ol className="press-demands" {...spokenIn(campaign.language)}>
            {board.demands.map(({ slug, title, summary }) => (
              <li key={slug}>
                <strong>{title}.</strong> {summary}
              </li>
            ))}
          </ol>
        </Fact>
        <Fact title="Of whom">
          <ul className="press-targets">
            {board.retailers.map(({ slug, name }) => (
              <li key={slug}>
                <a href={paths.retailer(slug)}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </Fact>
        <Fact title="Answers">
          {board.totals.asked === 0 ? "Nobody has been asked yet" : responseRate(board.totals)}. <a href={paths.scoreboard(campaign.slug)}>Each answer with its source</a>
        </Fact>
        <Fact title="What is counted">A signature counts once its owner has confirmed it by mail. Withdrawn and removed ones do not count.</Fact>
      </dl>
    </section>
  );
}

function Dates({ campaign: { openedAt, closedAt, isWon, isPaused, hasEnded } }: Pick<PressFactsProps, "campaign">) {
  return (
    <>
      {openedAt && (
        <Fact title={hasEnded ? "Opened for signing" : "Open for signing since"}>
          <Day on={openedAt} />
          {isPaused && ", paused at present"}
        </Fact>
      )}
      {closedAt && (
        <Fact title={isWon ? "Won" : "Closed"}>
          <Day on={closedAt} />
        </Fact>
      )}
    </>
  );
}

function Figure({ number, title }: { number: number; title: string }) {
  return (
    <p className="press-figure">
      <strong>{numberInWords(number)}</strong> <span>{title}</span>
    </p>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
