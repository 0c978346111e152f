import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Day } from "#app/components/day.tsx";
import { versionsPath } from "#app/components/letter-languages.tsx";
import { Page } from "#app/components/page.tsx";
import { notFound } from "#app/http/closed-doors.ts";
import { readLanguage } from "#app/http/language.ts";
import { paths } from "#app/http/paths.ts";
import { findLetterVersion, textOf } from "#app/letters/find.server.ts";
import { spokenIn } from "#app/letters/languages.ts";
import { previewLetter } from "#app/letters/preview.ts";
import { fontLinks } from "#app/styles/preload.ts";
import { readVersion } from "./read-versions.server.ts";
import { versionMeta } from "./version-meta.ts";

export const links = fontLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? versionMeta({ title: `Version ${data.version.number} of “${data.letter.title}”`, letterUrl: data.letterUrl, isNewest: data.version.number === data.newest.number }) : [];

/** A text of the letter as it was. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, versions: _, ...rest } = await readVersion(params.slug, readLanguage(request), params.number);
  const { id, ...shown } = campaign;
  const version = await findLetterVersion(id, rest.language, rest.version.number);
  if (!version) throw notFound();
  return { ...rest, campaign: shown, letter: previewLetter(textOf(version), rest.language) };
}

export default function Version() {
  const { campaign, letter, language } = useLoaderData<typeof loader>();
  const spoken = spokenIn(language);
  return (
    <Page campaign={campaign}>
      <p className="over-title">
        To <span {...spoken}>{letter.addressees}</span>
      </p>
      <h1 {...spoken}>{letter.title}</h1>
      <WhichVersion />
      <p className="lead" {...spoken}>
        {letter.summary}
      </p>
      <article className="letter-text" aria-label="The letter" {...spoken} dangerouslySetInnerHTML={{ __html: letter.bodyHtml }} />
      {letter.sourcesHtml && (
        <section>
          <h2>Sources</h2>
          <div className="sources" {...spoken} dangerouslySetInnerHTML={{ __html: letter.sourcesHtml }} />
        </section>
      )}
    </Page>
  );
}

function WhichVersion() {
  const { campaign, version, newest, previous, language, linkLanguage, letterUrl } = useLoaderData<typeof loader>();
  const { slug } = campaign;
  const isNewest = version.number === newest.number;
  return (
    <div className="notice">
      <p>
        Version {version.number}
        {version.publishedAt && (
          <>
            , published on <Day on={version.publishedAt} />
          </>
        )}
        . {isNewest ? "It is the letter as it stands." : `The letter has changed since: version ${newest.number} stands today.`}
      </p>
      <p className="actions">
        <a href={letterUrl}>The letter today</a>
        {!isNewest && <a href={paths.letterChangesSince(slug, version.number, linkLanguage)}>What has changed since</a>}
        {previous && <a href={paths.letterChanges(slug, version.number, linkLanguage)}>What version {version.number} changed</a>}
        <a href={versionsPath(campaign, language)}>All versions</a>
      </p>
    </div>
  );
}
