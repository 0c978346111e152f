import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { EntryFields } from "#app/components/import-entry.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { canSign } from "#app/campaigns/states.ts";
import { askForImport } from "#app/desk/imports/ask.server.ts";
import { ENTRY_WORD, EntryForm, VERIFICATION_MAX } from "#app/desk/imports/entry-form.ts";
import { findImport, type Import } from "#app/desk/imports/find.server.ts";
import { notAllowed, notFound } from "#app/http/closed-doors.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireDesk } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";
import { findLetter } from "#app/letters/find.server.ts";
import { may } from "#app/organizers/roles.ts";

export const meta: MetaFunction = () => [{ title: "How they enter · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { campaign, role } = await requireDesk(request, params.slug, "edit");
  const found = await findImport(campaign.id, params.import ?? "");
  if (!found) throw notFound();
  const count = toBeAdded(found);
  const letter = await findLetter(campaign.id);
  if (count === 0) throw redirect(paths.deskImport(campaign.slug, found.id), 303);
  return {
    campaign: { slug: campaign.slug, name: campaign.name },
    file: { id: found.id, title: found.title },
    count,
    letter: letter && { title: letter.title, number: letter.number },
    canMail: canSign(campaign),
    // What was confirmed elsewhere counts by an owner's word alone.
    canVouch: mayVouch(role),
    newId: v7(),
    word: ENTRY_WORD,
    verificationMax: VERIFICATION_MAX,
    page: { language: "en", isSample: campaign.isSample },
  };
}

function toBeAdded({ check, brought, droppedAt }: Import) {
  const isWhole = check?.result?.["Read to its end"] === "yes";
  return !brought && !droppedAt && isWhole ? (check?.result?.["To be added"] ?? 0) : 0;
}

function mayVouch(role: Parameters<typeof may>[0]) {
  return may(role, "manage team");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { campaign, organizer, role } = await requireDesk(request, params.slug, "edit");
  const fields = await readFields(request);
  const found = await findImport(campaign.id, params.import ?? "");
  if (!found) throw notFound();
  const form = checkFields(fields, EntryForm);
  if (!form.ok) return refill(form);
  const { job, word: _, ...entry } = form.values;
  if (entry.way === "elsewhere" && !mayVouch(role)) throw notAllowed();
  if (entry.way === "mail" && !canSign(campaign)) return refill({ errors: { way: "Open the campaign first: nobody can confirm before." }, typed: form.typed });
  const letter = await findLetter(campaign.id);
  if (!letter) return refill({ errors: { way: "Publish the letter first: a signature belongs to its text." }, typed: form.typed });
  await requireRecentProof(request, organizer, fields);
  const asked = await askForImport({ id: job, campaignId: campaign.id, importId: found.id, by: organizer.id, letterVersionId: letter.id, ...entry });
  const isBegun = asked.outcome === "asked" || asked.outcome === "asked before";
  return redirect(isBegun ? paths.deskJob(campaign.slug, job) : paths.deskImport(campaign.slug, found.id), 303);
}

export default function Entry() {
  const { campaign, file, ...rest } = useLoaderData<typeof loader>();
  const { errors = {}, typed = {} } = useActionData<typeof action>() ?? {};
  const above = [
    { title: campaign.name, path: paths.deskCampaign(campaign.slug) },
    { title: "Imports", path: paths.deskImports(campaign.slug) },
    { title: file.title, path: paths.deskImport(campaign.slug, file.id) },
  ];
  return (
    <>
      <DeskHeading title="How they enter" above={above} />
      <Form method="post" className="fields desk-form" noValidate>
        <ErrorSummary errors={errors} />
        <EntryFields {...rest} errors={errors} typed={typed} />
        <DeskButton busy="Asking…">Import them</DeskButton>
      </Form>
    </>
  );
}
