import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeskSelectionByWord } from "#app/components/desk-selection-by-word.tsx";
import { askForRelease } from "#app/desk/lists/ask.server.ts";
import { ReleaseForm, RELEASE_WORD } from "#app/desk/lists/bulk-forms.ts";
import { readSelection } from "#app/desk/lists/selection.ts";
import { signaturesList } from "#app/desk/lists/signatures-list.server.ts";
import { checkFields, readFields } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { nothingSelected, previewSelection } from "./preview-selection.server.ts";

export const meta: MetaFunction = () => [{ title: "Release signatures · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "moderate");
  const { name, one, many } = signaturesList;
  return { campaign: { slug: campaign.slug, name: campaign.name }, list: { name, one, many }, word: RELEASE_WORD };
}

/** The list's form brings a selection and gets the preview; the preview's form asks for the job. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "moderate");
  const fields = await readFields(request);
  const selection = readSelection(fields);
  if (!selection) return nothingSelected();
  if (!fields.has("job")) return previewSelection(signaturesList, campaign.id, selection);
  const form = checkFields(fields, ReleaseForm);
  if (!form.ok) return previewSelection(signaturesList, campaign.id, selection, form);
  await askForRelease({ id: form.values.job, campaignId: campaign.id, by: organizer.id, selection });
  return redirect(paths.deskJob(campaign.slug, form.values.job), 303);
}

export default function Release() {
  const { campaign, list, word } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const what = (
    <p>
      Suspects among them wait for their owners like any other: each gets the mail to confirm now, and counts once it is confirmed. The others
      stay as they are. The job can be undone: then those that are not confirmed by then are suspects again.
    </p>
  );
  return <DeskSelectionByWord title="Release signatures" campaign={campaign} list={list} word={word} answer={answer} verb="Release them" busy="Releasing…" what={what} />;
}
