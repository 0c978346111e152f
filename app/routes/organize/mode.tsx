import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listHistory } from "#app/audit/history.server.ts";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskChecklist } from "#app/components/desk-checklist.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { goLive, readReadiness, returnToTestMode } from "#app/desk/mode.server.ts";
import { messageUrls } from "#app/http/absolute-urls.server.ts";
import { readFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";

export const meta: MetaFunction = () => [{ title: "Going live · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "go live");
  const { checks, preview, canGoLive } = await readReadiness(campaign, messageUrls);
  const { slug, name, isInTestMode, isSample } = campaign;
  const history = await listHistory(campaign.id, [{ subject: "campaign", ids: [campaign.id] }]);
  return { campaign: { slug, name, isInTestMode }, checks, preview, canGoLive, history, page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "go live");
  const fields = await readFields(request);
  if (fields.get("mode") === "test") {
    await returnToTestMode({ campaign, by: organizer.id });
    return redirect(paths.deskCampaign(campaign.slug), 303);
  }
  const typed = fields.get("slug")?.trim() ?? "";
  if (typed !== campaign.slug) return refuse(`Type ${campaign.slug} to say that you mean it.`, typed);
  await requireRecentProof(request, organizer, fields);
  const { outcome } = await goLive({ campaign, by: organizer.id }, messageUrls);
  if (outcome === "not ready") return refuse("Put right what the list marks first.", typed);
  return redirect(paths.deskCampaign(campaign.slug), 303);
}

function refuse(message: string, slug: string) {
  return data({ errors: { slug: message }, typed: { slug } }, { status: 422 });
}

export default function Mode() {
  const { campaign, checks, preview, canGoLive, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <DeskHeading
        title={campaign.isInTestMode ? "Going live" : "This campaign is live"}
        above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]}
      />
      <DeskChecklist checks={checks} />
      {preview && (
        <section aria-labelledby="preview">
          <h2 id="preview">A message to {preview.retailer}</h2>
          <p className="quiet">As a signer named Ada Example, in Britain, would find it before adding own words.</p>
          <p>
            <strong>{preview.subject}</strong>
          </p>
          <p className="message-text desk-letter">{preview.body}</p>
        </section>
      )}
      {campaign.isInTestMode && canGoLive && (
        <Form method="post" className="fields desk-form" noValidate>
          <ErrorSummary errors={answer?.errors} />
          <Field
            name="slug"
            label={`Type ${campaign.slug} to go live`}
            hint="Messages that wait now leave within a minute. Mail that has left cannot be called back."
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            error={answer?.errors.slug}
            value={answer?.typed.slug}
          />
          <div className="actions">
            <DeskButton busy="Going live…">Go live</DeskButton>
          </div>
        </Form>
      )}
      {campaign.isInTestMode && !canGoLive && (
        <p className="notice notice-bad">Put right what is marked above; then this page lets you go live.</p>
      )}
      {!campaign.isInTestMode && (
        <Form method="post">
          <DeskButton isQuiet busy="Switching…" name="mode" value="test">
            Back to test mode
          </DeskButton>
        </Form>
      )}
      <DeskHistory entries={history} />
    </>
  );
}
