import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listHistory } from "#app/audit/history.server.ts";
import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { DeskErasure } from "#app/components/desk-erasure.tsx";
import { DeskSchedule } from "#app/components/desk-schedule.tsx";
import { DeskStateSteps } from "#app/components/desk-state-steps.tsx";
import { DeskStateTable } from "#app/components/desk-state-table.tsx";
import { LocalMoment } from "#app/components/local-moment.tsx";
import { readCampaignState } from "#app/desk/campaign-state.server.ts";
import { takeStep } from "#app/desk/take-step.server.ts";
import { readFields } from "#app/http/form.ts";
import { messageUrls } from "#app/http/absolute-urls.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";
import { may } from "#app/organizers/roles.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: `State of ${shown?.campaign.name ?? "a campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const [life, history] = await Promise.all([
    readCampaignState(campaign, messageUrls),
    listHistory(campaign.id, [{ subject: "campaign", ids: [campaign.id] }]),
  ]);
  const { slug, name, isSample } = campaign;
  const rights = { canOpenAndClose: may(role, "open and close"), canPause: may(role, "pause"), canEdit: may(role, "edit") };
  return { campaign: { slug, name }, life, rights, history, page: { language: "en", isSample } };
}

/** Reopening, archiving and restoring: one press each, for each can be undone. Closing has a page of its own, and opening is the set-up's. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "open and close");
  const fields = await readFields(request);
  const step = fields.get("step");
  // What was public once stays known: a first opening is no smaller step than an end.
  if (step === "open" || step === "archive") await requireRecentProof(request, organizer, fields);
  const { outcome, words } = await takeStep(step, { campaignId: campaign.id, by: organizer.id });
  if (outcome === "refused") return data({ refusal: words }, { status: 422 });
  return redirect(paths.deskState(campaign.slug), 303);
}

export default function State() {
  const { campaign, life, rights, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <DeskHeading title={`This campaign is ${life.state}`} above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]} />
      {answer && (
        <p className="notice notice-bad" role="alert">
          {answer.refusal}
        </p>
      )}
      <div className="desk-columns">
        <section className="desk-panel" aria-labelledby="now">
          <h2 id="now">Now</h2>
          <p>{CAMPAIGN_STATES[life.state].meaning}</p>
          <Since life={life} />
          {life.hindrances.length > 0 && (
            <p>
              <span className="desk-check-blocks">Not ready to open.</span> Still missing: {listed(life.hindrances)}.
            </p>
          )}
          <DeskStateSteps slug={campaign.slug} life={life} {...rights} />
        </section>
        <div className="stack">
          <DeskSchedule slug={campaign.slug} life={life} canChange={rights.canOpenAndClose} />
          <DeskErasure erasure={life.erasure} />
        </div>
      </div>
      <section aria-labelledby="states">
        <h2 id="states">What each state allows</h2>
        <DeskStateTable present={life.state} />
      </section>
      <DeskHistory entries={history} />
    </>
  );
}

function listed(titles: string[]) {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(titles);
}

type Life = ReturnType<typeof useLoaderData<typeof loader>>["life"];

function Since({ life: { openedAt, closedAt, isWon } }: { life: Life }) {
  if (!openedAt) return null;
  return (
    <dl className="facts">
      <dt>Opened</dt>
      <dd>
        <LocalMoment at={openedAt} />
      </dd>
      {closedAt && (
        <>
          <dt>{isWon ? "Won" : "Closed"}</dt>
          <dd>
            <LocalMoment at={closedAt} />
          </dd>
        </>
      )}
    </dl>
  );
}
