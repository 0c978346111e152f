import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CAMPAIGN_STATES } from "#app/campaigns/states.ts";
import { seenOf } from "#app/campaigns/seen.server.ts";
import { saveSettings, settingsOf } from "#app/campaigns/settings.server.ts";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { Choice, Field, TextField } from "#app/components/field.tsx";
import { SetUpForm } from "#app/components/set-up-form.tsx";
import { SenderForm } from "#app/desk/set-up-forms.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";
import { goOn } from "#app/http/set-up-answers.ts";
import { refillAfter } from "#app/http/settings-conflict.ts";

const LABELS = {
  sender_name: "Sender’s name",
  privacy_contact: "Privacy contact",
  updates_consent_wording: "Consent to updates",
  shares_addresses: "Two people may share one address",
  unconfirmed_days: "Days for unconfirmed requests",
  remind_after_days: "Days until the reminder",
  kept_days_after_closing: "Days after closing",
  mails_receipts: "Mail each signer a receipt",
};
const NAMES = [
  "senderName", "privacyContact", "updatesConsentWording", "sharesAddresses", "unconfirmedDays", "remindAfterDays", "keptDaysAfterClosing", "mailsReceipts",
];

export const meta: MetaFunction = () => [{ title: "Sender and privacy · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const {
    slug, name, state, isSample, revision, senderName, privacyContact, updatesConsentWording, sharesAddresses, unconfirmedDays, remindAfterDays,
    keptDaysAfterClosing, mailsReceipts,
  } = campaign;
  return {
    campaign: {
      slug, name, isDraft: state === "draft", senderName, privacyContact, updatesConsentWording, sharesAddresses, unconfirmedDays, remindAfterDays,
      keptDaysAfterClosing, mailsReceipts,
    },
    opened: { revision, seen: seenOf(settingsOf(campaign, NAMES)) },
    page: { language: "en", isSample },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const fields = await readFields(request);
  const form = checkFields(fields, SenderForm);
  if (!form.ok) return refill(form);
  // After the end, fewer days can mean that signers are erased within minutes.
  const isErasureMoved = CAMPAIGN_STATES[campaign.state].isInArchive && form.values.values.keptDaysAfterClosing !== campaign.keptDaysAfterClosing;
  if (isErasureMoved) await requireRecentProof(request, organizer, fields);
  const saved = await saveSettings({ campaignId: campaign.id, by: organizer.id, ...form.values });
  if (saved.outcome === "changed meanwhile") return refillAfter(saved, { typed: form.typed, labels: LABELS });
  return goOn(campaign, "sender");
}

export default function Sender() {
  const { campaign, opened } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { errors = {}, typed = {} }: { errors?: Record<string, string>; typed?: Record<string, string> } = answer ?? {};
  const field = (name: keyof typeof LABELS, stored: string) => ({ name, label: LABELS[name], error: errors[name], value: typed[name] ?? stored });
  return (
    <>
      <DeskHeading title="Sender and privacy" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }, { title: "Set-up", path: paths.setUp(campaign.slug) }]} />
      <SetUpForm answer={answer} opened={opened} isDraft={campaign.isDraft}>
        <Field
          {...field("sender_name", campaign.senderName)}
          hint={`Mail to signers comes from “… via Countersign”. Left empty: “${campaign.name} via Countersign”.`}
          isOptional
        />
        <Field {...field("privacy_contact", campaign.privacyContact)} hint="Whom signers ask about their data. It stands at the foot of every page." type="email" inputMode="email" />
        <TextField
          {...field("updates_consent_wording", campaign.updatesConsentWording)}
          hint="Beside the box under the form. It is never ticked beforehand, and each signer’s own wording is kept."
          rows={2}
        />
        <Choice
          name="shares_addresses"
          value="yes"
          defaultChecked={answer ? typed.shares_addresses !== undefined : campaign.sharesAddresses}
          label={LABELS.shares_addresses}
          hint="Couples and families often do. Each then signs with a name of their own, and confirms by a mail of their own; there are never more than two."
        />
        <div className="fields-pair">
          <Field {...field("unconfirmed_days", String(campaign.unconfirmedDays))} hint="After so many days a request that nobody confirmed is deleted." inputMode="numeric" />
          <Field
            {...field("remind_after_days", campaign.remindAfterDays === null ? "" : String(campaign.remindAfterDays))}
            hint="After so many days such a request is reminded of, once. Empty: no reminder."
            inputMode="numeric"
            isOptional
          />
        </div>
        <div className="fields-pair">
          <Field
            {...field("kept_days_after_closing", campaign.keptDaysAfterClosing === null ? "" : String(campaign.keptDaysAfterClosing))}
            hint="So many days after closing, names and addresses are erased; counts stay. Empty: kept until each is withdrawn."
            inputMode="numeric"
            isOptional
          />
        </div>
        <Choice
          name="mails_receipts"
          label={LABELS.mails_receipts}
          hint="One mail more for each confirmed signature, sent behind all others. Without it the receipt is on the signer’s own page. Untick it where the provider allows few mails a day."
          value="yes"
          defaultChecked={answer ? typed["mails_receipts"] !== undefined : campaign.mailsReceipts}
        />
      </SetUpForm>
    </>
  );
}
