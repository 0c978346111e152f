import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskCompared } from "#app/components/desk-compared.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { listInWords } from "#app/components/desk-letter-words.ts";
import { compareTexts, readLetterState } from "#app/desk/letter.server.ts";
import { requireLetterLanguage } from "#app/http/language.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { textOf } from "#app/letters/find.server.ts";
import { englishName } from "#app/letters/languages.ts";
import { EMPTY_LETTER } from "#app/letters/letter-text.ts";
import { publishLetter } from "#app/letters/publish.server.ts";
import { may } from "#app/organizers/roles.ts";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: `Publish the letter in ${englishName(shown?.state.language ?? "en")} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const { draft, newest, state } = await readLetterState(campaign.id, requireLetterLanguage(params.language));
  const { slug, name, isSample } = campaign;
  return {
    campaign: { slug, name, isDraft: campaign.state === "draft" },
    state,
    revision: draft.revision,
    parts: compareTexts(newest ? textOf(newest) : EMPTY_LETTER, draft.text),
    canPublish: may(role, "open and close"),
    page: { language: "en", isSample },
  };
}

/** Makes the next version, once: pressed twice, or by two at once, both come back to the one that was made. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { organizer, campaign } = await requireDesk(request, params.slug, "open and close");
  const language = requireLetterLanguage(params.language);
  const published = await publishLetter({ campaignId: campaign.id, language, by: organizer.id });
  if (published.outcome === "incomplete") return data({ missing: published.missing.map(({ label }) => label) }, { status: 422 });
  if (published.outcome === "with the campaign") return redirect(paths.deskLetter(campaign.slug), 303);
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
  const { campaign, state, canPublish } = useLoaderData<typeof loader>();
  const missing = useActionData<typeof action>()?.missing ?? state.missing;
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
  return (
    <Form method="post" className="desk-publish">
      <p>
        It becomes version {(state.published?.number ?? 0) + 1}, and the public reads it at once. Earlier versions are kept, and signatures
        stay with the version that was read.
      </p>
      <div className="actions">
        <DeskButton busy="Publishing…">Publish</DeskButton>
      </div>
    </Form>
  );
}
