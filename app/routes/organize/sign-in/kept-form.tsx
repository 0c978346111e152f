import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { Moment } from "#app/components/moment.tsx";
import { placeOfForm, spokenFields } from "#app/desk/sent-form.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { keptFormAction } from "#app/http/keep-form.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { listDeskCampaigns } from "#app/organizers/desk-campaigns.server.ts";
import { dropKeptForm, findKeptForm, KEPT_FORM_HOURS } from "#app/organizers/kept-forms.server.ts";

export const meta: MetaFunction = () => [{ title: "A form that was kept · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organizer, form } = await requireKeptForm(request, params);
  const sendTo = keptFormAction(form);
  if (!sendTo) throw notFound();
  return {
    sendTo,
    place: placeOfForm(form, await listDeskCampaigns(organizer.id)),
    spoken: spokenFields(form),
    fields: form.fields,
    sentAt: form.createdAt,
    hours: KEPT_FORM_HOURS,
  };
}

/** Throws it away. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, form } = await requireKeptForm(request, params);
  await dropKeptForm(organizer.id, form.id);
  return redirect(paths.desk(), 303);
}

async function requireKeptForm(request: Request, params: LoaderFunctionArgs["params"]) {
  const organizer = await requireOrganizer(request);
  const id = z.uuid().safeParse(params.form);
  const form = id.success ? await findKeptForm(organizer.id, id.data) : undefined;
  if (!form) throw notFound();
  return { organizer, form };
}

export default function KeptForm() {
  const { sendTo, place, spoken, fields, sentAt, hours } = useLoaderData<typeof loader>();
  return (
    <>
      <DeskHeading title="What you were sending is kept" above={[]} />
      <p>
        You sent it on <Moment at={sentAt} />. It has not arrived, for it had to be clear first that it is you. Look it over, and
        send it now to where it belongs: <strong>{place}</strong>.
      </p>
      {spoken.length > 0 && (
        <dl className="facts kept-form desk-letter">
          {spoken.map(({ label, value }, position) => (
            <div key={position}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="actions">
        <Form method="post" action={sendTo} encType="multipart/form-data" reloadDocument>
          {fields.map(([name, value], position) => (
            <input key={position} type="hidden" name={name} value={value} />
          ))}
          <button className="button">Send it now</button>
        </Form>
        <Form method="post">
          <DeskButton isQuiet busy="Throwing it away…">
            Throw it away
          </DeskButton>
        </Form>
      </div>
      <p className="quiet">Kept for {hours} hours. A file is not kept: if you had chosen one, choose it again afterwards.</p>
    </>
  );
}
