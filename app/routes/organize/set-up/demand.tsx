import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listHistory } from "#app/audit/history.server.ts";
import { changeDemand, findDemand } from "#app/campaigns/change-demands.server.ts";
import { DemandForm } from "#app/campaigns/demand-form.ts";
import { DemandFields } from "#app/components/desk-demand-fields.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { SetUpForm } from "#app/components/set-up-form.tsx";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { refillAfter } from "#app/http/settings-conflict.ts";

const LABELS = { title: "What is asked", short_title: "In two or three words", summary: "In one sentence", why: "Why", standard_url: "Standard" };
const Opened = z.object({ revision: z.coerce.number().int().catch(0), seen: z.string().catch("") });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.demand.values.shortTitle ?? "Demand"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, demand } = await requireDemand(request, params);
  const { slug, name, isSample } = campaign;
  const history = await listHistory(campaign.id, [{ subject: "demand", ids: [demand.id] }]);
  return { campaign: { slug, name }, demand, history, page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer, demand } = await requireDemand(request, params);
  const fields = await readFields(request);
  const form = checkFields(fields, DemandForm);
  if (!form.ok) return refill(form);
  const opened = Opened.parse(Object.fromEntries(fields));
  const saved = await changeDemand({ campaignId: campaign.id, demandId: demand.id, by: organizer.id, values: form.values, ...opened });
  if (saved.outcome === "gone") throw notFound();
  if (saved.outcome === "changed meanwhile") return refillAfter(saved, { typed: form.typed, labels: LABELS });
  return redirect(paths.setUpStep(campaign.slug, "demands"), 303);
}

async function requireDemand(request: Request, params: LoaderFunctionArgs["params"]) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const demand = await findDemand(campaign.id, params.demand ?? "");
  if (!demand) throw notFound();
  return { campaign, organizer, demand };
}

export default function Demand() {
  const { campaign, demand, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <DeskHeading
        title={demand.values.title}
        above={[
          { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
          { title: "Set-up", path: paths.setUp(campaign.slug) },
          { title: "Demands", path: paths.setUpStep(campaign.slug, "demands") },
        ]}
      />
      <SetUpForm answer={answer} opened={demand} isDraft={false} beside={<Link to={paths.setUpStep(campaign.slug, "demands")}>Back without saving</Link>}>
        <DemandFields errors={answer?.errors ?? {}} typed={answer?.typed ?? {}} stored={demand.values} />
      </SetUpForm>
      <DeskHistory entries={history} />
    </>
  );
}
