import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPartner } from "#app/campaigns/partner.server.ts";
import { LetterPage } from "#app/components/letter-page.tsx";
import { notFound } from "#app/http/closed-doors.ts";
import { requireCampaign } from "#app/http/guards.server.ts";
import { readLanguage } from "#app/http/language.ts";
import { fontLinks } from "#app/styles/preload.ts";
import { letterMeta } from "../letters/letter-meta.ts";
import { readLetterPage } from "../letters/read-letter-page.server.ts";

export const links = fontLinks;

/** The letter's own address is the one that search engines are told. */
export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? letterMeta(data.letterPage) : []);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const partner = await findPartner(campaign.id, params.partner ?? "");
  if (!partner) throw notFound();
  const { letterPage, page } = await readLetterPage(params.slug, readLanguage(request));
  return { letterPage: { ...letterPage, partner: { key: partner.key, name: partner.name } }, page };
}

export default function PartnerLetter() {
  const { letterPage } = useLoaderData<typeof loader>();
  return <LetterPage {...letterPage} />;
}
