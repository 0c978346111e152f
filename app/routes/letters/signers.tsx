import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCoSigners } from "#app/campaigns/co-signers.server.ts";
import { CoSigners } from "#app/components/co-signers.tsx";
import { Foot } from "#app/components/foot.tsx";
import { Masthead } from "#app/components/masthead.tsx";
import { numberInWords } from "#app/components/number-words.ts";
import { SignerList } from "#app/components/signer-list.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { listPublicSigners } from "#app/signatures/list-public-signers.server.ts";
import { fontLinks } from "#app/styles/preload.ts";

export const links = fontLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Signers of ${data.campaign.name}` : "Countersign" },
  // Whoever is looked for by name is found on the letter's own page, or asked.
  { name: "robots", content: "noindex" },
  ...(data ? [{ tagName: "link" as const, rel: "canonical", href: data.canonicalUrl }] : []),
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const { id, slug, name, privacyContact } = campaign;
  const asked = Date.parse(new URL(request.url).searchParams.get("before") ?? "");
  const before = Number.isNaN(asked) ? undefined : new Date(asked);
  const [{ signers, next }, coSigners, total] = await Promise.all([listPublicSigners(id, before), before ? [] : listCoSigners(id), countSignatures(id)]);
  return {
    campaign: { slug, name, privacyContact },
    signers,
    next: next?.toISOString().replace(".000Z", "Z"),
    isFirst: before === undefined,
    coSigners,
    total,
    canonicalUrl: absolute(paths.signers(slug)),
    page: campaignPage(campaign, INTERFACE_LANGUAGE),
  };
}

export default function Signers() {
  const { campaign, signers, next, isFirst, coSigners, total } = useLoaderData<typeof loader>();
  return (
    <>
      <Masthead campaign={campaign} />
      <main id="main" className="signers-page">
        <header>
          <p className="over-title">
            <a href={paths.letter(campaign.slug)}>
              <bdi>{campaign.name}</bdi>
            </a>
          </p>
          <h1>Signers</h1>
          <p className="lead">
            {numberInWords(total)} {total === 1 ? "person has" : "people have"} signed. Those who chose to be shown stand here, the newest first. A
            comment stands here once the campaign has reviewed it.
          </p>
        </header>
        <CoSigners coSigners={coSigners} language={INTERFACE_LANGUAGE} />
        <SignerList signers={signers} isFirst={isFirst} language={INTERFACE_LANGUAGE} />
        <nav className="signers-pages" aria-label="Pages">
          {!isFirst && <a href={paths.signers(campaign.slug)}>The newest</a>}
          {next && <a href={paths.signers(campaign.slug, next)}>Earlier signers</a>}
        </nav>
      </main>
      <Foot slug={campaign.slug} privacyContact={campaign.privacyContact} />
    </>
  );
}
