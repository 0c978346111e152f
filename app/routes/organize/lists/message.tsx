import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskMails } from "#app/components/desk-mails.tsx";
import { Moment } from "#app/components/moment.tsx";
import { readDeskMessage } from "#app/desk/message.server.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Message to ${data?.message.retailerName ?? "a retailer"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "view");
  const message = await readDeskMessage(campaign.id, params.message ?? "");
  if (!message) throw notFound();
  return { campaign: { slug: campaign.slug, name: campaign.name }, message };
}

export default function Message() {
  const { campaign, message } = useLoaderData<typeof loader>();
  const { slug } = campaign;
  return (
    <>
      <DeskHeading
        title={`Message to ${message.retailerName}`}
        above={[
          { title: campaign.name, path: paths.deskCampaign(slug) },
          { title: "Messages", path: paths.deskMessages(slug) },
        ]}
      />
      <section className="desk-panel" aria-labelledby="facts">
        <h2 id="facts">
          {message.status.slice(0, 1).toUpperCase()}
          {message.status.slice(1)}
        </h2>
        <p>
          Written by <Link to={paths.deskSignature(slug, message.signatureId)}>{message.signerName}</Link> to{" "}
          <Link to={paths.deskTarget(slug, message.retailerSlug)}>{message.retailerName}</Link> on <Moment at={message.createdAt} />
          {message.hasOwnWords ? ", with own words" : ", as the template has it"}.
          {message.queuedAt && (
            <>
              {" "}
              Handed to the mail on <Moment at={message.queuedAt} />.
            </>
          )}
        </p>
      </section>
      <section aria-labelledby="text">
        <h2 id="text">{message.subject}</h2>
        <p className="message-text desk-letter" dir="auto">
          {message.body}
        </p>
      </section>
      <section aria-labelledby="mails">
        <h2 id="mails">Mail</h2>
        <DeskMails mails={message.mails} />
      </section>
    </>
  );
}
