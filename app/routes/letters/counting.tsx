import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChartSignatures } from "#app/components/chart-signatures.tsx";
import { CountingNumbers } from "#app/components/counting-numbers.tsx";
import { CountingRules } from "#app/components/counting-rules.tsx";
import { GraphChoices } from "#app/components/graph-choices.tsx";
import { Page } from "#app/components/page.tsx";
import { GRAPH_CHOICES } from "#app/desk/counting/graph-choice.ts";
import { readGraph } from "#app/desk/counting/graph.server.ts";
import { readPublicCount } from "#app/desk/counting/public-count.server.ts";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { requireCampaign, requireLetter } from "#app/http/guards.server.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import stylesheet from "#app/styles/counting.css?url";
import { fontLinks } from "#app/styles/preload.ts";

export const links: LinksFunction = () => [...fontLinks(), { rel: "stylesheet", href: stylesheet }];

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Countersign" }];
  return [
    { title: `How we count: ${data.letter.title}` },
    { name: "description", content: `What counts as a signature of “${data.letter.title}”, what does not, and who checks the number.` },
    { tagName: "link", rel: "canonical", href: data.canonicalUrl },
  ];
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const { title, language } = await requireLetter(campaign);
  const asked = new URL(request.url).searchParams.get("by");
  const choice = GRAPH_CHOICES.find((one) => one === asked);
  const [count, graph] = await Promise.all([readPublicCount(campaign.id), readGraph(campaign, choice)]);
  const { slug, sharesAddresses, privacyContact } = campaign;
  return {
    campaign: { slug, sharesAddresses, privacyContact },
    letter: { title, language },
    count,
    graph,
    canonicalUrl: absolute(paths.counting(slug)),
    page: campaignPage(campaign, INTERFACE_LANGUAGE),
  };
}

/** What the number beside the letter says, for whoever doubts it. */
export default function Counting() {
  const { campaign, letter, count, graph } = useLoaderData<typeof loader>();
  return (
    <Page campaign={campaign}>
      <p className="over-title">
        <a href={paths.letter(campaign.slug)} {...spokenIn(letter.language)}>
          {letter.title}
        </a>
      </p>
      <h1>How we count</h1>
      <p className="lead">A signature counts once its owner has confirmed it by mail, and only as long as it stands. The number on the letter is those, and nothing else.</p>
      <CountingNumbers count={count} />
      <section aria-labelledby="graph">
        <h2 id="graph">When people signed</h2>
        {graph.columns.length === 0 ? (
          <p>Nobody has confirmed yet. The graph begins with the first who does.</p>
        ) : (
          <>
            <GraphChoices slug={campaign.slug} graph={graph} />
            <ChartSignatures graph={graph} />
          </>
        )}
      </section>
      <CountingRules slug={campaign.slug} night={count.night} sharesAddresses={campaign.sharesAddresses} />
    </Page>
  );
}
