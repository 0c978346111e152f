import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { seenOf } from "#app/campaigns/seen.server.ts";
import { saveSettings, settingsOf } from "#app/campaigns/settings.server.ts";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { TemplateWords } from "#app/components/desk-template-words.tsx";
import { TestMessage } from "#app/components/desk-test-message.tsx";
import { Field, SelectField, TextField } from "#app/components/field.tsx";
import { SetUpForm } from "#app/components/set-up-form.tsx";
import { TemplateForm } from "#app/desk/set-up-forms.ts";
import { printTestMessage } from "#app/desk/test-views.server.ts";
import { messageUrls } from "#app/http/absolute-urls.server.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { goOn } from "#app/http/set-up-answers.ts";
import { refillAfter } from "#app/http/settings-conflict.ts";
import { englishName } from "#app/letters/languages.ts";
import { checkTemplate } from "#app/messages/check-template.ts";
import { listTargets } from "#app/retailers/targets.server.ts";

const LABELS = { message_subject: "Subject", message_template: "Message" };

export const meta: MetaFunction = () => [{ title: "Message · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { slug, name, language, state, isSample, revision, messageSubject, messageTemplate } = campaign;
  const retailerSlug = new URL(request.url).searchParams.get("retailer") ?? undefined;
  const [targets, preview] = await Promise.all([listTargets(campaign.id), printTestMessage(campaign, { urls: messageUrls, retailerSlug })]);
  return {
    campaign: { slug, name, language, isDraft: state === "draft", messageSubject, messageTemplate },
    opened: { revision, seen: seenOf(settingsOf(campaign, ["messageSubject", "messageTemplate"])) },
    retailers: targets.map((target) => ({ slug: target.slug, name: target.name })),
    preview,
    testId: v7(),
    page: { language: "en", isSample },
  };
}

/** Saves the template; or, asked to, prints what was typed and saves nothing. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const fields = await readFields(request);
  const form = checkFields(fields, TemplateForm);
  if (!form.ok) return refill(form);
  const { message_subject: messageSubject, message_template: messageTemplate, ...opened } = form.values;
  const errors = checkTemplate({ subject: messageSubject, body: messageTemplate });
  if (Object.keys(errors).length > 0) return refill({ errors, typed: form.typed });
  if (fields.has("preview")) {
    const retailerSlug = fields.get("retailer") ?? undefined;
    const tried = await printTestMessage(campaign, { urls: messageUrls, retailerSlug, template: { messageSubject, messageTemplate } });
    return data({ errors: {}, typed: form.typed, tried });
  }
  const saved = await saveSettings({ campaignId: campaign.id, by: organizer.id, values: { messageSubject, messageTemplate }, ...opened });
  if (saved.outcome === "changed meanwhile") return refillAfter(saved, { typed: form.typed, labels: LABELS });
  return goOn(campaign, "template");
}

/** What a campaign begins with is in English, whatever it speaks. */
function languageHint(language: string) {
  return language === "en" ? undefined : `The text that a new campaign begins with is in English. Write it in ${englishName(language)}, the language of your letter; it is one text for all languages.`;
}

export default function Template() {
  const { campaign, opened, retailers, preview, testId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { errors = {}, typed = {} }: { errors?: Record<string, string>; typed?: Record<string, string> } = answer ?? {};
  const tried = answer && "tried" in answer ? answer.tried : undefined;
  return (
    <>
      <DeskHeading title="Message" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }, { title: "Set-up", path: paths.setUp(campaign.slug) }]} />
      <p className="quiet">
        What a signer’s message to a retailer begins with. Signers read it, add their own words and may change all of it before it leaves. Words in
        double braces are filled in for each signer and retailer.
      </p>
      <div className="set-up-beside">
        <SetUpForm
          answer={answer}
          opened={opened}
          isDraft={campaign.isDraft}
          beside={
            <DeskButton isQuiet busy="Printing…" name="preview" value="yes">
              Preview without saving
            </DeskButton>
          }
        >
          <Field name="message_subject" label="Subject" error={errors.message_subject} value={typed.message_subject ?? campaign.messageSubject} />
          <TextField name="message_template" label="Message" hint={languageHint(campaign.language)} rows={22} spellCheck error={errors.message_template} value={typed.message_template ?? campaign.messageTemplate} />
          {retailers.length > 1 && (
            <SelectField name="retailer" label="Preview for" value={typed.retailer ?? preview?.slug} isOptional>
              {retailers.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
        </SetUpForm>
        <TemplateWords />
      </div>
      <TestMessage message={tried ?? preview} isSaved={tried === undefined}>
        <Form method="post" action={paths.setUpTestMessage(campaign.slug)}>
          <input type="hidden" name="id" value={testId} />
          <input type="hidden" name="retailer" value={preview?.slug ?? ""} />
          <DeskButton isQuiet busy="Sending…" action={paths.setUpTestMessage(campaign.slug)}>
            Send this to myself
          </DeskButton>
        </Form>
      </TestMessage>
    </>
  );
}
