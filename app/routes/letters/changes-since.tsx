import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LetterChanges } from "#app/components/letter-changes.tsx";
import { readLanguage } from "#app/http/language.ts";
import { fontLinks } from "#app/styles/preload.ts";
import { compareVersions, readVersion } from "./read-versions.server.ts";
import { versionMeta } from "./version-meta.ts";

export const links = fontLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? versionMeta({ title: `What has changed since version ${data.older.number} of “${data.newer.title}”`, letterUrl: data.letterUrl, isNewest: false }) : [];

/** What stands otherwise today than in a version: what its signers want to know. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, versions, version, newest, ...rest } = await readVersion(params.slug, readLanguage(request), params.number);
  const { id, ...shown } = campaign;
  const summaries = versions.filter(({ number }) => number > version.number).toReversed();
  return { ...rest, campaign: shown, older: version, newer: newest, newest, summaries, parts: await compareVersions(id, version, newest) };
}

export default function ChangesSince() {
  return <LetterChanges {...useLoaderData<typeof loader>()} />;
}
