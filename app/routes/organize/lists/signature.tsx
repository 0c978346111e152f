import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { listHistory } from "#app/audit/history.server.ts";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { DeskMails } from "#app/components/desk-mails.tsx";
import { DeskModeration } from "#app/components/desk-moderation.tsx";
import { DeskSignatureFacts } from "#app/components/desk-signature-facts.tsx";
import { REASON_MAX, RemoveOneForm } from "#app/desk/lists/bulk-forms.ts";
import { releaseOne, removeOne, restoreOne } from "#app/desk/moderate.server.ts";
import { readDeskSignature } from "#app/desk/signature.server.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { may } from "#app/organizers/roles.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.signature.name ?? "Signature"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const signature = await readDeskSignature(campaign.id, params.signature ?? "");
  if (!signature) throw notFound();
  const { slug, name } = campaign;
  const jobIds = [...(signature.removalJobId ? [signature.removalJobId] : []), ...signature.releaseJobIds];
  const history = await listHistory(campaign.id, [{ subject: "signature", ids: [signature.id] }, { subject: "signatures", ids: jobIds }]);
  return { campaign: { slug, name }, signature, history, canModerate: may(role, "moderate"), reasonMax: REASON_MAX };
}

/** Removes the signature, with a reason, restores it, or lets a suspect go on. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "moderate");
  const signature = await readDeskSignature(campaign.id, params.signature ?? "");
  if (!signature) throw notFound();
  const fields = await readFields(request);
  const one = { campaignId: campaign.id, signatureId: signature.id, by: organizer.id };
  if (fields.get("step") === "restore") await restoreOne(one);
  else if (fields.get("step") === "release") await releaseOne(one);
  else {
    const form = checkFields(fields, RemoveOneForm);
    if (!form.ok) return refill(form);
    await removeOne({ ...one, reason: form.values.reason });
  }
  return redirect(paths.deskSignature(campaign.slug, signature.id), 303);
}

export default function Signature() {
  const { campaign, signature, history, canModerate, reasonMax } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { slug } = campaign;
  return (
    <>
      <DeskHeading
        title={signature.name}
        above={[
          { title: campaign.name, path: paths.deskCampaign(slug) },
          { title: "Signatures", path: paths.deskSignatures(slug) },
        ]}
      />
      <div className="desk-columns">
        <DeskSignatureFacts slug={slug} signature={signature} />
        {canModerate && <DeskModeration state={signature.state} reasonMax={reasonMax} answer={answer} />}
      </div>
      <section aria-labelledby="messages">
        <h2 id="messages">Messages</h2>
        {signature.messages.length === 0 ? (
          <p>None.</p>
        ) : (
          <ul className="ruled">
            {signature.messages.map(({ id, retailerName, status }) => (
              <li key={id}>
                <Link to={paths.deskMessage(slug, id)}>To {retailerName}</Link>: {status}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="mails">
        <h2 id="mails">Mail to the signer</h2>
        <DeskMails mails={signature.mails} />
      </section>
      <DeskHistory entries={history} />
    </>
  );
}
