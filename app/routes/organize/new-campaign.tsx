import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { v7 } from "uuid";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { FolderFaults } from "#app/components/desk-folder-faults.tsx";
import { StartFields } from "#app/components/desk-start-fields.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { startFrom } from "#app/desk/start.server.ts";
import { StartForm } from "#app/desk/start-form.ts";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { checkFields, readFieldsAndFile, refill } from "#app/http/form.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { notAllowed } from "#app/http/closed-doors.ts";
import { uuidIn } from "#app/http/uuid-in.server.ts";
import { listDeskCampaigns } from "#app/organizers/desk-campaigns.server.ts";
import { may, mayStartCampaigns } from "#app/organizers/roles.ts";

export const meta: MetaFunction = () => [{ title: "Start a campaign · Desk" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { own, hasSecondStep } = await requireStarter(request);
  const copied = own.filter(({ role, requiresSecondStep }) => may(role, "export") && (hasSecondStep || !requiresSecondStep));
  return { own: copied.map(({ id, name }) => ({ id, name })), newId: v7(), origin: absolute(paths.letter("")) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { organizer, hasSecondStep } = await requireStarter(request);
  const { fields, file } = await readFieldsAndFile(request, "file");
  const form = checkFields(fields, StartForm);
  if (!form.ok) return refill(form);
  const started = await startFrom({ id: uuidIn(fields, "id"), values: form.values, file, by: organizer.id, hasSecondStep });
  if (started.outcome === "started") return redirect(paths.setUp(started.slug), 303);
  if (started.outcome === "refused") return refill({ errors: { [started.field]: started.reason }, typed: form.typed });
  return data({ errors: {}, typed: form.typed, faults: started.faults }, { status: 422 });
}

/** Whoever runs a campaign may start another. */
async function requireStarter(request: Request) {
  const organizer = await requireOrganizer(request);
  const own = await listDeskCampaigns(organizer.id);
  if (!mayStartCampaigns(own.map(({ role }) => role))) throw notAllowed();
  return { organizer, own, hasSecondStep: organizer.session.secondStepAt !== null };
}

export default function NewCampaign() {
  const { own, newId, origin } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { errors = {}, typed = {} }: { errors?: Record<string, string>; typed?: Record<string, string> } = answer ?? {};
  return (
    <>
      <DeskHeading title="Start a campaign" above={[]} />
      <p>You get a draft that only you see until you invite others. The next pages lead through everything it needs, and each is saved by itself.</p>
      {answer && "faults" in answer && <FolderFaults faults={answer.faults} />}
      <Form method="post" encType="multipart/form-data" className="fields desk-form set-up-start" noValidate>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="id" value={typed.id ?? newId} />
        <StartFields own={own} origin={origin} errors={errors} typed={typed} />
        <div className="actions">
          <DeskButton busy="Starting…">Start</DeskButton>
        </div>
      </Form>
    </>
  );
}
