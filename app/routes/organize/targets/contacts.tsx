import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listHistory } from "#app/audit/history.server.ts";
import { DeskButton } from "#app/components/desk-button.tsx";
import { ContactStateFields } from "#app/components/desk-contact-state.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { ContactForm, ContactStateForm } from "#app/desk/contact-form.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { addContact, listContacts, setContactState } from "#app/retailers/contacts.server.ts";
import { findTarget } from "#app/retailers/targets.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Contacts of ${data?.target.name ?? "a retailer"} · Desk` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, target } = await requireTarget(request, params);
  const contacts = await listContacts(target.retailerId);
  return {
    campaign: { slug: campaign.slug, name: campaign.name },
    target: { slug: target.slug, name: target.name },
    history: await listHistory(campaign.id, [{ subject: "contact", ids: contacts.map(({ id }) => id) }]),
    contacts: contacts.map(({ id, role, email, state, stateReason }) => ({ id, role, email, state, stateReason })),
    page: { language: "en", isSample: campaign.isSample },
  };
}

/** Changes the contact that the form names; without one, adds a contact. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign, target } = await requireTarget(request, params);
  const desk = { campaignId: campaign.id, by: organizer.id };
  const fields = await readFields(request);
  const done = () => redirect(paths.deskContacts(campaign.slug, target.slug), 303);

  if (fields.has("contact")) {
    const form = checkFields(fields, ContactStateForm);
    if (!form.ok) return refill(form);
    const { contact, state, reason } = form.values;
    const { outcome } = await setContactState(contact, target.retailerId, { state, reason: reason || null, ...desk });
    if (outcome === "gone") throw notFound();
    return done();
  }

  const form = checkFields(fields, ContactForm);
  if (!form.ok) return refill(form);
  const { outcome } = await addContact({ retailerId: target.retailerId, ...form.values, ...desk });
  if (outcome === "added") return done();
  return refill({ errors: { email: "This address is in the list above. Change its state there." }, typed: form.typed });
}

async function requireTarget(request: Request, params: LoaderFunctionArgs["params"]) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "write contacts");
  const target = await findTarget(campaign.id, params.retailer ?? "");
  if (!target) throw notFound();
  return { organizer, campaign, target };
}

export default function Contacts() {
  const { campaign, target, contacts, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const changed = answer?.typed.contact;
  return (
    <>
      <DeskHeading
        title={`Contacts of ${target.name}`}
        above={[
          { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
          { title: target.name, path: paths.deskTarget(campaign.slug, target.slug) },
        ]}
      />
      <p className="quiet">
        The retailer’s contacts are shared by every campaign that asks it. Messages go to the first working one; a new one
        counts as working until it bounces.
      </p>
      {contacts.length > 0 && (
        <ul className="ruled">
          {contacts.map((contact) => (
            <li key={contact.id}>
              <ContactStateFields contact={contact} answer={changed === contact.id ? answer : undefined} />
            </li>
          ))}
        </ul>
      )}
      <section aria-labelledby="add">
        <h2 id="add">Add a contact</h2>
        <Form key={contacts.length} method="post" className="fields desk-form" noValidate>
          {!changed && <ErrorSummary errors={answer?.errors} />}
          <Field
            name="role"
            label="What the address is for"
            hint="For example “Customer care” or “Product safety”."
            error={changed ? undefined : answer?.errors.role}
            value={changed ? undefined : answer?.typed.role}
          />
          <Field
            name="email"
            label="E-mail address"
            type="email"
            autoComplete="off"
            error={changed ? undefined : answer?.errors.email}
            value={changed ? undefined : answer?.typed.email}
          />
          <div className="actions">
            <DeskButton busy="Adding…">Add contact</DeskButton>
          </div>
        </Form>
      </section>
      <DeskHistory entries={history} />
    </>
  );
}
