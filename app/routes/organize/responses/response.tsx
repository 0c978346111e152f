import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { listHistory } from "#app/audit/history.server.ts";
import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import { ResponseTimeline } from "#app/components/board-timeline.tsx";
import { Day } from "#app/components/day.tsx";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { DeskStanceChanges } from "#app/components/desk-stance-changes.tsx";
import { previewResponse } from "#app/desk/preview.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { may } from "#app/organizers/roles.ts";
import { dayOf } from "#app/responses/calendar-days.ts";
import { findResponse } from "#app/responses/list.server.ts";
import { RESPONSE_KINDS } from "#app/responses/response-words.ts";
import { listTargets } from "#app/retailers/targets.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? RESPONSE_KINDS[data.preview.kind].word : "Response"} · Desk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organizer, campaign, role } = await requireDesk(request, params.slug, "view");
  const response = await findResponse(campaign.id, params.response ?? "");
  const target = response && (await listTargets(campaign.id)).find(({ id }) => id === response.targetId);
  if (!response || !target) throw notFound();
  const { askedOn } = target;
  return {
    campaign: { slug: campaign.slug, name: campaign.name, isPublic: CAMPAIGN_STATES[campaign.state].isPublic },
    target: { slug: target.slug, name: target.name, askedOn },
    preview: previewResponse({ response, askedOn, organizerId: organizer.id, today: dayOf(new Date()) }),
    changes: response.stances.map(({ demandTitle, value, sinceOn, dueOn, reason }) => ({
      demandTitle, value, sinceOn, dueOn, reason,
    })),
    history: await listHistory(campaign.id, [{ subject: "response", ids: [response.id] }]),
    publishedOn: response.publishedAt && dayOf(response.publishedAt),
    isOwnRecord: response.recordedBy === organizer.id,
    canPublish: may(role, "publish"),
    page: { language: "en", isSample: campaign.isSample },
  };
}

export default function ResponsePage() {
  const { campaign, target, preview, changes, history, publishedOn, isOwnRecord, canPublish } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeading
        title={`${target.name}: ${RESPONSE_KINDS[preview.kind].word.toLowerCase()}`}
        above={[
          { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
          { title: target.name, path: paths.deskTarget(campaign.slug, target.slug) },
        ]}
      >
        <span className={publishedOn ? undefined : "desk-mark-attention"}>
          {publishedOn ? (
            <>
              Published on <Day on={publishedOn} />
            </>
          ) : (
            "Draft"
          )}
        </span>
        {publishedOn && campaign.isPublic && <a href={paths.retailer(target.slug)}>Public page</a>}
      </DeskHeading>
      <section aria-labelledby="preview">
        <h2 id="preview">{publishedOn ? "As the public sees it" : "As the public will see it"}</h2>
        <div className="desk-preview">
          <h3>{target.name}</h3>
          <ResponseTimeline campaignSlug={campaign.slug} askedOn={target.askedOn} responses={[preview]} />
        </div>
      </section>
      <section aria-labelledby="changes">
        <h2 id="changes">{publishedOn ? "What it changed" : "What it will change"}</h2>
        <DeskStanceChanges changes={changes} />
      </section>
      {!publishedOn && <Publication {...{ campaign, preview, isOwnRecord, canPublish }} />}
      {publishedOn && (
        <p className="quiet">
          What is published stays, so that the history is whole. To correct it,{" "}
          <Link to={paths.deskNewResponse(campaign.slug, target.slug)}>record a further response</Link>.
        </p>
      )}
      <DeskHistory entries={history} />
    </>
  );
}

type PublicationProps = Pick<
  ReturnType<typeof useLoaderData<typeof loader>>,
  "campaign" | "preview" | "isOwnRecord" | "canPublish"
>;

function Publication({ campaign, preview, isOwnRecord, canPublish }: PublicationProps) {
  const publication = paths.deskPublication(campaign.slug, preview.id);
  if (!canPublish) return <p className="notice">An owner, organizer or reviewer of the campaign can publish this.</p>;
  return (
    <Form method="post" action={publication} className="desk-publish">
      <p>
        {isOwnRecord
          ? "You recorded this yourself: published by you, it is marked as a single review. A second person may publish it instead."
          : "Somebody else recorded this: published by you, it has been seen by two people."}
      </p>
      <div className="actions">
        <DeskButton busy="Publishing…" action={publication}>
          Publish
        </DeskButton>
      </div>
    </Form>
  );
}
