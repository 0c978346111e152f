import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/page.tsx";
import { RetailerChoice } from "#app/components/retailer-choice.tsx";
import { TestModeNotice } from "#app/components/test-mode-notice.tsx";
import { readFields, refill } from "#app/http/form.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { requireCampaign, requireLetter, requireSigner } from "#app/http/guards.server.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { listTargets } from "#app/retailers/targets.server.ts";
import { readScoreboard } from "#app/scoreboard/read.server.ts";

export const meta: MetaFunction = () => [{ title: "Choose retailers" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const signer = await requireSigner(request, campaign);
  const [, { rows }] = await Promise.all([requireLetter(campaign), readScoreboard(campaign)]);
  const { slug, privacyContact, isInTestMode } = campaign;
  return {
    campaign: { slug, privacyContact, isInTestMode },
    isConfirmed: signer.isConfirmed,
    rows,
    page: campaignPage(campaign, INTERFACE_LANGUAGE),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  const asked = (await readFields(request)).getAll("to");
  const chosen = (await listTargets(campaign.id)).filter(({ slug }) => asked.includes(slug)).map(({ slug }) => slug);
  if (chosen.length === 0) return refill({ errors: { to: "Choose at least one retailer." }, typed: {} });
  return redirect(paths.writeDemands(campaign.slug, chosen), 303);
}

export default function Choose() {
  const { campaign, isConfirmed, rows } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page campaign={campaign}>
      <p className="over-title">{isConfirmed ? "Your signature is confirmed." : "Your signature waits for you to confirm it by mail."}</p>
      <h1>Where do you shop?</h1>
      <p className="lead">Choose the retailers that should hear from you. You see and edit each message before it goes.</p>
      {campaign.isInTestMode && <TestModeNotice />}
      <RetailerChoice action={paths.chooseRetailers(campaign.slug)} rows={rows} errors={refused?.errors} />
    </Page>
  );
}
