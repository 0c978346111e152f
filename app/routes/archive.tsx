import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listEndedCampaigns } from "#app/campaigns/directory.server.ts";
import { CampaignDirectory } from "#app/components/campaign-directory.tsx";
import { Foot } from "#app/components/foot.tsx";
import { Masthead } from "#app/components/masthead.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { paths } from "#app/http/paths.ts";
import { withCounts } from "./list-campaigns.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: "Archive: open letters that have ended" },
  { tagName: "link", rel: "canonical", href: data?.canonicalUrl },
];

/** Closed and archived campaigns, with how they ended. */
export async function loader() {
  const campaigns = await withCounts(await listEndedCampaigns());
  return { campaigns, canonicalUrl: absolute(paths.archive()), page: { language: "en", isSample: false } };
}

export default function Archive() {
  const { campaigns } = useLoaderData<typeof loader>();
  return (
    <>
      <Masthead />
      <main id="main" className="directory-page">
        <h1>Letters that have ended</h1>
        <p className="lead">
          {campaigns.length === 0
            ? "None has ended yet."
            : "Signing is over. The letters, their signatures and the answers they got stay at their addresses."}
        </p>
        <CampaignDirectory campaigns={campaigns} />
        <p className="directory-more">
          <a href={paths.home()}>Letters that are open</a>
        </p>
      </main>
      <Foot />
    </>
  );
}
