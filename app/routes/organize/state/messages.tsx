import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskConflict } from "#app/components/desk-conflict.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { TextField } from "#app/components/field.tsx";
import { EndMessagesForm } from "#app/desk/end-messages-form.ts";
import { saveEndMessages } from "#app/desk/end-messages.server.ts";
import { readForm, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { letterHtml } from "#app/letters/markdown.ts";

export const meta: MetaFunction = () => [{ title: "Closing and victory message · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { slug, name, closingMessage, victoryMessage, revision, isSample } = campaign;
  return { campaign: { slug, name }, saved: { closing: closingMessage, victory: victoryMessage, revision: String(revision) }, page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const form = await readForm(request, EndMessagesForm);
  if (!form.ok) return refill(form);
  const { revision, isPreview, ...messages } = form.values;
  if (isPreview) return data({ errors: {}, typed: form.typed, preview: [letterHtml(messages.closingMessage), letterHtml(messages.victoryMessage)] });
  const saved = await saveEndMessages({ campaignId: campaign.id, by: organizer.id, revision, ...messages });
  if (saved.outcome === "saved") return redirect(paths.deskState(campaign.slug), 303);
  const typed = { ...form.typed, revision: String(saved.conflict.revision) };
  return data({ errors: {}, typed, conflict: saved.conflict }, { status: 409 });
}

export default function Messages() {
  const { campaign, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed: Record<string, string> = answer?.typed ?? saved;
  const errors: Record<string, string> = answer?.errors ?? {};
  const above = [
    { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
    { title: "State", path: paths.deskState(campaign.slug) },
  ];
  return (
    <>
      <DeskHeading title="Closing and victory message" above={above} />
      <p>One of them stands in the place of the form once the campaign is closed: the second when it was won. Markdown; empty shows the date alone.</p>
      <DeskConflict conflict={answer && "conflict" in answer ? answer.conflict : undefined} />
      <div className="desk-columns">
        <Form method="post" className="fields desk-form" noValidate>
          <ErrorSummary errors={errors} />
          <input key={typed["revision"]} type="hidden" name="revision" defaultValue={typed["revision"]} />
          <TextField name="closing" label="Closing message" rows={8} dir="auto" isOptional error={errors["closing"]} value={typed["closing"]} />
          <TextField name="victory" label="Victory message" rows={8} dir="auto" isOptional error={errors["victory"]} value={typed["victory"]} />
          <div className="actions">
            <DeskButton busy="Saving…" name="do" value="save">
              Save
            </DeskButton>
            <DeskButton isQuiet busy="Printing…" name="do" value="preview">
              Preview
            </DeskButton>
          </div>
        </Form>
        {answer && "preview" in answer && <Preview html={answer.preview} />}
      </div>
    </>
  );
}

function Preview({ html: [closing = "", victory = ""] }: { html: string[] }) {
  return (
    <section className="desk-panel" aria-labelledby="preview" role="status">
      <h2 id="preview">As the letter’s page shows them</h2>
      <div className="desk-preview end-message" dangerouslySetInnerHTML={{ __html: closing || "<p>(no closing message)</p>" }} />
      <div className="desk-preview end-message" dangerouslySetInnerHTML={{ __html: victory || "<p>(no victory message)</p>" }} />
    </section>
  );
}
