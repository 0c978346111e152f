import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Choice, Field } from "#app/components/field.tsx";
import { closeNow } from "#app/desk/close-now.server.ts";
import { readFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";
import { letterHtml } from "#app/letters/markdown.ts";

export const meta: MetaFunction = () => [{ title: "Closing · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "open and close");
  if (!CAMPAIGN_STATES[campaign.state].mayFollow.includes("closed")) throw redirect(paths.deskState(campaign.slug), 303);
  const { slug, name, keptDaysAfterClosing, closingMessage, victoryMessage, isSample } = campaign;
  const messages = { closingHtml: letterHtml(closingMessage), victoryHtml: letterHtml(victoryMessage) };
  return { campaign: { slug, name, keptDaysAfterClosing }, ...messages, page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "open and close");
  const fields = await readFields(request);
  const typed = { slug: fields.get("slug")?.trim() ?? "", won: fields.get("won") ?? "" };
  if (typed.slug !== campaign.slug) {
    return data({ errors: { slug: `Type ${campaign.slug} to say that you mean it.` }, typed }, { status: 422 });
  }
  await requireRecentProof(request, organizer, fields);
  await closeNow({ campaignId: campaign.id, by: organizer.id, isWon: typed.won === "yes" });
  return redirect(paths.deskState(campaign.slug), 303);
}

export default function Closing() {
  const { campaign, closingHtml, victoryHtml } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const above = [
    { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
    { title: "State", path: paths.deskState(campaign.slug) },
  ];
  return (
    <>
      <DeskHeading title="Close this campaign" above={above} />
      <p>
        Nobody can sign from then on. The letter, its count, its board and its answers stay, and messages that were written still go out.{" "}
        {campaign.keptDaysAfterClosing === null
          ? "Signers’ names and addresses are kept."
          : `Signers’ names and addresses are erased ${campaign.keptDaysAfterClosing} days later.`}{" "}
        It can be reopened until then.
      </p>
      <div className="desk-columns">
        <Form method="post" className="fields desk-form" noValidate>
          <ErrorSummary errors={answer?.errors} />
          <Choice name="won" value="yes" label="The campaign was won" hint="The victory message stands in the place of the form, and the archive says so." defaultChecked={answer?.typed.won === "yes"} />
          <Field name="slug" label={`Type ${campaign.slug} to close it`} autoComplete="off" autoCapitalize="none" spellCheck={false} error={answer?.errors.slug} value={answer?.typed.slug} />
          <DeskButton busy="Closing…">Close the campaign</DeskButton>
        </Form>
        <div className="stack">
          <Message title="Closing message" html={closingHtml} />
          <Message title="Victory message" html={victoryHtml} />
          <p>
            <Link to={paths.deskEndMessages(campaign.slug)}>Write the messages</Link>
          </p>
        </div>
      </div>
    </>
  );
}

function Message({ title, html }: { title: string; html: string }) {
  return (
    <section className="desk-panel">
      <h2>{title}</h2>
      {html ? <div className="end-message" dangerouslySetInnerHTML={{ __html: html }} /> : <p className="quiet">None is written. The page gives the date alone.</p>}
    </section>
  );
}
