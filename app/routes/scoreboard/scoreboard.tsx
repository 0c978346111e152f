import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCampaign } from "#app/campaigns/find.server.ts";
import { BoardLegend } from "#app/components/board-legend.tsx";
import { BoardTable } from "#app/components/board-table.tsx";
import { boardSummary, responseRate } from "#app/components/board-words.ts";
import { Day } from "#app/components/day.tsx";
import { Foot } from "#app/components/foot.tsx";
import { Masthead } from "#app/components/masthead.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { boardOrder, orderRows } from "#app/scoreboard/order.ts";
import { readScoreboard } from "#app/scoreboard/read.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Countersign" }];
  const { campaign, board, canonicalUrl } = data;
  return [
    { title: `Scoreboard: ${campaign.name}` },
    {
      name: "description",
      content: `Who promised, who acted and who is silent: ${responseRate(board.totals)}. Every stance with its source and date.`,
    },
    { tagName: "link", rel: "canonical", href: canonicalUrl },
  ];
};

export async function loader({ params, request }: LoaderFunctionArgs) {
  const campaign = await findCampaign(params.slug ?? "");
  if (!campaign) throw notFound();
  const board = await readScoreboard(campaign);
  const order = boardOrder(new URL(request.url).searchParams.get("sort"));
  return {
    page: campaignPage(campaign, INTERFACE_LANGUAGE),
    campaign: { slug: campaign.slug, name: campaign.name, privacyContact: campaign.privacyContact },
    board: { ...board, rows: orderRows(board.rows, order) },
    order,
    canonicalUrl: absolute(paths.scoreboard(campaign.slug)),
  };
}

export default function ScoreboardPage() {
  const { campaign, board, order } = useLoaderData<typeof loader>();
  return (
    <>
      <Masthead campaign={campaign} current="scoreboard" />
      <main id="main" className="board-page">
        <p className="over-title">{campaign.name}</p>
        <h1>The answers, retailer by retailer</h1>
        {board.rows.length > 0 ? (
          <>
            <p className="lead">
              As of <Day on={board.asOf} />, <strong>{responseRate(board.totals)}</strong>.{" "}
              {boardSummary(board.totals).join(" ")}
            </p>
            <BoardTable campaignSlug={campaign.slug} board={board} order={order} />
          </>
        ) : (
          <p className="lead">This letter is not addressed to any retailer yet. Its board appears here with the first one.</p>
        )}
        {board.demands.length > 0 && <Asked demands={board.demands} />}
        <BoardLegend />
      </main>
      <Foot privacyContact={campaign.privacyContact} />
    </>
  );
}

function Asked({ demands }: { demands: { slug: string; title: string; shortTitle: string; summary: string }[] }) {
  return (
    <section className="board-asked" aria-labelledby="asked">
      <h2 id="asked">What is asked</h2>
      <dl>
        {demands.map(({ slug, title, shortTitle, summary }) => (
          <div key={slug}>
            <dt>
              <span>{shortTitle}</span> {title}
            </dt>
            <dd>{summary}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
