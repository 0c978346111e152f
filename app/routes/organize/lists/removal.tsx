import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskRemovalPreview } from "#app/components/desk-removal-preview.tsx";
import { DeskSelection } from "#app/components/desk-selection.tsx";
import { Field } from "#app/components/field.tsx";
import { askForRemoval } from "#app/desk/lists/ask.server.ts";
import { REASON_MAX, RemovalForm, REMOVAL_WORD } from "#app/desk/lists/bulk-forms.ts";
import { type RemovalPreview, readRemovalPreview } from "#app/desk/lists/removal-preview.server.ts";
import { readSelection, type Selection } from "#app/desk/lists/selection.ts";
import { signaturesList } from "#app/desk/lists/signatures-list.server.ts";
import { checkFields, readFields, type Refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { nothingSelected, statusOf, tellSelection } from "./preview-selection.server.ts";

export const meta: MetaFunction = () => [{ title: "Remove signatures · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "moderate");
  const { name, one, many } = signaturesList;
  return { campaign: { slug: campaign.slug, name: campaign.name }, list: { name, one, many }, word: REMOVAL_WORD, reasonMax: REASON_MAX };
}

/** The list's form brings a selection and gets the preview; the preview's form asks for the job. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "moderate");
  const fields = await readFields(request);
  const selection = readSelection(fields);
  if (!selection) return nothingSelected();
  if (!fields.has("job")) return previewRemoval(campaign.id, selection);
  const form = checkFields(fields, RemovalForm);
  if (!form.ok) return previewRemoval(campaign.id, selection, form);
  const { job, reason } = form.values;
  await askForRemoval({ id: job, campaignId: campaign.id, by: organizer.id, selection, reason });
  return redirect(paths.deskJob(campaign.slug, job), 303);
}

async function previewRemoval(campaignId: string, selection: Selection, form?: Refill) {
  const [told, removal] = await Promise.all([tellSelection(signaturesList, campaignId, selection, form), readRemovalPreview(campaignId, selection)]);
  return data({ ...told, removal }, { status: statusOf(form) });
}

export default function Removal() {
  const { campaign, list, word, reasonMax } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { slug } = campaign;
  return (
    <>
      <DeskHeading
        title="Remove signatures"
        above={[
          { title: campaign.name, path: paths.deskCampaign(slug) },
          { title: "Signatures", path: paths.deskSignatures(slug) },
        ]}
      />
      <DeskSelection slug={slug} list={list} answer={answer} verb="Remove them" busy="Removing…" what={<WhatHappens preview={answer && "removal" in answer ? answer.removal : undefined} />}>
        {({ errors, typed }) => (
          <>
            <Field
              name="reason" label="Reason" maxLength={reasonMax} autoComplete="off" error={errors.reason} value={typed.reason}
              hint="It stands with each signature and in the log. Name nobody in it."
            />
            <Field name="word" label={`Type ${word} to go on`} autoComplete="off" autoCapitalize="none" spellCheck={false} error={errors.word} value={typed.word} />
          </>
        )}
      </DeskSelection>
    </>
  );
}

function WhatHappens({ preview }: { preview: RemovalPreview | undefined }) {
  return (
    <>
      {preview && <DeskRemovalPreview preview={preview} />}
      <p>
        They stop counting at once and are shown nowhere. Their messages that have not left wait; mail on its way to their owners does not
        leave. Those that are withdrawn or removed already stay as they are, and so does whoever signs after you press. The job can be
        undone: then just these are restored.
      </p>
    </>
  );
}
