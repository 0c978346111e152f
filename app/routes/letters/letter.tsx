import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LetterPage } from "#app/components/letter-page.tsx";
import { readLanguage } from "#app/http/language.ts";
import { fontLinks } from "#app/styles/preload.ts";
import { letterMeta } from "./letter-meta.ts";
import { readLetterPage } from "./read-letter-page.server.ts";

export const links = fontLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? letterMeta(data.letterPage) : []);

export function loader({ request, params }: LoaderFunctionArgs) {
  return readLetterPage(params.slug, readLanguage(request));
}

export default function Letter() {
  const { letterPage } = useLoaderData<typeof loader>();
  return <LetterPage {...letterPage} />;
}
