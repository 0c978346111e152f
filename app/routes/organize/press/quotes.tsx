import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskPressFrame } from "#app/components/desk-press-frame.tsx";
import { DeskPressList } from "#app/components/desk-press-list.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field, TextField } from "#app/components/field.tsx";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { addQuote } from "#app/press/change.server.ts";
import { QuoteForm } from "#app/press/press-form.ts";
import { listQuotes } from "#app/press/read.server.ts";
import { changeRow } from "./change-row.server.ts";

export const meta: MetaFunction = () => [{ title: "Quotes for the press · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { id, slug, name, isSample } = campaign;
  return { campaign: { slug, name }, quotes: await listQuotes(id), newId: v7(), page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const desk = { campaignId: campaign.id, by: organizer.id };
  const fields = await readFields(request);
  if (await changeRow(fields, { ...desk, kind: "quotes" })) return redirect(paths.deskPressQuotes(campaign.slug), 303);
  const form = checkFields(fields, QuoteForm);
  if (!form.ok) return refill(form);
  const { id, ...values } = form.values;
  await addQuote(desk, id, values);
  return redirect(paths.deskPressQuotes(campaign.slug), 303);
}

export default function Quotes() {
  const { campaign, quotes, newId } = useLoaderData<typeof loader>();
  const { errors = {}, typed = {} } = useActionData<typeof action>() ?? {};
  const words = (name: string) => ({ name, error: errors[name], value: typed[name] });
  const id = typed["id"] ?? newId;
  return (
    <DeskPressFrame campaign={campaign} title="Quotes">
      <DeskPressList rows={quotes} nameOf={({ speaker }) => `quote of ${speaker}`} empty="No quote yet. A quote needs its speaker’s leave.">
        {({ quote, speaker, role, permission }) => (
          <>
            <p>“{quote}”</p>
            <p>
              <strong>{speaker}</strong>, {role}
            </p>
            <p className="quiet">Agreed: {permission}</p>
          </>
        )}
      </DeskPressList>
      <Form key={id} method="post" className="fields desk-form desk-panel" noValidate>
        <h2>Add a quote</h2>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="id" value={id} />
        <TextField {...words("quote")} label="Quote" rows={3} dir="auto" />
        <Field {...words("speaker")} label="Speaker" dir="auto" />
        <Field {...words("role")} label="What they are" dir="auto" />
        <Field {...words("permission")} label="How and when they agreed" hint="Only organizers see this." dir="auto" />
        <DeskButton busy="Adding…">Add the quote</DeskButton>
      </Form>
    </DeskPressFrame>
  );
}
