import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addCoSigners, changeCoSigner, findCoSigner, placeCoSigner, removeCoSigner } from "#app/campaigns/change-co-signers.server.ts";
import { CoSignerForm, CoSignersForm } from "#app/campaigns/co-signer-form.ts";
import { listCoSignersToChange } from "#app/campaigns/co-signers.server.ts";
import { AddCoSigners, CoSignerFields, CoSignerList } from "#app/components/desk-co-signers.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { type SettingsAnswer, SetUpForm } from "#app/components/set-up-form.tsx";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { refillAfter } from "#app/http/settings-conflict.ts";
import { uuidIn } from "#app/http/uuid-in.server.ts";
import { dayOf } from "#app/responses/calendar-days.ts";

const LABELS = { name: "Organisation", url: "Web address", joined_on: "Joined on" };
const Opened = z.object({ revision: z.coerce.number().int().catch(0), seen: z.string().catch("") });

export const meta: MetaFunction = () => [{ title: "Co-signers · Desk" }];

/** The list; with `?change=` the form of one of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign } = await requireDesk(request, params.slug, "edit");
  const { searchParams } = new URL(request.url);
  const changed = searchParams.has("change") ? await findCoSigner(campaign.id, uuidIn(searchParams, "change")) : null;
  if (changed === undefined) throw notFound();
  const { slug, name, isSample } = campaign;
  return { campaign: { slug, name }, coSigners: await listCoSignersToChange(campaign.id), changed, today: dayOf(new Date()), page: { language: "en", isSample } };
}

/** Adds the organisations that were typed; or changes, moves or removes the one that the form names. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer } = await requireDesk(request, params.slug, "edit");
  const fields = await readFields(request);
  const step = { campaignId: campaign.id, by: organizer.id };
  if (fields.has("change")) return change(fields, { ...step, slug: campaign.slug });
  if (fields.has("one")) return moveOrRemove(fields, { ...step, slug: campaign.slug });
  const form = checkFields(fields, CoSignersForm);
  if (!form.ok) return refill(form);
  await addCoSigners({ ...step, values: form.values });
  return redirect(paths.setUpStep(campaign.slug, "co-signers"), 303);
}

interface Step {
  campaignId: string;
  by: string;
  slug: string;
}

async function change(fields: URLSearchParams, { slug, ...step }: Step) {
  const form = checkFields(fields, CoSignerForm);
  if (!form.ok) return refill(form);
  const saved = await changeCoSigner({ ...step, coSignerId: uuidIn(fields, "change"), values: form.values, ...Opened.parse(Object.fromEntries(fields)) });
  if (saved.outcome === "gone") throw notFound();
  if (saved.outcome === "name taken") return refill({ errors: { name: "Another co-signer on the list has this name." }, typed: form.typed });
  if (saved.outcome === "changed meanwhile") return refillAfter(saved, { typed: form.typed, labels: LABELS });
  return redirect(paths.setUpStep(slug, "co-signers"), 303);
}

async function moveOrRemove(fields: URLSearchParams, { slug, ...step }: Step) {
  const coSigner = { ...step, coSignerId: uuidIn(fields, "one") };
  const place = Number(fields.get("place"));
  const { outcome } = fields.has("remove") ? await removeCoSigner(coSigner) : await placeCoSigner({ ...coSigner, place: Number.isInteger(place) ? place : 0 });
  if (outcome === "gone") throw notFound();
  return redirect(paths.setUpStep(slug, "co-signers"), 303);
}

export default function CoSigners() {
  const { campaign, coSigners, changed, today } = useLoaderData<typeof loader>();
  const answer: SettingsAnswer = useActionData<typeof action>();
  const { errors = {}, typed = {} } = answer ?? {};
  const list = paths.setUpStep(campaign.slug, "co-signers");
  const above = [{ title: campaign.name, path: paths.deskCampaign(campaign.slug) }, { title: "Set-up", path: paths.setUp(campaign.slug) }];
  if (changed) {
    return (
      <>
        <DeskHeading title={changed.values.name} above={[...above, { title: "Co-signers", path: list }]} />
        <SetUpForm key={changed.id} answer={answer} opened={changed} isDraft={false} beside={<Link to={list}>Back without saving</Link>}>
          <input type="hidden" name="change" value={changed.id} />
          <CoSignerFields errors={errors} typed={typed} stored={changed.values} />
        </SetUpForm>
      </>
    );
  }
  return (
    <>
      <DeskHeading title="Co-signers" above={above} />
      <p className="quiet">The organisations that sign the letter. It names them in this order, with the day on which each joined. A letter of one organisation needs none.</p>
      {coSigners.length > 0 && <CoSignerList coSigners={coSigners} />}
      <AddCoSigners key={coSigners.length} errors={errors} typed={typed} today={today} isFirst={coSigners.length === 0} />
    </>
  );
}
