import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { NotByThen, Opened, OpenLater, OpenNow } from "#app/components/set-up-publish.tsx";
import { SetUpList } from "#app/components/set-up-list.tsx";
import { scheduleForm } from "#app/desk/schedule-form.ts";
import { publishSetUp, scheduleSetUp } from "#app/desk/publish-set-up.server.ts";
import { whatIsMissing } from "#app/desk/set-up-needs.ts";
import { messageUrls } from "#app/http/absolute-urls.server.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";
import type { DeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import type { SetUpFrame } from "./frame.tsx";

export const meta: MetaFunction = () => [{ title: "Publish · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "open and close");
  const { slug, name, state, opensAt, isSample } = campaign;
  return { campaign: { slug, name, isDraft: state === "draft", opensAt }, now: new Date(), page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "open and close");
  const fields = await readFields(request);
  if (fields.has("opens_at")) {
    await requireRecentProof(request, organizer, fields);
    return schedule(fields, { campaign, by: organizer.id });
  }
  const typed = fields.get("slug")?.trim() ?? "";
  if (typed !== campaign.slug) return refuse(`Type ${campaign.slug} to say that you mean it.`, typed);
  await requireRecentProof(request, organizer, fields);
  const { outcome } = await publishSetUp({ campaign, by: organizer.id }, messageUrls);
  if (outcome === "not ready") return refuse("Put right what is still missing first.", typed);
  return redirect(paths.setUpStep(campaign.slug, "publish"), 303);
}

async function schedule(fields: URLSearchParams, publishing: { campaign: DeskCampaign; by: string }) {
  const form = checkFields(fields, scheduleForm(new Date()));
  if (!form.ok) return refill(form);
  const { opensAt } = form.values;
  if (opensAt === null) return refill({ errors: { opens_at: "Give a day and a time." }, typed: form.typed });
  const { outcome } = await scheduleSetUp({ ...publishing, opensAt }, messageUrls);
  if (outcome === "not ready") return refill({ errors: { opens_at: "Put right what is still missing first." }, typed: form.typed });
  return redirect(paths.setUpStep(publishing.campaign.slug, "publish"), 303);
}

function refuse(message: string, slug: string) {
  return data({ errors: { slug: message }, typed: { slug } }, { status: 422 });
}

export default function Publish() {
  const { campaign, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { steps } = useOutletContext<SetUpFrame>();
  const missing = whatIsMissing(steps);
  return (
    <>
      <DeskHeading
        title={campaign.isDraft ? "Publish" : `${campaign.name} is open`}
        above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }, { title: "Set-up", path: paths.setUp(campaign.slug) }]}
      />
      {!campaign.isDraft && <Opened slug={campaign.slug} />}
      {campaign.isDraft && campaign.opensAt && missing.length > 0 && <NotByThen slug={campaign.slug} opensAt={campaign.opensAt} />}
      {campaign.isDraft && missing.length > 0 && (
        <section aria-labelledby="missing">
          <h2 id="missing">Still missing</h2>
          <SetUpList slug={campaign.slug} steps={missing} canEdit />
        </section>
      )}
      {campaign.isDraft && missing.length === 0 && <OpenNow slug={campaign.slug} answer={answer} />}
      {campaign.isDraft && missing.length === 0 && <OpenLater slug={campaign.slug} opensAt={campaign.opensAt} now={now} answer={answer} />}
    </>
  );
}
