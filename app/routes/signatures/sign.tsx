import { data as answer, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPartner } from "#app/campaigns/partner.server.ts";
import { canSign } from "#app/campaigns/states.ts";
import { letterPath } from "#app/components/letter-languages.tsx";
import { Page } from "#app/components/page.tsx";
import { SignForm } from "#app/components/sign-form.tsx";
import { UNKNOWN_CLIENT } from "#app/http/client.server.ts";
import { inEqualTime } from "#app/http/equal-time.ts";
import { checkFields, type FormReading, readFields, type Refill } from "#app/http/form.ts";
import { requireCampaign, requireLetter } from "#app/http/guards.server.ts";
import { readLanguage } from "#app/http/language.ts";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { suggestAddress } from "#app/scripts/suggest-address.js";
import { signerCookie } from "#app/http/signer-cookie.server.ts";
import { signingSource } from "#app/http/signing-source.ts";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import { findOpenLetter } from "#app/letters/open-letter.server.ts";
import { askForProof, type ProofReading } from "#app/signatures/proof/ask-for-proof.server.ts";
import { SignForm as SignFields, type SignValues, TRAP_FIELD } from "#app/signatures/sign-form.ts";
import { FROM_NOWHERE, sign } from "#app/signatures/sign.server.ts";

/** Several times what the statement takes: a repeated signing is a little quicker than a new one. */
const ANSWER_MS = 25;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Sign: ${data?.letter.title ?? "open letter"}` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const campaign = await requireCampaign(params.slug);
  if (!canSign(campaign)) throw redirect(paths.letter(campaign.slug), 303);
  const { number, title, addressees, language } = await requireLetter(campaign, readLanguage(request));
  const { slug, language: mainLanguage, updatesConsentWording, privacyContact, asksForProof } = campaign;
  const source = signingSource(request, undefined);
  const partner = source === null ? undefined : await findPartner(campaign.id, source);
  return {
    campaign: { slug, language: mainLanguage, updatesConsentWording, privacyContact, asksForProof },
    letter: { number, title, addressees, language },
    source,
    partner: partner && { key: partner.key, name: partner.name },
    page: campaignPage(campaign, INTERFACE_LANGUAGE),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { slug = "" } = params;
  const fields = await readFields(request);
  const source = signingSource(request, fields.get("from") ?? undefined);
  const form = checkFields(withChosenAddress(fields), SignFields);
  const faults = findFaults(form, fields.get("kept_email"));
  const open = await findOpenLetter(slug, form.ok ? { language: form.values.letterLanguage, number: form.values.letterVersion } : {});
  if (!open) return redirect(paths.letter((await requireCampaign(slug)).slug), 303);
  const proof = await askForProof(open.campaign, form.typed, form.ok && !faults ? form.values.email : undefined);
  if (!form.ok || faults || !proof.isProven) return refuse(faults ?? { errors: {}, typed: form.typed }, proof, source);
  const client = (await context.findClient?.()) ?? UNKNOWN_CLIENT;
  const from = { ...FROM_NOWHERE, ...client, isTrapped: Boolean(fields.get(TRAP_FIELD)), proof: proof.proof };
  const { sessionToken } = await inEqualTime(ANSWER_MS, sign({ ...open, values: form.values, source, partner: form.values.sharesWithPartner ? source : null, from }));
  const headers = { "Set-Cookie": signerCookie(slug, sessionToken) };
  return redirect(paths.checkInbox(slug), { status: 303, headers });
}

/** Whoever ticked the address that was offered means it. */
function withChosenAddress(fields: URLSearchParams) {
  const chosen = fields.get("use_email");
  if (chosen !== null && chosen === suggestAddress(fields.get("email") ?? "")) fields.set("email", chosen);
  return fields;
}

/** What is wrong with the form itself, or looks like a slip and was not yet said to be none. */
function findFaults(form: FormReading<SignValues>, keptEmail: string | null): Refill | undefined {
  const { email = "" } = form.typed;
  const suggested = (form.ok || !form.errors.email) && keptEmail?.trim() !== email.trim() ? suggestAddress(email) : undefined;
  if (suggested === undefined) return form.ok ? undefined : form;
  return { errors: { ...(form.ok ? {} : form.errors), email: `Did you mean ${suggested}?` }, typed: { ...form.typed, suggested } };
}

/** The form again, with everything that was typed but for a wrong answer: its question is another one now. */
function refuse(faults: Refill, proof: ProofReading, source: string | null) {
  const unproven = proof.isProven ? undefined : proof.error;
  const errors = { ...faults.errors, ...(unproven ? { answer: unproven } : {}) };
  // The page that comes back has another address: from now on the form carries where its reader came from.
  const typed = { ...faults.typed, from: source ?? "", ...(unproven ? { answer: "" } : {}) };
  return answer({ errors, typed, ...(proof.question ? { question: proof.question } : {}) }, { status: 422 });
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
      <SignForm campaign={campaign} letter={letter} source={source} partner={partner} refill={refused} question={refused?.question} />
    </Page>
  );
}
