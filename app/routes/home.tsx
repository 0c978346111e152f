import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listEndedCampaigns, listOpenCampaigns } from "#app/campaigns/directory.server.ts";
import { CampaignDirectory, type DirectoryEntry } from "#app/components/campaign-directory.tsx";
import { Foot } from "#app/components/foot.tsx";
import { LetterPage } from "#app/components/letter-page.tsx";
import { Masthead } from "#app/components/masthead.tsx";
import { paths } from "#app/http/paths.ts";
import { fontLinks } from "#app/styles/preload.ts";
import { letterMeta } from "./letters/letter-meta.ts";
import { readLetterPage } from "./letters/read-letter-page.server.ts";
import { withCounts } from "./list-campaigns.server.ts";

export const links = fontLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (data && "letterPage" in data) return letterMeta(data.letterPage);
  return [{ title: "Countersign: open letters and their answers" }];
};

/** The letter itself when it is the only one that is no sample; else a directory. */
export async function loader() {
  const [campaigns, ended] = await Promise.all([listOpenCampaigns(), listEndedCampaigns()]);
  const [only, ...others] = campaigns.filter(({ isSample }) => !isSample);
  if (only && others.length === 0) return readLetterPage(only.slug);
  return { campaigns: await withCounts(campaigns), hasArchive: ended.length > 0, page: { language: "en", isSample: false } };
}

export default function Home() {
  const shown = useLoaderData<typeof loader>();
  if ("letterPage" in shown) return <LetterPage {...shown.letterPage} />;
  return <Directory {...shown} />;
}

function Directory({ campaigns, hasArchive }: { campaigns: DirectoryEntry[]; hasArchive: boolean }) {
  return (
    <>
      <Masthead />
      <main id="main" className="directory-page">
        <h1>Open letters</h1>
        {campaigns.length === 0 && (
          <p className="lead">No letter is open for signing now. Letters that were published keep their own addresses.</p>
        )}
        <CampaignDirectory campaigns={campaigns} />
        {hasArchive && (
          <p className="directory-more">
            <a href={paths.archive()}>Letters that have ended</a>
          </p>
        )}
      </main>
      <Foot />
    </>
  );
}
