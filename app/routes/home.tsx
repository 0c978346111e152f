import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listOpenCampaigns } from "#app/campaigns/list-open.server.ts";
import { CampaignList } from "#app/components/campaign-list.tsx";
import { LetterPage } from "#app/components/letter-page.tsx";
import { fontLinks } from "#app/styles/preload.ts";
import { letterMeta } from "./letters/letter-meta.ts";
import { readLetterPage } from "./letters/read-letter-page.server.ts";

export const links = fontLinks;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (data && "letterPage" in data) return letterMeta(data.letterPage);
  return [{ title: "Countersign: open letters and their answers" }];
};

/** The letter itself when it is the only one that is no sample; else a list. */
export async function loader() {
  const campaigns = await listOpenCampaigns();
  const [only, ...others] = campaigns.filter(({ isSample }) => !isSample);
  if (only && others.length === 0) return readLetterPage(only.slug);
  return { campaigns, page: { language: "en", isSample: false } };
}

export default function Home() {
  const shown = useLoaderData<typeof loader>();
  if ("letterPage" in shown) return <LetterPage {...shown.letterPage} />;
  return <CampaignList campaigns={shown.campaigns} />;
}
