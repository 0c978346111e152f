// oxlint-disable-next-line import/default -- what Vite gives for ?url
import addressScript from "#app/scripts/suggest-address.js?url";
import { partnerConsent } from "#app/campaigns/partner-consent.ts";
import type { Refill } from "#app/http/form.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import { listCountries } from "#app/signatures/countries.ts";
import type { Question } from "#app/signatures/proof/proof.ts";
import { AddressField } from "./address-field.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Choice, Field, SelectField, TextField } from "./field.tsx";
import { provingAttributes, SignProof } from "./sign-proof.tsx";
import { SignTrap } from "./sign-trap.tsx";

/** A form of this method outside a dialog is not sent, also where there is no script. */
const SENDS_NOTHING = "dialog";

interface SignFormProps {
  campaign: { slug: string; language: string; updatesConsentWording: string; asksForProof: boolean };
  /** The text on the page: a signature belongs to the version that was read. */
  letter: { language: string; number: number };
  /** What `?from=` said, on the pages that are not one rendering for all. */
  source?: string | null;
  /** By whose own link they came: asks whether it may be told of them, and that alone. */
  partner?: { key: string; name: string } | undefined;
  /** The form as it came back. */
  refill?: Refill | undefined;
  /** Asked of whoever brought no proof of work to a campaign that asks for it. */
  question?: Question | null | undefined;
  /** At the desk: looks the same and sends nothing. */
  isPreview?: boolean;
}

/** Asks for as little as a signature needs. Messages and limits are the schema's, so no field cuts its text short. */
export function SignForm({ campaign, letter, source, partner, refill, question, isPreview = false }: SignFormProps) {
  const { errors = {}, typed = {} } = refill ?? {};
  const from = partner?.key ?? typed.from ?? source;
  const words = (name: string) => ({ name, error: errors[name], value: typed[name] });
  const language = letter.language === campaign.language ? "" : letter.language;
  const action = paths.sign(campaign.slug, language, partner?.key);
  const proving = campaign.asksForProof && !question && !isPreview ? provingAttributes(campaign.slug) : {};
  return (
    <form className="fields" method={isPreview ? SENDS_NOTHING : "post"} action={action} noValidate {...proving}>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={typed.version ?? letter.number} />
      {from && <input type="hidden" name="from" value={from} />}
      <input type="hidden" name="language" value={typed.language ?? letter.language} />
      <Field {...words("name")} label="Your name" autoComplete="name" dir="auto" />
      <AddressField errors={errors} typed={typed} />
      <div className="fields-pair">
        <SelectField {...words("country")} label="Country" autoComplete="country">
          <option value="">Choose</option>
          {listCountries(INTERFACE_LANGUAGE).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <Field {...words("postcode")} label="Postcode" isOptional autoComplete="postal-code" />
      </div>
      <TextField
        {...words("comment")}
        label="Why you sign"
        isOptional
        rows={2}
        dir="auto"
        hint="In your own words. Only the campaign’s organizers read it; nothing is published before they have reviewed it."
      />
      <div>
        <Choice
          {...words("show_name")}
          value="yes"
          defaultChecked={Boolean(typed.show_name)}
          label="Show my name under the letter"
          hint="With your country, and nothing else. Left unticked, your signature counts and your name stays unseen."
        />
        <Choice
          {...words("updates")}
          value="yes"
          defaultChecked={Boolean(typed.updates)}
          label={<span {...spokenIn(campaign.language)}>{campaign.updatesConsentWording}</span>}
        />
        {partner && <Choice {...words("share_with_partner")} value="yes" defaultChecked={Boolean(typed.share_with_partner)} label={<bdi>{partnerConsent(partner.name)}</bdi>} />}
      </div>
      <SignTrap />
      {campaign.asksForProof && <SignProof question={question} refill={refill} isPreview={isPreview} />}
      <button className="button" type="submit">
        Sign the letter
      </button>
      {!isPreview && <script type="module" src={addressScript} />}
    </form>
  );
}
