import { Link } from "@remix-run/react";
import type { CampaignState } from "#app/campaigns/states.ts";
import { paths } from "#app/http/paths.ts";
import { LocalMoment } from "./local-moment.tsx";

interface DeskScheduleProps {
  slug: string;
  life: { state: CampaignState; opensAt: Date | null; closesAt: Date | null; isOpeningOverdue: boolean };
  canChange: boolean;
}

/** What the clock is going to do by itself. */
export function DeskSchedule({ slug, life: { state, opensAt, closesAt, isOpeningOverdue }, canChange }: DeskScheduleProps) {
  if (state === "closed" || state === "archived") return null;
  return (
    <section className="desk-panel" aria-labelledby="schedule">
      <h2 id="schedule">By the clock</h2>
      {!opensAt && !closesAt && <p>Nothing is scheduled.</p>}
      {opensAt && (
        <p>
          {isOpeningOverdue ? <strong className="desk-check-blocks">Should have opened</strong> : "Opens"} on <LocalMoment at={opensAt} />.
          {isOpeningOverdue && " It was not ready; it opens as soon as it is, unless you take the schedule back."}
        </p>
      )}
      {closesAt && (
        <p>
          Closes on <LocalMoment at={closesAt} />.
        </p>
      )}
      {canChange && (
        <p>
          <Link to={paths.deskSchedule(slug)}>{opensAt || closesAt ? "Change or take back" : "Schedule"}</Link>
        </p>
      )}
    </section>
  );
}
