import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DirectorySearch, directoryWords } from "#app/components/desk-directory.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { RetailerFields } from "#app/components/desk-retailer-fields.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { RetailerForm } from "#app/desk/retailer-form.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notAllowed } from "#app/http/closed-doors.ts";
import { uuidIn } from "#app/http/uuid-in.server.ts";
import { listDeskCampaigns } from "#app/organizers/desk-campaigns.server.ts";
import { mayStartCampaigns } from "#app/organizers/roles.ts";
import { addRetailer, searchDirectory } from "#app/retailers/directory.server.ts";
import { listCountries } from "#app/signatures/countries.ts";

export const meta: MetaFunction = () => [{ title: "Directory of retailers · Desk" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { canAdd } = await requireReader(request);
  const text = new URL(request.url).searchParams.get("q")?.slice(0, 80) ?? "";
  const found = await searchDirectory({ text, isSample: false });
  return { text, found: found.map((retailer) => ({ slug: retailer.slug, name: retailer.name, words: directoryWords(retailer) })), canAdd, newId: v7(), countries: listCountries("en") };
}

/** Adds a company that every campaign of the house can take. */
export async function action({ request }: ActionFunctionArgs) {
  const { organizer, canAdd } = await requireReader(request);
  if (!canAdd) throw notAllowed();
  const fields = await readFields(request);
  const form = checkFields(fields, RetailerForm);
  if (!form.ok) return refill(form);
  const added = await addRetailer({ id: uuidIn(fields, "id"), ...form.values, isSample: false, campaignId: null, by: organizer.id });
  if (added.outcome === "in the directory") return refill({ errors: { name: `${added.name} is in the directory already.` }, typed: form.typed });
  return redirect(paths.directory(form.values.name), 303);
}

async function requireReader(request: Request) {
  const organizer = await requireOrganizer(request);
  const own = await listDeskCampaigns(organizer.id);
  return { organizer, canAdd: mayStartCampaigns(own.map(({ role }) => role)) };
}

export default function Directory() {
  const { text, found, canAdd, newId, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { errors = {}, typed = {} } = answer ?? {};
  return (
    <>
      <DeskHeading title="Directory of retailers" above={[]} />
      <p className="quiet">Shared by all campaigns of this house. A campaign takes retailers from here, and their contacts with them.</p>
      <DirectorySearch text={text} />
      {found.length === 0 && <p>{text === "" ? "Nobody is in the directory yet." : `Nothing fits “${text}”.`}</p>}
      {found.length > 0 && (
        <ul className="ruled">
          {found.map((retailer) => (
            <li key={retailer.slug}>
              <strong>{retailer.name}</strong> <span className="quiet">{retailer.words}</span>
            </li>
          ))}
        </ul>
      )}
      {canAdd && (
        <section aria-labelledby="add">
          <h2 id="add">Add a retailer</h2>
          <Form key={text} method="post" className="fields desk-form" noValidate>
            <ErrorSummary errors={answer?.errors} />
            <input type="hidden" name="id" value={typed.id ?? newId} />
            <RetailerFields countries={countries} errors={errors} typed={typed} />
            <div className="actions">
              <DeskButton busy="Adding…">Add to the directory</DeskButton>
            </div>
          </Form>
        </section>
      )}
    </>
  );
}
