import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { Field } from "#app/components/field.tsx";
import { SetUpForm } from "#app/components/set-up-form.tsx";
import { LIMIT_NAMES, LIMIT_WORDS, LIMITS_TITLE, limitField, LimitsForm } from "#app/desk/screening/limits-form.ts";
import { readCampaignLimits, saveLimits } from "#app/desk/screening/limits.server.ts";
import { readForm, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { refillAfter } from "#app/http/settings-conflict.ts";
import { DEFAULT_LIMITS } from "#app/signatures/screening/limits.ts";

const PARTS = { signings: "Signings", seconds: "Within how many seconds" } as const;

export const meta: MetaFunction = () => [{ title: `${LIMITS_TITLE} · Desk` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { id, slug, name, isSample } = campaign;
  return { campaign: { slug, name }, ...(await readCampaignLimits(id)), shipped: DEFAULT_LIMITS, page: { language: "en", isSample } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const form = await readForm(request, LimitsForm);
  if (!form.ok) return refill(form);
  const saved = await saveLimits({ campaignId: campaign.id, by: organizer.id, ...form.values });
  if (saved.outcome === "changed meanwhile") return refillAfter(saved, { typed: form.typed, labels: labels() });
  return redirect(`${paths.deskScreening(campaign.slug)}?saved`, 303);
}

function labels() {
  const named = LIMIT_NAMES.flatMap((name) => (["signings", "seconds"] as const).map((part) => [limitField(name, part), `${LIMIT_WORDS[name].title}: ${PARTS[part].toLowerCase()}`] as const));
  return Object.fromEntries(named);
}

export default function LimitsPage() {
  const { campaign, limits, shipped, opened } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { errors = {}, typed = {} }: { errors?: Record<string, string>; typed?: Record<string, string> } = answer ?? {};
  const { slug } = campaign;
  return (
    <>
      <DeskHeading title={LIMITS_TITLE} above={[{ title: campaign.name, path: paths.deskCampaign(slug) }, { title: "Screening", path: paths.deskScreening(slug) }]} />
      <p>Whoever signs more often than this is suspect and waits for you; nobody is told. A change holds for signings from now on.</p>
      <SetUpForm answer={answer} opened={opened} isDraft={false} hasOwnButtons>
        {LIMIT_NAMES.map((name) => (
          <fieldset key={name}>
            <legend className="field-legend">{LIMIT_WORDS[name].title}</legend>
            <p className="field-hint">
              {LIMIT_WORDS[name].hint} Shipped: {shipped[name].signings} in {shipped[name].seconds} seconds.
            </p>
            <div className="fields-pair">
              {(["signings", "seconds"] as const).map((part) => {
                const field = limitField(name, part);
                return <Field key={part} name={field} label={PARTS[part]} inputMode="numeric" autoComplete="off" error={errors[field]} value={typed[field] ?? String(limits[name][part])} />;
              })}
            </div>
          </fieldset>
        ))}
        <div className="actions">
          <DeskButton busy="Saving…">Save</DeskButton>
          <Link to={paths.deskScreening(slug)}>Back to the screening</Link>
        </div>
      </SetUpForm>
    </>
  );
}
