import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { Field, SelectField, TextField } from "#app/components/field.tsx";
import { SetUpForm } from "#app/components/set-up-form.tsx";
import { readNameStep, saveNameStep } from "#app/desk/name-step.server.ts";
import { NameForm } from "#app/desk/set-up-forms.ts";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { readForm, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { goOn } from "#app/http/set-up-answers.ts";
import { refillAfter } from "#app/http/settings-conflict.ts";
import { englishName, LETTER_LANGUAGES } from "#app/letters/languages.ts";

const LABELS = { name: "Name", slug: "Address", addressees: "Addressees", goal: "Goal", language: "Language" };

export const meta: MetaFunction = () => [{ title: "Name and addressees · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { slug, name, goal, language, revision, state, isSample } = campaign;
  const { addressees, seen } = await readNameStep(campaign);
  return {
    campaign: { slug, name, goal, language, addressees, isDraft: state === "draft" },
    opened: { revision, seen },
    origin: absolute(paths.letter("")),
    page: { language: "en", isSample },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const form = await readForm(request, NameForm);
  if (!form.ok) return refill(form);
  const { revision, seen, addressees, addressees_before: before, ...values } = form.values;
  const language = campaign.state === "draft" ? values.language : campaign.language;
  const step = { campaign, values: { ...values, language }, addressees: { typed: addressees, before }, revision, seen, by: organizer.id };
  const saved = await saveNameStep(step);
  if (saved.outcome === "slug taken") return refill({ errors: { slug: "Another campaign has this address, or had it once. Choose another." }, typed: form.typed });
  if (saved.outcome !== "changed meanwhile") return goOn({ slug: values.slug, state: campaign.state }, "name");
  const theirs = saved.theirs.addressees;
  return refillAfter(saved, { typed: { ...form.typed, ...(typeof theirs === "string" ? { addressees_before: theirs } : {}) }, labels: LABELS });
}

export default function Name() {
  const { campaign, opened, origin } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { errors = {}, typed = {} }: { errors?: Record<string, string>; typed?: Record<string, string> } = answer ?? {};
  const field = (name: string, stored: string) => ({ name, error: errors[name], value: typed[name] ?? stored });
  return (
    <>
      <DeskHeading title="Name and addressees" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }, { title: "Set-up", path: paths.setUp(campaign.slug) }]} />
      <SetUpForm answer={answer} opened={opened} isDraft={campaign.isDraft}>
        <Field {...field("name", campaign.name)} label="Name" hint="As it is called on the desk and in mail. The letter has a title of its own." />
        <Field
          {...field("slug", campaign.slug)}
          label="Address"
          hint={`The end of the letter’s address: ${origin}… ${campaign.isDraft ? "It can be changed until and after you publish; an old one then leads to the new." : "The old one goes on working and leads to the new."}`}
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextField {...field("addressees", campaign.addressees)} label="To whom the letter is" rows={2} hint="As it stands above the letter, for example “Corner Shop and Big Market”." />
        <input type="hidden" name="addressees_before" value={typed.addressees_before ?? campaign.addressees} />
        <div className="fields-pair">
          <Field {...field("goal", String(campaign.goal))} label="Goal" hint="How many signatures the count is shown against. You can raise it later." inputMode="numeric" />
          {campaign.isDraft ? (
            <SelectField {...field("language", campaign.language)} label="Main language" hint="What the letter’s own address shows. Others can be added with the letter.">
              {LETTER_LANGUAGES.map((code) => (
                <option key={code} value={code}>
                  {englishName(code)}
                </option>
              ))}
            </SelectField>
          ) : (
            <input type="hidden" name="language" value={campaign.language} />
          )}
        </div>
      </SetUpForm>
    </>
  );
}
