import type { ReactNode } from "react";
import type { ListedCampaign } from "#app/campaigns/directory.server.ts";
import { paths } from "#app/http/paths.ts";
import { spokenIn } from "#app/letters/languages.ts";
import { Day } from "./day.tsx";
import { numberInWords } from "./number-words.ts";

export type DirectoryEntry = Omit<ListedCampaign, "id"> & { signatures: number };

/** Letters one under the other, as a newspaper announces what is inside. */
export function CampaignDirectory({ campaigns }: { campaigns: DirectoryEntry[] }) {
  return (
    <ul className="directory">
      {campaigns.map((campaign) => (
        <Entry key={campaign.slug} campaign={campaign} />
      ))}
    </ul>
  );
}

function Entry({ campaign }: { campaign: DirectoryEntry }) {
  const { slug, name, isSample, title, addressees, summary, language, signatures, goal } = campaign;
  return (
    <li>
      <div className="directory-letter">
        <p className="over-title">
          <bdi>{name}</bdi>
          {isSample && <span className="directory-sample">Sample, with made-up retailers</span>}
        </p>
        <h2 {...spokenIn(language)}>
          <a href={paths.letter(slug)}>{title}</a>
        </h2>
        <p className="directory-to" {...spokenIn(language)}>
          <span className="quiet" lang="en">To</span> {addressees}
        </p>
        <p className="directory-summary" {...spokenIn(language)}>
          {summary}
        </p>
      </div>
      <dl className="directory-facts">
        <Fact title={signatures === 1 ? "Signature" : "Signatures"}>
          <strong className="directory-count">{numberInWords(signatures)}</strong> of {numberInWords(goal)}
        </Fact>
        <Dates campaign={campaign} />
      </dl>
    </li>
  );
}

function Dates({ campaign: { state, openedAt, closedAt, isWon } }: { campaign: DirectoryEntry }) {
  return (
    <>
      {openedAt && (
        <Fact title={closedAt ? "Opened" : "Open since"}>
          <Day on={openedAt} />
        </Fact>
      )}
      {closedAt && (
        <Fact title={isWon ? "Won" : "Closed"}>
          <Day on={closedAt} />
        </Fact>
      )}
      {state === "paused" && <Fact title="Now">signing is paused</Fact>}
      {state === "archived" && <Fact title="Now">archived</Fact>}
    </>
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
