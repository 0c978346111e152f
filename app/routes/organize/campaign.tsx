import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import { CampaignMarks } from "#app/components/desk-campaign-marks.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskMode } from "#app/components/desk-mode.tsx";
import { DeskTargets } from "#app/components/desk-targets.tsx";
import { DeskToday } from "#app/components/desk-today.tsx";
import { DeskWaiting } from "#app/components/desk-waiting.tsx";
import { readDeskTargets } from "#app/desk/targets.server.ts";
import { countSigningsToday } from "#app/desk/today.server.ts";
import { readWaiting } from "#app/desk/waiting.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { may } from "#app/organizers/roles.ts";
import { countSignatures } from "#app/signatures/count.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.campaign.name ?? "Campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const [waiting, today, targets, confirmed] = await Promise.all([
    readWaiting(campaign),
    countSigningsToday(campaign.id),
    readDeskTargets(campaign.id),
    countSignatures(campaign.id),
  ]);
  const { slug, name, state, isSample, isInTestMode, goal } = campaign;
  return {
    campaign: { slug, name, state, isSample, isInTestMode, goal },
    waiting,
    today,
    targets,
    confirmed,
    canGoLive: may(role, "go live"),
    page: { language: "en", isSample },
  };
}

export default function Campaign() {
  const { campaign, waiting, today, targets, confirmed, canGoLive } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeading title={campaign.name} above={[]}>
        <CampaignMarks {...campaign} />
        {CAMPAIGN_STATES[campaign.state].isPublic && <a href={paths.letter(campaign.slug)}>Letter</a>}
        {CAMPAIGN_STATES[campaign.state].isPublic && <a href={paths.scoreboard(campaign.slug)}>Scoreboard</a>}
      </DeskHeading>
      <DeskWaiting slug={campaign.slug} waiting={waiting} />
      <div className="desk-columns">
        <DeskToday today={today} confirmed={confirmed} goal={campaign.goal} />
        <DeskMode slug={campaign.slug} isInTestMode={campaign.isInTestMode} canGoLive={canGoLive} />
      </div>
      <section aria-labelledby="targets">
        <h2 id="targets">Targets</h2>
        {targets.length === 0 ? (
          <p>No retailer has been made a target yet.</p>
        ) : (
          <DeskTargets slug={campaign.slug} targets={targets} />
        )}
      </section>
    </>
  );
}
