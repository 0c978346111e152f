import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { seenOf } from "#app/campaigns/seen.server.ts";
import { saveSettings, settingsOf } from "#app/campaigns/settings.server.ts";
import { AccentField } from "#app/components/accent-field.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { LogoForm } from "#app/components/logo-form.tsx";
import { SetUpForm } from "#app/components/set-up-form.tsx";
import { AccentForm } from "#app/desk/set-up-forms.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { goOn } from "#app/http/set-up-answers.ts";
import { refillAfter } from "#app/http/settings-conflict.ts";

export const meta: MetaFunction = () => [{ title: "Look · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { slug, name, state, isSample, revision, accent, logoHash } = campaign;
  return {
    campaign: { slug, name, isDraft: state === "draft", accent, logoHash },
    opened: { revision, seen: seenOf(settingsOf(campaign, ["accent"])) },
    page: { language: "en", isSample },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const fields = await readFields(request);
  const suggested = fields.get("take");
  if (suggested !== null) fields.set("accent", suggested);
  const form = checkFields(fields, AccentForm);
  if (!form.ok) return refill(form);
  const { accent, ...opened } = form.values;
  const saved = await saveSettings({ campaignId: campaign.id, by: organizer.id, values: { accent }, ...opened });
  if (saved.outcome === "changed meanwhile") return refillAfter(saved, { typed: form.typed, labels: { accent: "Colour" } });
  return goOn(campaign, "look");
}

export default function Look() {
  const { campaign, opened } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <DeskHeading title="Look" above={[{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }, { title: "Set-up", path: paths.setUp(campaign.slug) }]} />
      <section aria-labelledby="logo-title">
        <h2 id="logo-title">Logo</h2>
        <LogoForm campaign={campaign} />
      </section>
      <section aria-labelledby="colour">
        <h2 id="colour">Colour</h2>
        <SetUpForm answer={answer} opened={opened} isDraft={campaign.isDraft} hasOwnButtons>
          <AccentField key={answer?.typed.accent} value={answer?.typed.accent ?? campaign.accent ?? ""} error={answer?.errors.accent} isDraft={campaign.isDraft} />
        </SetUpForm>
      </section>
    </>
  );
}
