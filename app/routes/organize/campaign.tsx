import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import { CampaignMarks } from "#app/components/desk-campaign-marks.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskMode } from "#app/components/desk-mode.tsx";
import { DeskNumbers } from "#app/components/desk-numbers.tsx";
import { PauseButton } from "#app/components/desk-state-steps.tsx";
import { DeskTargets } from "#app/components/desk-targets.tsx";
import { DeskWaiting } from "#app/components/desk-waiting.tsx";
import { valueInWords } from "#app/desk/numbers/sums.ts";
import { readNumbers } from "#app/desk/numbers/numbers.server.ts";
import { readDeskTargets } from "#app/desk/targets.server.ts";
import { readWaiting } from "#app/desk/waiting/read.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { WAITING_KINDS } from "#app/http/waiting-kinds.server.ts";
import { may } from "#app/organizers/roles.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { countryName } from "#app/signatures/countries.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.campaign.name ?? "Campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const [waiting, numbers, targets, confirmed] = await Promise.all([
    readWaiting(WAITING_KINDS, { ...campaign, role }),
    readNumbers(campaign.id),
    readDeskTargets(campaign.id),
    countSignatures(campaign.id),
  ]);
  const { slug, name, state, isSample, isInTestMode, goal } = campaign;
  return {
    campaign: { slug, name, state, isSample, isInTestMode, goal },
    waiting,
    numbers: { ...numbers, countries: numbers.countries.map((share) => ({ ...share, name: placeInWords(share.value) })) },
    targets,
    confirmed,
    canGoLive: may(role, "go live"),
    canPause: may(role, "pause"),
    page: { language: "en", isSample },
  };
}

/** Worded here: browsers know countries by other names than the house does. */
function placeInWords(value: string) {
  return value.length === 2 ? countryName(value, "en") : valueInWords(value);
}

export default function Campaign() {
  const { campaign, waiting, numbers, targets, confirmed, canGoLive, canPause } = useLoaderData<typeof loader>();
  const { slug, isInTestMode, goal } = campaign;
  const { isPublic } = CAMPAIGN_STATES[campaign.state];
  const isRunning = campaign.state === "open" || campaign.state === "paused";
  return (
    <>
      <DeskHeading title={campaign.name} above={[]}>
        <CampaignMarks {...campaign} />
        {isPublic && <a href={paths.letter(slug)}>Letter</a>}
        {isPublic && <a href={paths.scoreboard(slug)}>Scoreboard</a>}
        {canPause && isRunning && <PauseButton slug={slug} isPaused={campaign.state === "paused"} />}
      </DeskHeading>
      <DeskWaiting slug={slug} waiting={waiting} />
      {isPublic && <DeskNumbers slug={slug} numbers={numbers} confirmed={confirmed} goal={goal} />}
      <DeskMode slug={slug} isInTestMode={isInTestMode} canGoLive={canGoLive} />
      <section aria-labelledby="targets">
        <h2 id="targets">Targets</h2>
        {targets.length === 0 ? <p>No retailer has been made a target yet.</p> : <DeskTargets slug={slug} targets={targets} />}
      </section>
    </>
  );
}
