import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskCompared } from "#app/components/desk-compared.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskLetterChange } from "#app/components/desk-letter-change.tsx";
import { listInWords } from "#app/components/desk-letter-words.ts";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { readLetterState } from "#app/desk/letter.server.ts";
import { readForm } from "#app/http/form.ts";
import { requireLetterLanguage } from "#app/http/language.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { canAskAgain } from "#app/letters/asking-rules.ts";
import { ChangeForm } from "#app/letters/change-form.ts";
import { compareTexts } from "#app/letters/difference.ts";
import { listPublishedLanguages, textOf } from "#app/letters/find.server.ts";
import { englishName } from "#app/letters/languages.ts";
import { EMPTY_LETTER } from "#app/letters/letter-text.ts";
import { publishLetter } from "#app/letters/publish.server.ts";
import { countInLanguage } from "#app/signatures/letter-changes/count-by-version.server.ts";
import { may } from "#app/organizers/roles.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: `Publish the letter in ${englishName(shown?.state.language ?? "en")} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const { draft, newest, state } = await readLetterState(campaign.id, requireLetterLanguage(params.language));
  const [concerned, published] = newest ? await Promise.all([countInLanguage(campaign.id, state.language), listPublishedLanguages(campaign.id)]) : [0, []];
  const { slug, name, isSample } = campaign;
  return {
    campaign: { slug, name, isDraft: campaign.state === "draft", canAskAgain: canAskAgain(campaign) },
    state,
    revision: draft.revision,
    parts: compareTexts(newest ? textOf(newest) : EMPTY_LETTER, draft.text),
    concerned: concerned ?? null,
    otherLanguages: published.filter((language) => language !== state.language),
    canPublish: may(role, "open and close"),
    page: { language: "en", isSample },
  };
}

/** Makes the next version, once: pressed twice, or by two at once, both come back to the one that was made. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "open and close");
  const language = requireLetterLanguage(params.language);
  const { state } = await readLetterState(campaign.id, language);
  // A first version changes nothing that anybody signed; and one that was published meanwhile is led to.
  const isChange = state.published !== null && state.changed.length > 0;
  const form = isChange ? await readForm(request, ChangeForm) : undefined;
  if (form && !form.ok) return data({ errors: form.errors, typed: form.typed, missing: [], isWrittenOn: false }, { status: 422 });
  const published = await publishLetter({ campaignId: campaign.id, language, by: organizer.id, ...form?.values });
  if (published.outcome === "with the campaign") return redirect(paths.deskLetter(campaign.slug), 303);
  if (published.outcome === "incomplete" || published.outcome === "written on") {
    const missing = published.outcome === "incomplete" ? published.missing.map(({ label }) => label) : [];
    const isWrittenOn = published.outcome === "written on";
    return data({ errors: {}, typed: form?.typed ?? {}, missing, isWrittenOn }, { status: isWrittenOn ? 409 : 422 });
  }
  return redirect(paths.deskLetterVersion(campaign.slug, language, published.number), 303);
}

export default function LetterPublication() {
  const { campaign, state, parts } = useLoaderData<typeof loader>();
  const { language, published } = state;
  return (
    <>
      <DeskHeading
        title={`Publish the letter in ${englishName(language)}`}
        above={[
          { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
          { title: "Letter", path: paths.deskLetter(campaign.slug) },
          { title: englishName(language), path: paths.deskLetterIn(campaign.slug, language) },
        ]}
      >
        <a href={paths.deskLetterPage(campaign.slug, language)}>See the whole page</a>
      </DeskHeading>
      <section aria-labelledby="changes">
        <h2 id="changes">{published ? `What changes against version ${published.number}` : "What becomes public"}</h2>
        <DeskCompared parts={parts} language={language} older={published ? `version ${published.number}` : "nothing"} newer="the draft" />
      </section>
      <Publish />
    </>
  );
}

function Publish() {
  const { campaign, state, canPublish, revision, concerned, otherLanguages } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const missing = answer && answer.missing.length > 0 ? answer.missing : state.missing;
  if (campaign.isDraft) return <p className="notice">The letter is published with the campaign.</p>;
  if (state.changed.length === 0) return <p className="notice">There is nothing to publish: the public reads this already.</p>;
  if (!canPublish) return <p className="notice">An owner or organizer of the campaign can publish this.</p>;
  if (missing.length > 0) {
    return (
      <p className="notice notice-bad" role="alert">
        Before it can be published it needs {listInWords(missing)}. <Link to={paths.deskLetterIn(campaign.slug, state.language)}>Write on</Link>
      </p>
    );
  }
  const number = (state.published?.number ?? 0) + 1;
  return (
    <Form method="post" className="desk-publish fields" noValidate>
      {answer?.isWrittenOn && (
        <p className="notice notice-bad" role="alert">
          The draft was changed while you read it. What differs now stands above: look at it again, then publish.
        </p>
      )}
      <ErrorSummary errors={answer?.errors} />
      <input type="hidden" name="revision" value={revision} />
      {state.published && (
        <DeskLetterChange
          number={state.published.number} language={state.language} concerned={concerned} otherLanguages={otherLanguages} canAskAgain={campaign.canAskAgain}
          errors={answer?.errors ?? {}} typed={answer?.typed ?? {}}
        />
      )}
      <p>It becomes version {number}, and the public reads it at once. Earlier versions stay public, with what changed.</p>
      <div className="actions">
        <DeskButton busy="Publishing…">Publish</DeskButton>
      </div>
    </Form>
  );
}
