import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { listHistory } from "#app/audit/history.server.ts";
import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { DeskRecords } from "#app/components/desk-records.tsx";
import { DeskStanding } from "#app/components/desk-standing.tsx";
import { numberInWords } from "#app/components/number-words.ts";
import { pauseTarget, resumeTarget } from "#app/desk/pause.server.ts";
import { readDeskTarget } from "#app/desk/target.server.ts";
import { readFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { may } from "#app/organizers/roles.ts";
import { CONTACT_STATES } from "#app/retailers/contact-states.ts";
import { findTarget } from "#app/retailers/targets.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.target.name ?? "Target"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const target = await readDeskTarget(campaign.id, params.retailer ?? "");
  if (!target) throw notFound();
  return {
    campaign: { slug: campaign.slug, name: campaign.name, isPublic: CAMPAIGN_STATES[campaign.state].isPublic },
    target,
    history: await listHistory(campaign.id, [{ subject: "target", ids: [target.id] }]),
    canRecord: may(role, "record"),
    canWriteContacts: may(role, "write contacts"),
    canPause: may(role, "pause"),
    page: { language: "en", isSample: campaign.isSample },
  };
}

/** Pauses this target, or lets it go on. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "pause");
  const target = await findTarget(campaign.id, params.retailer ?? "");
  if (!target) throw notFound();
  const fields = await readFields(request);
  const desk = { campaignId: campaign.id, target, by: organizer.id };
  if (fields.get("sending") === "pause") await pauseTarget(desk);
  if (fields.get("sending") === "resume") await resumeTarget(desk);
  return redirect(paths.deskTarget(campaign.slug, target.slug), 303);
}

export default function Target() {
  const { campaign, target, history, canRecord, canWriteContacts, canPause } = useLoaderData<typeof loader>();
  const { messages } = target;
  return (
    <>
      <DeskHeading title={target.name} above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]}>
        {campaign.isPublic && <a href={paths.retailer(target.slug)}>Public page</a>}
        {canRecord && (
          <Link className="button" to={paths.deskNewResponse(campaign.slug, target.slug)}>
            Record a response
          </Link>
        )}
      </DeskHeading>
      <div className="desk-columns">
        <section className="desk-panel" aria-labelledby="contacts">
          <h2 id="contacts">Contacts</h2>
          <Contacts contacts={target.contacts} />
          {canWriteContacts && (
            <p>
              <Link to={paths.deskContacts(campaign.slug, target.slug)}>Add or change contacts</Link>
            </p>
          )}
        </section>
        <section className="desk-panel" aria-labelledby="sending">
          <h2 id="sending">{target.isPaused ? "Sending is paused" : "Messages"}</h2>
          <p className="number">
            {numberInWords(messages.waiting)} waiting, {numberInWords(messages.sent)} sent, of which {numberInWords(messages.delivered)} delivered;{" "}
            {numberInWords(messages.failed)} failed; {numberInWords(messages.opened)} opened in signers’ own mail programs.
          </p>
          {canPause && (
            <Form method="post">
              {target.isPaused ? (
                <DeskButton isQuiet busy="Resuming…" name="sending" value="resume">
                  Resume sending
                </DeskButton>
              ) : (
                <DeskButton isQuiet busy="Pausing…" name="sending" value="pause">
                  Pause sending
                </DeskButton>
              )}
            </Form>
          )}
        </section>
      </div>
      <section aria-labelledby="standing">
        <h2 id="standing">Where it stands</h2>
        <DeskStanding demands={target.demands} />
      </section>
      <section aria-labelledby="records">
        <h2 id="records">Responses</h2>
        <DeskRecords slug={campaign.slug} responses={target.responses} />
      </section>
      <DeskHistory entries={history} />
    </>
  );
}

type Contact = ReturnType<typeof useLoaderData<typeof loader>>["target"]["contacts"][number];

function Contacts({ contacts }: { contacts: Contact[] }) {
  if (contacts.length === 0) return <p>None yet: messages wait until there is one.</p>;
  return (
    <ul className="ruled">
      {contacts.map(({ id, role, email, state, stateReason }) => (
        <li key={id}>
          {role}: <span className="desk-address">{email}</span>
          <br />
          <span className={CONTACT_STATES[state].canBeWrittenTo ? "quiet" : "desk-mark-attention"}>
            {CONTACT_STATES[state].word}
            {stateReason && `: ${stateReason}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
