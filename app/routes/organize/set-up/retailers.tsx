import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DirectorySearch, directoryWords } from "#app/components/desk-directory.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { RetailerFields } from "#app/components/desk-retailer-fields.tsx";
import { SetUpTargets } from "#app/components/desk-set-up-targets.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { changeTarget } from "#app/desk/retailers-step.server.ts";
import { RetailerForm } from "#app/desk/retailer-form.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { uuidIn } from "#app/http/uuid-in.server.ts";
import { dayOf } from "#app/responses/calendar-days.ts";
import { addTarget } from "#app/retailers/change-targets.server.ts";
import { addRetailer, searchDirectory } from "#app/retailers/directory.server.ts";
import { listTargets } from "#app/retailers/targets.server.ts";
import { listCountries } from "#app/signatures/countries.ts";

export const meta: MetaFunction = () => [{ title: "Retailers · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { id: campaignId, slug, name, isSample } = campaign;
  const text = new URL(request.url).searchParams.get("q")?.slice(0, 80) ?? "";
  const [targets, found] = await Promise.all([listTargets(campaignId), searchDirectory({ text, campaignId, isSample })]);
  return {
    campaign: { slug, name },
    targets: targets.map((target) => ({ ...chosen(target), contactCount: target.contactStates.length })),
    text,
    found: found.map((retailer) => ({ slug: retailer.slug, name: retailer.name, words: directoryWords(retailer) })),
    newId: v7(),
    countries: listCountries("en"),
    today: dayOf(new Date()),
    page: { language: "en", isSample },
  };
}

function chosen({ slug, name, askedOn, hasWorkingContact }: Awaited<ReturnType<typeof listTargets>>[number]) {
  return { slug, name, askedOn, hasWorkingContact };
}

/** Takes a retailer of the directory; or moves, removes or dates the one that the form names; or adds a new company. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const fields = await readFields(request);
  const step = { campaignId: campaign.id, by: organizer.id };
  const done = () => redirect(paths.setUpStep(campaign.slug, "retailers"), 303);
  const one = fields.get("one");
  if (one !== null) {
    const { outcome } = await changeTarget({ ...step, retailerSlug: one }, fields);
    if (outcome === "gone") throw notFound();
    return outcome === "in use" ? data({ errors: {}, typed: {}, refused: one }, { status: 422 }) : done();
  }
  const taken = fields.get("take");
  if (taken !== null) {
    const { outcome } = await addTarget({ ...step, retailerSlug: taken });
    if (outcome === "gone") throw notFound();
    return done();
  }
  const form = checkFields(fields, RetailerForm);
  if (!form.ok) return refill(form);
  const added = await addRetailer({ id: uuidIn(fields, "id"), ...form.values, isSample: campaign.isSample, ...step });
  if (added.outcome === "in the directory") return refill({ errors: { name: `${added.name} is in the directory already: look for it above and take it from there.` }, typed: form.typed });
  await addTarget({ ...step, retailerSlug: added.slug });
  return done();
}

export default function Retailers() {
  const { campaign, targets, text, found, newId, countries, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { errors = {}, typed = {} }: { errors?: Record<string, string>; typed?: Record<string, string> } = answer ?? {};
  return (
    <>
      <DeskHeading title="Retailers" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }, { title: "Set-up", path: paths.setUp(campaign.slug) }]} />
      <p className="quiet">Who is asked. “Asked on” is the day on which the letter reached a retailer: its days of silence count from there. Leave it empty until then.</p>
      {targets.length > 0 && <SetUpTargets slug={campaign.slug} targets={targets} today={today} refused={answer && "refused" in answer ? answer.refused : undefined} />}
      <section aria-labelledby="directory">
        <h2 id="directory">From the directory</h2>
        <DirectorySearch text={text} />
        {found.length === 0 && <p>{text === "" ? "Every retailer of the directory is in this campaign, or there is none yet: add the first below." : `Nothing in the directory fits “${text}”. Add it below.`}</p>}
        {found.length > 0 && (
          <ul className="ruled">
            {found.map((retailer) => (
              <li key={retailer.slug} className="set-up-found">
                <span>
                  <strong>{retailer.name}</strong> <span className="quiet">{retailer.words}</span>
                </span>
                <Form method="post" preventScrollReset>
                  <DeskButton isQuiet busy="Taking…" name="take" value={retailer.slug}>
                    Take<span className="unseen"> {retailer.name}</span>
                  </DeskButton>
                </Form>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="add">
        <h2 id="add">A retailer that is not in the directory</h2>
        <Form key={targets.length} method="post" className="fields desk-form" noValidate>
          <ErrorSummary errors={errors} />
          <input type="hidden" name="id" value={typed.id ?? newId} />
          <RetailerFields countries={countries} errors={errors} typed={typed} />
          <div className="actions">
            <DeskButton busy="Adding…">Add this retailer</DeskButton>
          </div>
        </Form>
      </section>
    </>
  );
}
