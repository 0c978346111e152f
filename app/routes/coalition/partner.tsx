import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPartnerPage } from "#app/coalition/partner-page.server.ts";
import { DeadLink } from "#app/components/dead-link.tsx";
import { Page } from "#app/components/page.tsx";
import { PartnerContacts } from "#app/components/partner-contacts.tsx";
import { PartnerNumbers } from "#app/components/partner-numbers.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
// oxlint-disable-next-line import/default -- what Vite gives for ?url
import charts from "#app/styles/charts.css?url";
import { fontLinks } from "#app/styles/preload.ts";

export const links = () => [...fontLinks(), { rel: "stylesheet", href: charts }];

export const meta: MetaFunction = () => [{ title: "Your organisation’s page" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { token = "" } = params;
  const own = await readPartnerPage(token);
  if (!own) return data({ token, own: undefined, answer: "", page: { language: INTERFACE_LANGUAGE, isSample: false } }, { status: 404 });
  const { organisation, partner, slug, campaignName, privacyContact, confirmed, days, agreed, mayDownload, downloadedAt, codeMailedAt } = own;
  return data({
    token,
    own: { organisation, slug, campaignName, privacyContact, confirmed, days, agreed, mayDownload, downloadedAt, isCodeMailed: codeMailedAt !== null, url: absolute(paths.letterWith(slug, partner)) },
    answer: new URL(request.url).searchParams.get("answer") ?? "",
    page: campaignPage({ ...own, name: campaignName }, INTERFACE_LANGUAGE),
  });
}

export default function PartnerPage() {
  const { token, own, answer } = useLoaderData<typeof loader>();
  if (!own) return <DeadLink what="link" />;
  return (
    <Page campaign={own}>
      <p className="over-title">
        <bdi>{own.campaignName}</bdi>
      </p>
      <h1>
        <bdi>{own.organisation}</bdi>
      </h1>
      <p className="lead">What your link brought. This page is your organisation’s alone: whoever has its address sees it.</p>
      <PartnerNumbers {...own} />
      <PartnerContacts token={token} answer={answer} {...own} />
    </Page>
  );
}
