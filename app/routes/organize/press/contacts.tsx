import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskPressFrame } from "#app/components/desk-press-frame.tsx";
import { DeskPressList } from "#app/components/desk-press-list.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { addPressContact } from "#app/press/change.server.ts";
import { PressContactForm } from "#app/press/press-form.ts";
import { listPressContacts } from "#app/press/read.server.ts";
import { changeRow } from "./change-row.server.ts";

export const meta: MetaFunction = () => [{ title: "Press contacts · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { id, slug, name, isSample } = campaign;
  return { campaign: { slug, name }, contacts: await listPressContacts(id), newId: v7(), page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const desk = { campaignId: campaign.id, by: organizer.id };
  const fields = await readFields(request);
  if (await changeRow(fields, { ...desk, kind: "contacts" })) return redirect(paths.deskPressContacts(campaign.slug), 303);
  const form = checkFields(fields, PressContactForm);
  if (!form.ok) return refill(form);
  const { id, ...values } = form.values;
  await addPressContact(desk, id, values);
  return redirect(paths.deskPressContacts(campaign.slug), 303);
}

export default function Contacts() {
  const { campaign, contacts, newId } = useLoaderData<typeof loader>();
  const { errors = {}, typed = {} } = useActionData<typeof action>() ?? {};
  const words = (name: string) => ({ name, error: errors[name], value: typed[name] });
  const id = typed["id"] ?? newId;
  return (
    <DeskPressFrame campaign={campaign} title="Press contacts">
      <DeskPressList rows={contacts} nameOf={({ name }) => name} empty="No contact yet. Their addresses are public.">
        {({ name, role, email, phone }) => (
          <p>
            <strong>{name}</strong>, {role}
            <br />
            <span className="desk-address">{[email, phone].filter(Boolean).join(", ")}</span>
          </p>
        )}
      </DeskPressList>
      <Form key={id} method="post" className="fields desk-form desk-panel" noValidate>
        <h2>Add a contact</h2>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="id" value={id} />
        <Field {...words("name")} label="Name" dir="auto" autoComplete="off" />
        <Field {...words("role")} label="What they answer for" dir="auto" />
        <Field {...words("email")} label="E-mail address" type="email" autoComplete="off" hint="Public, on the press page." />
        <Field {...words("phone")} label="Telephone" type="tel" isOptional autoComplete="off" />
        <DeskButton busy="Adding…">Add the contact</DeskButton>
      </Form>
    </DeskPressFrame>
  );
}
