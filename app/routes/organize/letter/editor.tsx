import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listHistory } from "#app/audit/history.server.ts";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { DeskLetterEditor } from "#app/components/desk-letter-editor.tsx";
import { DeskLetterState } from "#app/components/desk-letter-state.tsx";
import { conflictBetween } from "#app/desk/difference.ts";
import { checkFields, readFields } from "#app/http/form.ts";
import { readLanguage, requireLetterLanguage } from "#app/http/language.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { saveLetterDraft } from "#app/letters/draft.server.ts";
import { englishName } from "#app/letters/languages.ts";
import { LetterForm, readTypedLetter } from "#app/letters/letter-form.ts";
import { LETTER_PARTS, partOf } from "#app/letters/letter-text.ts";
import { previewLetter } from "#app/letters/preview.ts";
import { readLetterEditor } from "./read-editor.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: `Letter in ${englishName(shown?.language ?? "en")} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { slug, name, language, goal, state, isSample } = campaign;
  const editor = await readLetterEditor(campaign, requireLetterLanguage(params.language), readLanguage(request, "beside"));
  const history = await listHistory(campaign.id, [{ subject: "letter", ids: [editor.language] }]);
  return { campaign: { slug, name, language, goal, isDraft: state === "draft" }, ...editor, history, page: { language: "en", isSample } };
}

/** Saves the draft. Nothing public changes, and nothing that was typed is lost, whoever else saved meanwhile. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "edit");
  const language = requireLetterLanguage(params.language);
  const form = checkFields(await readFields(request), LetterForm);
  const preview = previewLetter(readTypedLetter(form.typed), language);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed, preview, conflict: undefined }, { status: 422 });
  const { revision, text } = form.values;
  const saved = await saveLetterDraft({ campaignId: campaign.id, language, text, revision, by: organizer.id });
  if (saved.outcome !== "conflict") return redirect(wayBack(campaign.slug, language, form.typed, saved.revision), 303);
  const { draft } = saved;
  const fields = LETTER_PARTS.map((part) => ({ label: part.label, theirs: partOf(draft.text, part), yours: partOf(text, part) }));
  const conflict = conflictBetween({ by: draft.updatedBy, at: draft.updatedAt ?? new Date(), revision: draft.revision }, fields);
  return data({ errors: {}, typed: { ...form.typed, revision: String(draft.revision) }, preview, conflict }, { status: 409 });
}

function wayBack(slug: string, language: string, { beside = "", then = "" }: Record<string, string>, revision: number) {
  return paths.deskLetterSaved(slug, language, { beside, revision }) + (then === "preview" ? "#preview" : "");
}

export default function LetterEditor() {
  const { campaign, history, ...editor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { language } = editor;
  return (
    <>
      <DeskHeading
        title={`Letter in ${englishName(language)}`}
        above={[
          { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
          { title: "Letter", path: paths.deskLetter(campaign.slug) },
        ]}
      >
        <DeskLetterState campaign={campaign} state={editor.state} />
      </DeskHeading>
      <DeskLetterEditor key={language} campaign={campaign} editor={editor} answer={answer} />
      <DeskHistory entries={history} />
    </>
  );
}
