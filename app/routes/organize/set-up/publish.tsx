import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { SetUpList } from "#app/components/set-up-list.tsx";
import { publishSetUp } from "#app/desk/publish-set-up.server.ts";
import { whatIsMissing } from "#app/desk/set-up-needs.ts";
import { messageUrls } from "#app/http/absolute-urls.server.ts";
import { readFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import type { SetUpFrame } from "./frame.tsx";

export const meta: MetaFunction = () => [{ title: "Publish · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "open and close");
  const { slug, name, state, isSample } = campaign;
  return { campaign: { slug, name, isDraft: state === "draft" }, page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "open and close");
  const typed = (await readFields(request)).get("slug")?.trim() ?? "";
  if (typed !== campaign.slug) return refuse(`Type ${campaign.slug} to say that you mean it.`, typed);
  const { outcome } = await publishSetUp({ campaign, by: organizer.id }, messageUrls);
  if (outcome === "not ready") return refuse("Put right what is still missing first.", typed);
  return redirect(paths.setUpStep(campaign.slug, "publish"), 303);
}

function refuse(message: string, slug: string) {
  return data({ errors: { slug: message }, typed: { slug } }, { status: 422 });
}

export default function Publish() {
  const { campaign } = useLoaderData<typeof loader>();
  const { steps } = useOutletContext<SetUpFrame>();
  const missing = whatIsMissing(steps);
  return (
    <>
      <DeskHeading
        title={campaign.isDraft ? "Publish" : `${campaign.name} is open`}
        above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }, { title: "Set-up", path: paths.setUp(campaign.slug) }]}
      />
      {!campaign.isDraft && <Opened slug={campaign.slug} />}
      {campaign.isDraft && missing.length > 0 && (
        <section aria-labelledby="missing">
          <h2 id="missing">Still missing</h2>
          <SetUpList slug={campaign.slug} steps={missing} canEdit />
        </section>
      )}
      {campaign.isDraft && missing.length === 0 && <OpenNow slug={campaign.slug} />}
    </>
  );
}

function Opened({ slug }: { slug: string }) {
  return (
    <>
      <p>
        <a href={paths.letter(slug)}>The letter is public</a> and takes signatures. The campaign is in test mode: no retailer gets a message; copies
        go to the campaign’s organizers.
      </p>
      <p>
        Next: sign it yourself, read the copy that comes, and then <a href={paths.deskMode(slug)}>go live</a>.
      </p>
    </>
  );
}

function OpenNow({ slug }: { slug: string }) {
  const answer = useActionData<typeof action>();
  return (
    <section className="desk-publish" aria-labelledby="now">
      <h2 id="now">Open the campaign</h2>
      <p>
        Every letter that is whole becomes public at {paths.letter(slug)}, and can be signed from that moment. It starts in test mode: messages to
        retailers wait until you go live.
      </p>
      <Form method="post" className="fields desk-form" noValidate>
        <ErrorSummary errors={answer?.errors} />
        <Field
          name="slug"
          label={`Type ${slug} to open it`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={answer?.errors.slug}
          value={answer?.typed.slug}
        />
        <div className="actions">
          <DeskButton busy="Opening…">Publish the letter and open</DeskButton>
        </div>
      </Form>
    </section>
  );
}
