import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listHistory } from "#app/audit/history.server.ts";
import { Day } from "#app/components/day.tsx";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { LanguageName } from "#app/components/desk-language-name.tsx";
import { DeskLetterLanguages } from "#app/components/desk-letter-languages.tsx";
import { numberInWords } from "#app/components/number-words.ts";
import { SelectField } from "#app/components/field.tsx";
import type { DeskVersion } from "#app/desk/letter-versions.server.ts";
import { readLetterDesk } from "#app/desk/letter.server.ts";
import { readForm, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { englishName, isLetterLanguage, LETTER_LANGUAGES, nativeName, spokenIn } from "#app/letters/languages.ts";
import { may } from "#app/organizers/roles.ts";

const LanguageForm = z.object({ language: z.string().refine(isLetterLanguage, "Choose a language from the list.") });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Letter of ${data?.campaign.name ?? "a campaign"} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "view");
  const { slug, name, language, state, isSample } = campaign;
  const desk = await readLetterDesk(campaign);
  const history = await listHistory(campaign.id, [{ subject: "letter", ids: desk.languages.map((one) => one.language) }]);
  return {
    campaign: { slug, name, language, isDraft: state === "draft" },
    ...desk,
    history,
    canEdit: may(role, "edit"),
    page: { language: "en", isSample },
  };
}

/** On to the editor: a language is one of the letter's from its first saved draft on. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const form = await readForm(request, LanguageForm);
  if (!form.ok) return refill(form);
  const beside = form.values.language === campaign.language ? undefined : campaign.language;
  return redirect(paths.deskLetterIn(campaign.slug, form.values.language, beside), 303);
}

export default function Letter() {
  const { campaign, languages, versions, history, canEdit } = useLoaderData<typeof loader>();
  const there = languages.map(({ language }) => language);
  return (
    <>
      <DeskHeading title="Letter" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }]}>
        {!campaign.isDraft && <a href={paths.letter(campaign.slug)}>Public page</a>}
      </DeskHeading>
      {campaign.isDraft && <p className="quiet">The letter is published with the campaign, in every language that is complete by then.</p>}
      <DeskLetterLanguages campaign={campaign} languages={languages} canEdit={canEdit} />
      {canEdit && <AddLanguage there={there} />}
      <section aria-labelledby="versions">
        <h2 id="versions">Published versions</h2>
        <Versions slug={campaign.slug} versions={versions} />
      </section>
      <DeskHistory entries={history} />
    </>
  );
}

function AddLanguage({ there }: { there: string[] }) {
  const refused = useActionData<typeof action>();
  return (
    <section aria-labelledby="add">
      <h2 id="add">Add a language</h2>
      <Form method="post" className="fields desk-letter-add" noValidate>
        <SelectField name="language" label="Language" error={refused?.errors.language} value={refused?.typed.language}>
          <option value="">Choose</option>
          {LETTER_LANGUAGES.filter((tag) => !there.includes(tag)).map((tag) => (
            <option key={tag} value={tag}>
              {englishName(tag) === nativeName(tag) ? englishName(tag) : `${englishName(tag)}: ${nativeName(tag)}`}
            </option>
          ))}
        </SelectField>
        <DeskButton busy="Opening…" isQuiet>
          Write in this language
        </DeskButton>
      </Form>
    </section>
  );
}

function Versions({ slug, versions }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, "versions"> & { slug: string }) {
  if (versions.length === 0) return <p>None yet. Each publication makes one, and a signature belongs to the version that was read.</p>;
  return (
    <ul className="ruled">
      {versions.map(({ language, number, title, publishedAt, ...standing }) => (
        <li key={`${language}-${number}`} className="desk-letter-version">
          <Link to={paths.deskLetterVersion(slug, language, number)}>
            <LanguageName language={language} />, version {number}
          </Link>
          <span>
            <bdi {...spokenIn(language)}>{title}</bdi>
          </span>
          {publishedAt && <Day on={publishedAt} isShort />}
          <span className="desk-letter-standing quiet">{standingInWords(standing)}</span>
        </li>
      ))}
    </ul>
  );
}

function standingInWords({ isMaterial, isEarlier, signatures, askings }: Omit<DeskVersion, "id" | "language" | "number" | "title" | "publishedAt" | "changeSummary">) {
  const words = [
    isMaterial ? "Material" : undefined,
    signatures === null ? undefined : `${numberInWords(signatures)} ${signatures === 1 ? "signature" : "signatures"}${isEarlier ? " under this earlier text" : ""}`,
    askings ? `${numberInWords(askings.asked)} asked, ${numberInWords(askings.agreed)} agreed${askings.isWhole ? "" : ", not all asked yet"}` : undefined,
  ];
  return words.filter(Boolean).join(" · ");
}
