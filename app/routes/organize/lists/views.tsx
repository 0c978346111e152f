import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { listPath } from "#app/components/desk-list-links.ts";
import { SaveViewForm } from "#app/components/desk-list-views.tsx";
import { findList } from "#app/desk/lists/all.server.ts";
import { spellQuery } from "#app/desk/lists/open-list.server.ts";
import { deleteView, listViews, SavedViewForm, saveView } from "#app/desk/lists/saved-views.server.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Saved views of ${data?.list.many ?? ""} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, list, owner } = await requireViews(request, params);
  const { name, title, many } = list;
  return { campaign: { slug: campaign.slug, name: campaign.name }, list: { name, title, many }, views: await listViews(owner) };
}

/** Saves what is shown under a name, or deletes the view that the form names. Both concern nobody but their owner. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, list, owner } = await requireViews(request, params);
  const fields = await readFields(request);
  const doomed = fields.get("delete");
  if (doomed !== null) {
    await deleteView(owner, doomed);
    return redirect(paths.deskViews(campaign.slug, list.name), 303);
  }
  const form = checkFields(fields, SavedViewForm);
  if (!form.ok) return refill(form);
  const query = await spellQuery(list, campaign.id, form.values.query);
  const { outcome } = await saveView(owner, { name: form.values.name, query });
  if (outcome === "saved") return redirect(listPath(campaign.slug, list.name, query), 303);
  const error = outcome === "name taken" ? "You have another view of this name." : "Delete a view first: fifty are enough to find one.";
  return refill({ errors: { name: error }, typed: form.typed });
}

async function requireViews(request: Request, params: LoaderFunctionArgs["params"]) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "view");
  const list = findList(params.list);
  if (!list) throw notFound();
  return { campaign, list, owner: { campaignId: campaign.id, organizerId: organizer.id, list: list.name } };
}

export default function Views() {
  const { campaign, list, views } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { slug } = campaign;
  return (
    <>
      <DeskHeading
        title={`Saved views of ${list.many}`}
        above={[
          { title: campaign.name, path: paths.deskCampaign(slug) },
          { title: list.title, path: listPath(slug, list.name) },
        ]}
      />
      {answer && <SaveViewForm slug={slug} list={list.name} query={answer.typed.query ?? ""} error={answer.errors.name} typed={answer.typed.name} />}
      {views.length === 0 ? (
        <p>You have none. Narrow the list by its filters, then save what you see as a view.</p>
      ) : (
        <ul className="ruled">
          {views.map(({ id, name, query }) => (
            <li key={id} className="desk-view">
              <Link to={listPath(slug, list.name, query)}>
                <bdi>{name}</bdi>
              </Link>
              <Form method="post">
                <DeskButton isQuiet busy="Deleting…" name="delete" value={id}>
                  Delete <span className="unseen">{name}</span>
                </DeskButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
