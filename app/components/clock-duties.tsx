import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { CampaignClock } from "#app/desk/clock/campaign-clock.server.ts";
import { paths } from "#app/http/paths.ts";
import { RoundLast, RoundNext } from "./clock-round-times.tsx";
import { ErasureWords } from "./desk-erasure.tsx";
import { Minute, Moment } from "./moment.tsx";
import { numberInWords } from "./number-words.ts";

interface ClockDutiesProps {
  slug: string;
  clock: CampaignClock;
  canEdit: boolean;
}

/** So many are counted and no more; as `COUNTED_MOST` of the room has it. */
const COUNTED_MOST = 10_000;

/** What the clock does for this campaign, in words, with what the next run would find. */
export function ClockDuties({ slug, clock, canEdit }: ClockDutiesProps) {
  const { reminding, forgetting, erasure, reconciling, counts } = clock;
  return (
    <table className="desk-table desk-table-stacking">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">For this campaign</th>
          <th scope="col">Last run (UTC)</th>
          <th scope="col">Next run (UTC)</th>
        </tr>
      </thead>
      <tbody>
        <Duty title="Remind of unconfirmed requests" round="remind signers" clock={clock}>
          <ReminderWords {...reminding} /> {canEdit && <Link to={paths.setUpStep(slug, "sender")}>Change the days</Link>}
        </Duty>
        <Duty title="Forget unconfirmed requests" round="forget what has expired" clock={clock}>
          After {numberInWords(forgetting.days)} {forgetting.days === 1 ? "day" : "days"} without an answer. A run now would forget {some(forgetting.due)}.
        </Duty>
        <Duty title="Erase signers after closing" round="erase signers after closing" clock={clock}>
          <ErasureWords {...erasure} />
        </Duty>
        <Duty title="Count all signatures anew" round="reconcile counts" clock={clock} lastAt={reconciling.last?.endedAt ?? undefined} nextAt={reconciling.nextAt}>
          {reconciling.last ? `${reconciling.last.found}; ${numberInWords(reconciling.last.counted)} were counted.` : "The first night has not come yet."}{" "}
          <Link to={paths.deskReconciliations(slug)}>All nights</Link>
        </Duty>
        <Duty title="Keep the public count" round="tally signatures" clock={clock}>
          {counts.talliedThrough ? <>By the minute through <Moment at={counts.talliedThrough} />; what came later is counted as it is asked for.</> : "Nothing has been tallied yet."}
        </Duty>
        <Duty title="Keep the numbers of hours and days" round="roll up counts" clock={clock}>
          {counts.rolledUpAt ? <>Last counted on <Moment at={counts.rolledUpAt} />.</> : "Nothing has been counted yet."}{" "}
          {counts.daysToCount > 0 && `${some(counts.daysToCount)} ${counts.daysToCount === 1 ? "day waits" : "days wait"} to be counted anew.`}
        </Duty>
      </tbody>
    </table>
  );
}

function ReminderWords({ days, due, isHeld, isSample }: CampaignClock["reminding"]) {
  if (isSample) return <>None: a sample’s signers are made up.</>;
  if (days === null) return <>None is mailed.</>;
  const after = `Once, after ${numberInWords(days)} ${days === 1 ? "day" : "days"} without an answer.`;
  return <>{isHeld ? `${after} None is mailed while the campaign is not open.` : `${after} A run now would mail ${some(due)}.`}</>;
}

function some(number: number) {
  return number >= COUNTED_MOST ? `${numberInWords(COUNTED_MOST)} or more` : numberInWords(number);
}

interface DutyProps {
  title: string;
  round: string;
  clock: CampaignClock;
  /** Where the round looks often and does it seldom. */
  lastAt?: Date | undefined;
  nextAt?: Date;
  children: ReactNode;
}

function Duty({ title, round: name, clock, lastAt, nextAt, children }: DutyProps) {
  const round = clock.rounds.find((one) => one.name === name);
  return (
    <tr>
      <th scope="row">{title}</th>
      <td data-label="For this campaign">{children}</td>
      <td data-label="Last run (UTC)">
        {lastAt && round?.outcome !== "failed" ? <Minute at={lastAt} /> : <RoundLast round={round} />}
      </td>
      <td data-label="Next run (UTC)">{nextAt && !clock.isAway ? <Minute at={nextAt} /> : <RoundNext round={round} isAway={clock.isAway} />}</td>
    </tr>
  );
}
