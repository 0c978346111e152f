import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { z } from "zod";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { Moment } from "#app/components/moment.tsx";
import { numberInWords } from "#app/components/number-words.ts";
import { readFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";
import { may } from "#app/organizers/roles.ts";
import { askForHandover } from "#app/register/ask-handover.server.ts";
import { findNewestHead } from "#app/register/heads.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Register of ${data?.campaign.name ?? "a campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const { slug, name, isSample } = campaign;
  const head = await findNewestHead(campaign.id);
  return { campaign: { slug, name }, head: head ?? null, canExport: may(role, "export"), newId: v7(), page: { language: "en", isSample } };
}

/** Asks for the file to hand over. Sent twice, it is one job. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "export");
  const fields = await readFields(request);
  await requireRecentProof(request, organizer, fields);
  const id = z.uuid().catch(() => v7()).parse(fields.get("id"));
  await askForHandover({ id, campaignId: campaign.id, by: organizer.id });
  return redirect(paths.deskJob(campaign.slug, id), 303);
}

export default function Register() {
  const { campaign, head, canExport, newId } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeading title="Register" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]} />
      <p className="desk-form">
        Each confirmed signature is entered into the <a href={paths.register(campaign.slug)}>public register</a>, and none can be taken out of it or slipped into
        it unseen. Withdrawn and removed ones are counted out by entries of their own; imported ones are marked.
      </p>
      {head ? (
        <dl className="desk-facts">
          <div>
            <dt>Signatures that count</dt>
            <dd className="number">{numberInWords(head.count)}</dd>
          </div>
          <div>
            <dt>Entries</dt>
            <dd className="number">{numberInWords(head.size)}</dd>
          </div>
          <div>
            <dt>Signed</dt>
            <dd>
              <Moment at={new Date(head.signedAt)} />
            </dd>
          </div>
        </dl>
      ) : (
        <p>Nothing has been entered yet.</p>
      )}
      {canExport && head && (
        <section className="desk-form" aria-labelledby="handover">
          <h2 id="handover">A file for handing over</h2>
          <p>
            For those to whom the letter is addressed: every entry, and for each signature its country, the version that was signed and the day. No name and no
            address. They can check it by themselves at <a href={paths.verify(campaign.slug)}>{paths.verify(campaign.slug)}</a>, or by a command. The log notes who
            asked for it.
          </p>
          <Form method="post">
            <input type="hidden" name="id" value={newId} />
            <DeskButton busy="Asking…">Make the file</DeskButton>
          </Form>
        </section>
      )}
    </>
  );
}
