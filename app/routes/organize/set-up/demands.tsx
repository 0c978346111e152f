import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { addDemand, placeDemand, removeDemand } from "#app/campaigns/change-demands.server.ts";
import { DemandForm } from "#app/campaigns/demand-form.ts";
import { listDemands } from "#app/campaigns/demands.server.ts";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DemandFields } from "#app/components/desk-demand-fields.tsx";
import { FrameworkChoice } from "#app/components/desk-framework.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskOrder } from "#app/components/desk-order.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { readFramework, saveFramework } from "#app/desk/framework-step.server.ts";
import { FrameworkForm } from "#app/desk/set-up-forms.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { uuidIn } from "#app/http/uuid-in.server.ts";
import { refillAfter } from "#app/http/settings-conflict.ts";

export const meta: MetaFunction = () => [{ title: "Demands · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const [demands, framework] = await Promise.all([listDemands(campaign.id), readFramework(campaign)]);
  const { slug, name, isSample } = campaign;
  return { campaign: { slug, name }, demands, framework, newId: v7(), page: { language: "en", isSample } };
}

/** Adds a demand; or moves or removes the one that the form names; or chooses the framework. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const fields = await readFields(request);
  const step = { campaignId: campaign.id, by: organizer.id };
  if (fields.has("framework")) return chooseFramework(fields, { campaign, by: organizer.id });
  if (fields.has("one")) return changeOne(fields, { ...step, slug: campaign.slug });
  const form = checkFields(fields, DemandForm);
  if (!form.ok) return refill(form);
  await addDemand({ ...step, demandId: uuidIn(fields, "id"), values: form.values });
  return redirect(paths.setUpStep(campaign.slug, "demands"), 303);
}

async function changeOne(fields: URLSearchParams, { slug, ...step }: { campaignId: string; by: string; slug: string }) {
  const demand = { ...step, demandId: uuidIn(fields, "one") };
  const place = Number(fields.get("place"));
  const { outcome } = fields.has("remove") ? await removeDemand(demand) : await placeDemand({ ...demand, place: Number.isInteger(place) ? place : 0 });
  if (outcome === "gone") throw notFound();
  if (outcome !== "has stances") return redirect(paths.setUpStep(slug, "demands"), 303);
  return data({ errors: {}, typed: {}, refused: demand.demandId }, { status: 422 });
}

async function chooseFramework(fields: URLSearchParams, { campaign, by }: { campaign: Parameters<typeof saveFramework>[0]["campaign"]; by: string }) {
  const form = checkFields(fields, FrameworkForm);
  if (!form.ok) return refill(form);
  const saved = await saveFramework({ campaign, by, ...form.values });
  if (saved.outcome === "changed meanwhile") return refillAfter(saved, { typed: form.typed, labels: {} });
  if (saved.outcome === "no such framework") return refill({ errors: { framework: "Choose one of the list." }, typed: form.typed });
  return redirect(`${paths.setUpStep(campaign.slug, "demands")}?saved`, 303);
}

export default function Demands() {
  const { campaign, demands, framework, newId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { errors = {}, typed = {} }: { errors?: Record<string, string>; typed?: Record<string, string> } = answer ?? {};
  const refused = answer && "refused" in answer ? answer.refused : undefined;
  const isOfNew = "title" in typed;
  return (
    <>
      <DeskHeading title="Demands" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }, { title: "Set-up", path: paths.setUp(campaign.slug) }]} />
      <p className="quiet">What every retailer is asked, in this order. Each becomes a column of the scoreboard; two to five are easy to follow.</p>
      {demands.length > 0 && (
        <ol className="ruled">
          {demands.map(({ id, slug, title, summary }, position) => (
            <li key={id}>
              <Link to={paths.setUpDemand(campaign.slug, slug)}>
                <strong>{title}</strong>
              </Link>
              <p>{summary}</p>
              <DeskOrder one={id} title={title} position={position} count={demands.length} />
              {refused === id && (
                <p className="field-error" role="alert">
                  Retailers’ stances rest on this demand, so it stays: removing it would take their history away. Change its words instead.
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      <section aria-labelledby="add">
        <h2 id="add">{demands.length === 0 ? "The first demand" : "Add a demand"}</h2>
        <Form key={demands.length} method="post" className="fields desk-form" noValidate>
          {isOfNew && <ErrorSummary errors={errors} />}
          <input type="hidden" name="id" value={typed.id ?? newId} />
          <DemandFields errors={isOfNew ? errors : {}} typed={isOfNew ? typed : {}} />
          <div className="actions">
            <DeskButton busy="Adding…">Add this demand</DeskButton>
          </div>
        </Form>
      </section>
      <FrameworkChoice framework={framework} answer={"framework" in typed ? answer : undefined} />
    </>
  );
}
