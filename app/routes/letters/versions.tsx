import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Day } from "#app/components/day.tsx";
import { LetterLanguages, letterPath, versionsPath } from "#app/components/letter-languages.tsx";
import { numberInWords } from "#app/components/number-words.ts";
import { Page } from "#app/components/page.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { readLanguage } from "#app/http/language.ts";
import { paths } from "#app/http/paths.ts";
import { listLetterVersions, listPublishedLanguages } from "#app/letters/find.server.ts";
import { spokenIn } from "#app/letters/languages.ts";
import { countByVersion } from "#app/signatures/letter-changes/count-by-version.server.ts";
import { fontLinks } from "#app/styles/preload.ts";
import { readVersions } from "./read-versions.server.ts";

export const links = fontLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Versions of “${data?.newest.title ?? "the letter"}”` },
  ...(data ? [{ tagName: "link", rel: "canonical", href: data.url }] : []),
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, versions, ...rest } = await readVersions(params.slug, readLanguage(request));
  const { id, ...shown } = campaign;
  const all = await listLetterVersions(id);
  const [languages, counts] = await Promise.all([listPublishedLanguages(id), countByVersion(id, all)]);
  return {
    ...rest,
    campaign: shown,
    languages,
    url: absolute(versionsPath(shown, rest.language)),
    versions: versions.map(({ id: version, ...heading }) => ({ ...heading, signatures: counts ? (counts.get(version) ?? 0) : null })),
  };
}

export default function Versions() {
  const { campaign, language, languages, newest, versions } = useLoaderData<typeof loader>();
  return (
    <Page campaign={campaign}>
      <p className="over-title">
        <a href={letterPath(campaign, language)} {...spokenIn(language)}>
          {newest.title}
        </a>
      </p>
      <h1>Versions of the letter</h1>
      <LetterLanguages campaign={campaign} languages={languages} current={language} pathOf={versionsPath} />
      <p className="lead">
        A signature belongs to the version that its signer read. When a change is material, those who signed before are asked whether they agree,
        and until they do they are counted under the version they signed. Versions that differ only in spelling are counted together.
      </p>
      <ol className="ruled" reversed>
        {versions.map((version) => (
          <Version key={version.number} version={version} />
        ))}
      </ol>
    </Page>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Version({ version }: { version: Shown["versions"][number] }) {
  const { campaign, linkLanguage, language, newest } = useLoaderData<typeof loader>();
  const { number, publishedAt, isMaterial, changeSummary, signatures } = version;
  const isNewest = number === newest.number;
  return (
    <li className="version-row">
      <h2>
        <a href={paths.letterVersion(campaign.slug, number, linkLanguage)}>Version {number}</a>
      </h2>
      {changeSummary && (
        <p className="version-summary" {...spokenIn(language)}>
          {changeSummary}
        </p>
      )}
      <p>
        {kindInWords(number, isMaterial)}
        {isNewest && " It is the letter as it stands."}
      </p>
      <p className="version-facts">
        {publishedAt && <Day on={publishedAt} />}
        {signatures !== null && (
          <span>
            {numberInWords(signatures)} {signatures === 1 ? "signature" : "signatures"} under it
          </span>
        )}
        {number > 1 && <a href={paths.letterChanges(campaign.slug, number, linkLanguage)}>What changed</a>}
        {!isNewest && <a href={paths.letterChangesSince(campaign.slug, number, linkLanguage)}>What has changed since</a>}
      </p>
    </li>
  );
}

function kindInWords(number: number, isMaterial: boolean) {
  if (number === 1) return "The first text.";
  return isMaterial ? "A material change: signers of earlier versions are asked whether they agree." : "Not a material change: it says the same.";
}
