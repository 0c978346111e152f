import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { canSign } from "#app/campaigns/states.ts";
import { askToCoSign } from "#app/coalition/ask.server.ts";
import { coSignForm } from "#app/coalition/co-sign-form.ts";
import { CoSignForm } from "#app/components/co-sign-form.tsx";
import { Page } from "#app/components/page.tsx";
import { coalitionUrls } from "#app/http/absolute-urls.server.ts";
import { inEqualTime } from "#app/http/equal-time.ts";
import { readForm, refill } from "#app/http/form.ts";
import { requireCampaign, requireLetter } from "#app/http/guards.server.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import { WELL_KNOWN } from "#app/scripts/suggest-address.js";

/** Several times what asking takes, whether a mail is written or none. */
const ANSWER_MS = 100;

const CoSignFields = coSignForm((domain) => WELL_KNOWN.includes(domain));

export const meta: MetaFunction = () => [{ title: "Co-sign the letter" }, { name: "robots", content: "noindex" }];

export async function loader({ params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  if (!canSign(campaign)) throw redirect(paths.letter(campaign.slug), 303);
  const { title, language } = await requireLetter(campaign);
  const { slug, privacyContact } = campaign;
  return { campaign: { slug, privacyContact }, letter: { title, language }, page: campaignPage(campaign, INTERFACE_LANGUAGE) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  if (!canSign(campaign)) throw redirect(paths.letter(campaign.slug), 303);
  const form = await readForm(request, CoSignFields);
  if (!form.ok) return refill(form);
  await inEqualTime(ANSWER_MS, askToCoSign({ campaign, values: form.values, urls: coalitionUrls }));
  return data({ askedWith: form.values.email });
}

export default function CoSign() {
  const { campaign, letter } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "askedWith" in answer) return <Asked campaign={campaign} email={answer.askedWith} />;
  return (
    <Page campaign={campaign}>
      <h1>Sign as an organisation</h1>
      <p className="lead">
        Your organisation can stand under “<span {...spokenIn(letter.language)}>{letter.title}</span>”, with its name and the day on which it
        joined. You get a link of your own to share, and see how many sign by it. To sign as a person,{" "}
        <a href={paths.sign(campaign.slug)}>use the other form</a>.
      </p>
      <CoSignForm slug={campaign.slug} refill={answer} />
    </Page>
  );
}

function Asked({ campaign, email }: { campaign: { slug: string; privacyContact: string }; email: string }) {
  return (
    <Page campaign={campaign}>
      <h1>Look into your inbox</h1>
      <p className="lead">
        If there is something to confirm, a mail to <strong><bdi>{email}</bdi></strong> is on its way. Once you have confirmed it, the
        campaign’s organizers decide.
      </p>
      <p>No mail after some minutes? Look in the spam folder, or ask again: we wait ten minutes before we send another.</p>
      <p>
        <a href={paths.letter(campaign.slug)}>Back to the letter</a>
      </p>
    </Page>
  );
}
