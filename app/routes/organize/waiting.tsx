import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { WaitingThings } from "#app/components/desk-waiting-things.tsx";
import { readWaitingKind } from "#app/desk/waiting/read.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { WAITING_KINDS } from "#app/http/waiting-kinds.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.waiting.title ?? "What waits"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const kind = WAITING_KINDS.find(({ name }) => name === params.kind);
  if (!kind) throw notFound();
  const { slug, name, isSample } = campaign;
  return { campaign: { slug, name }, waiting: await readWaitingKind(kind, { ...campaign, role }), page: { language: "en", isSample } };
}

/** All that waits of one kind. */
export default function WaitingOfKind() {
  const { campaign, waiting } = useLoaderData<typeof loader>();
  const { title, things, isWhole, isYours } = waiting;
  return (
    <>
      <DeskHeading title={title} above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]}>
        {!isYours && <span className="quiet">not yours to do</span>}
      </DeskHeading>
      {things.length === 0 ? <p>Nothing of this kind waits any more.</p> : <WaitingThings things={things} isYours={isYours} />}
      {!isWhole && (
        <p className="quiet number">These are the oldest {things.length}; the next ones come up as they are done.</p>
      )}
    </>
  );
}
