import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ClockDuties } from "#app/components/clock-duties.tsx";
import { ClockRounds } from "#app/components/clock-rounds.tsx";
import { ClockStates } from "#app/components/clock-states.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { Moment } from "#app/components/moment.tsx";
import { readCampaignClock } from "#app/desk/clock/campaign-clock.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { may } from "#app/organizers/roles.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Clock of ${data?.campaign.name ?? "a campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const { slug, name, isSample } = campaign;
  return { campaign: { slug, name }, clock: await readCampaignClock(campaign), canEdit: may(role, "edit"), page: { language: "en", isSample } };
}

/** What happens by itself: when it last did, when it will, and whether anybody is there to do it. */
export default function Clock() {
  const { campaign, clock, canEdit } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeading title="What the clock does" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]} />
      <WorkerSeen {...clock} />
      <section aria-labelledby="duties">
        <h2 id="duties">By itself</h2>
        <ClockDuties slug={campaign.slug} clock={clock} canEdit={canEdit} />
      </section>
      <section aria-labelledby="states">
        <h2 id="states">Signatures by state</h2>
        <ClockStates slug={campaign.slug} states={clock.states} />
      </section>
      <section aria-labelledby="rounds">
        <h2 id="rounds">For whoever runs the machine</h2>
        <ClockRounds rounds={clock.rounds} isAway={clock.isAway} />
      </section>
    </>
  );
}

function WorkerSeen({ seenAt, isAway }: { seenAt: Date | null; isAway: boolean }) {
  if (seenAt && !isAway) {
    return (
      <p>
        A worker was here on <Moment at={seenAt} />.
      </p>
    );
  }
  return (
    <p className="notice notice-bad">
      {seenAt ? (
        <>
          <strong>No worker has been here since <Moment at={seenAt} />.</strong>
        </>
      ) : (
        <strong>No worker has been here yet.</strong>
      )}{" "}
      Until one is, no mail leaves and nothing below happens. Tell whoever runs the machine.
    </p>
  );
}
