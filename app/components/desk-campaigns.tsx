import { Link } from "@remix-run/react";
import type { CampaignState } from "#app/campaigns/states.ts";
import type { CampaignOverview } from "#app/desk/overview.server.ts";
import { paths } from "#app/http/paths.ts";
import { Sparkline } from "./chart-sparkline.tsx";
import { dayInWords } from "./day.tsx";
import { CampaignMarks } from "./desk-campaign-marks.tsx";
import { numberInWords } from "./number-words.ts";

interface CampaignRow {
  slug: string;
  name: string;
  state: CampaignState;
  isSample: boolean;
  isInTestMode: boolean;
  role: string;
  /** Undefined, as what waits, where the campaign first asks for a second step. */
  overview: CampaignOverview | undefined;
  waiting: { title: string; count: number }[] | undefined;
}

const KINDS_SHOWN = 3;

/** An organizer's campaigns: how each goes, and what waits in it. */
export function DeskCampaigns({ campaigns }: { campaigns: CampaignRow[] }) {
  return (
    <table className="desk-table desk-table-stacking">
      <thead>
        <tr>
          <th scope="col">Campaign</th>
          <th scope="col">State</th>
          <th scope="col">Your role</th>
          <th scope="col">Confirmed today (UTC)</th>
          <th scope="col">Fourteen days</th>
          <th scope="col">What waits</th>
        </tr>
      </thead>
      <tbody>
        {campaigns.map((campaign) => (
          <Row key={campaign.slug} campaign={campaign} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ campaign: { slug, name, overview, role, waiting, ...marks } }: { campaign: CampaignRow }) {
  return (
    <tr>
      <th scope="row">
        <Link to={paths.deskCampaign(slug)}>{name}</Link>
      </th>
      <td data-label="State">
        <CampaignMarks {...marks} />
      </td>
      <td data-label="Your role">{role}</td>
      <td data-label="Confirmed today">
        {overview ? (
          <>
            <strong>{numberInWords(overview.confirmedToday)}</strong> <span className="quiet">yesterday {numberInWords(overview.confirmedYesterday)}</span>
          </>
        ) : (
          <span className="quiet">after your second step</span>
        )}
      </td>
      <td data-label="Fourteen days">{overview && <Fortnight byDay={overview.byDay} />}</td>
      <td data-label="What waits">
        {waiting && <WhatWaits waiting={waiting} />}
      </td>
    </tr>
  );
}

function Fortnight({ byDay }: Pick<CampaignOverview, "byDay">) {
  const total = byDay.reduce((sum, { confirmed }) => sum + confirmed, 0);
  const [most] = byDay.toSorted((one, other) => other.confirmed - one.confirmed);
  if (total === 0 || !most) return <span className="quiet">none confirmed</span>;
  return (
    <>
      <Sparkline counts={byDay.map(({ confirmed }) => confirmed)} />
      <br />
      <span className="quiet">
        {numberInWords(total)}, most on {dayInWords(most.day, "en", true)}
      </span>
    </>
  );
}

function WhatWaits({ waiting }: { waiting: NonNullable<CampaignRow["waiting"]> }) {
  if (waiting.length === 0) return <span className="quiet">nothing</span>;
  const more = waiting.length - KINDS_SHOWN;
  return (
    <ul className="desk-what-waits">
      {waiting.slice(0, KINDS_SHOWN).map(({ title, count }) => (
        <li key={title}>
          {title} <strong>{numberInWords(count)}</strong>
        </li>
      ))}
      {more > 0 && <li className="quiet">and {more} more</li>}
    </ul>
  );
}
