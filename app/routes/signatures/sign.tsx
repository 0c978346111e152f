import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPartner } from "#app/campaigns/partner.server.ts";
import { canSign } from "#app/campaigns/states.ts";
import { letterPath } from "#app/components/letter-languages.tsx";
import { Page } from "#app/components/page.tsx";
import { SignForm } from "#app/components/sign-form.tsx";
import { inEqualTime } from "#app/http/equal-time.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireCampaign, requireLetter } from "#app/http/guards.server.ts";
import { readLanguage } from "#app/http/language.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { suggestAddress } from "#app/scripts/suggest-address.js";
import { signerCookie } from "#app/http/signer-cookie.server.ts";
import { signingSource } from "#app/http/signing-source.ts";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import { findOpenLetter } from "#app/letters/open-letter.server.ts";
import { SignForm as SignFields } from "#app/signatures/sign-form.ts";
import { sign } from "#app/signatures/sign.server.ts";

/** Several times what the statement takes: a repeated signing is a little quicker than a new one. */
const ANSWER_MS = 25;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Sign: ${data?.letter.title ?? "open letter"}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  if (!canSign(campaign)) throw redirect(paths.letter(campaign.slug), 303);
  const { number, title, addressees, language } = await requireLetter(campaign, readLanguage(request));
  const { slug, language: mainLanguage, updatesConsentWording, privacyContact } = campaign;
  const source = signingSource(request, undefined);
  const partner = source === null ? undefined : await findPartner(campaign.id, source);
  return {
    campaign: { slug, language: mainLanguage, updatesConsentWording, privacyContact },
    letter: { number, title, addressees, language },
    source,
    partner: partner && { key: partner.key, name: partner.name },
    page: campaignPage(campaign, INTERFACE_LANGUAGE),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { slug = "" } = params;
  const fields = await readFields(request);
  const source = signingSource(request, fields.get("from") ?? undefined);
  const form = checkFields(withChosenAddress(fields), SignFields);
  // The page that comes back has another address: from now on the form carries it.
  if (!form.ok) return refill({ ...form, typed: { ...form.typed, from: source ?? "" } });
  const suggested = suggestAddress(form.values.email);
  if (suggested !== undefined && fields.get("kept_email") !== form.values.email) {
    return refill({ errors: { email: `Did you mean ${suggested}?` }, typed: { ...form.typed, suggested, from: source ?? "" } });
  }
  const open = await findOpenLetter(slug, { language: form.values.letterLanguage, number: form.values.letterVersion });
  if (!open) return redirect(paths.letter((await requireCampaign(slug)).slug), 303);
  const { sessionToken } = await inEqualTime(ANSWER_MS, sign({ ...open, values: form.values, source, partner: form.values.sharesWithPartner ? source : null }));
  const headers = { "Set-Cookie": signerCookie(slug, sessionToken) };
  return redirect(paths.checkInbox(slug), { status: 303, headers });
}

/** Whoever ticked the address that was offered means it. */
function withChosenAddress(fields: URLSearchParams) {
  const chosen = fields.get("use_email");
  if (chosen !== null && chosen === suggestAddress(fields.get("email") ?? "")) fields.set("email", chosen);
  return fields;
}

export default function Sign() {
  const { campaign, letter, source, partner } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const spoken = spokenIn(letter.language);
  return (
    <Page campaign={campaign}>
      <p className="over-title">
        To <span {...spoken}>{letter.addressees}</span>
      </p>
      <h1>
        Sign “<span {...spoken}>{letter.title}</span>”
      </h1>
      <p className="actions">
        <a href={letterPath(campaign, letter.language)}>Read the letter first</a>
      </p>
      <SignForm campaign={campaign} letter={letter} source={source} partner={partner} refill={refused} />
    </Page>
  );
}
