import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LetterChanges } from "#app/components/letter-changes.tsx";
import { notFound } from "#app/http/closed-doors.ts";
import { readLanguage } from "#app/http/language.ts";
import { fontLinks } from "#app/styles/preload.ts";
import { compareVersions, readVersion } from "./read-versions.server.ts";
import { versionMeta } from "./version-meta.ts";

export const links = fontLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? versionMeta({ title: `What version ${data.newer.number} of “${data.newer.title}” changed`, letterUrl: data.letterUrl, isNewest: false }) : [];

/** What a version changed in the one before it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, versions: _, version, previous, ...rest } = await readVersion(params.slug, readLanguage(request), params.number);
  if (!previous) throw notFound();
  const { id, ...shown } = campaign;
  return { ...rest, campaign: shown, older: previous, newer: version, summaries: [version], parts: await compareVersions(id, previous, version) };
}

export default function Changes() {
  return <LetterChanges {...useLoaderData<typeof loader>()} />;
}
