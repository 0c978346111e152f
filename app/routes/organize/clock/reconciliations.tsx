import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Day } from "#app/components/day.tsx";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { Moment } from "#app/components/moment.tsx";
import { numberInWords } from "#app/components/number-words.ts";
import { nextReconciliation } from "#app/desk/counting/night.ts";
import { foundInWords, isRight } from "#app/desk/counting/reconciliation-words.ts";
import { listReconciliations } from "#app/desk/counting/reconciliations.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { may } from "#app/organizers/roles.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Nights of ${data?.campaign.name ?? "a campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const { slug, name, isSample } = campaign;
  const nights = await listReconciliations(campaign.id);
  return {
    campaign: { slug, name },
    nights: nights.map(({ id, night, endedAt, counted, dismissedAt, dismissedBy, ...wrong }) => ({
      id, night, endedAt, counted, dismissedAt, dismissedBy, found: foundInWords(wrong), isRight: isRight(wrong),
    })),
    nextAt: nextReconciliation(new Date()),
    canDismiss: may(role, "edit"),
    page: { language: "en", isSample },
  };
}

/** What each night's counting anew found. */
export default function Reconciliations() {
  const { campaign, nights, nextAt, canDismiss } = useLoaderData<typeof loader>();
  const above = [{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }, { title: "Clock", path: paths.deskClock(campaign.slug) }];
  return (
    <>
      <DeskHeading title="Counted anew, night by night" above={above}>
        <p className="quiet">
          Each night all confirmed signatures are counted one by one and compared with the number that was shown; what is wrong is corrected. Next on <Moment at={nextAt} />.
        </p>
      </DeskHeading>
      {nights.length === 0 ? (
        <p>No night has come yet.</p>
      ) : (
        <table className="desk-table desk-table-stacking">
          <thead>
            <tr>
              <th scope="col">Night of</th>
              <th scope="col">Found</th>
              <th scope="col">Counted</th>
              <th scope="col">Ended</th>
              <th scope="col">Seen by</th>
            </tr>
          </thead>
          <tbody>
            {nights.map((night) => (
              <tr key={night.id}>
                <th scope="row">
                  <Day on={night.night} isShort />
                </th>
                <td data-label="Found">{night.isRight ? night.found : <strong className="desk-check-blocks">{night.found}</strong>}</td>
                <td data-label="Counted" className="number">{numberInWords(night.counted)}</td>
                <td data-label="Ended">{night.endedAt ? <Moment at={night.endedAt} /> : "under way"}</td>
                <td data-label="Seen by">
                  <SeenBy slug={campaign.slug} night={night} canDismiss={canDismiss} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

type Night = ReturnType<typeof useLoaderData<typeof loader>>["nights"][number];

function SeenBy({ slug, night: { id, night, endedAt, isRight: wasRight, dismissedAt, dismissedBy }, canDismiss }: { slug: string; night: Night; canDismiss: boolean }) {
  if (dismissedAt) {
    return (
      <>
        {dismissedBy ?? "somebody"}, <Day on={dismissedAt} isShort />
      </>
    );
  }
  if (wasRight || !endedAt) return <span className="quiet">nothing to see</span>;
  if (!canDismiss) return <span className="quiet">nobody yet</span>;
  const action = paths.deskReconciliation(slug, id);
  return (
    <Form method="post" action={action}>
      <DeskButton isQuiet busy="Noting…" action={action}>
        Seen<span className="unseen"> in the night of {night}</span>
      </DeskButton>
    </Form>
  );
}
