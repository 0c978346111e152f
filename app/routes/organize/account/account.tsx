import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listAccountHistory } from "#app/audit/history.server.ts";
import { AccountSessions } from "#app/components/account-sessions.tsx";
import { AccountSecondStep } from "#app/components/account-second-step.tsx";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { readForm, refill } from "#app/http/form.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { findAccount, listSessions, renameOrganizer } from "#app/organizers/account.server.ts";
import { plainName } from "#app/organizers/plain-name.ts";
import { listPasskeys } from "#app/organizers/passkeys.server.ts";
import { listDeskCampaigns } from "#app/organizers/desk-campaigns.server.ts";
import { findSecondSteps } from "#app/organizers/second-step.server.ts";

const NameForm = z.object({ name: plainName(100, "Type your name.") });

export const meta: MetaFunction = () => [{ title: "Your account · Desk" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, name, session } = await requireOrganizer(request);
  const [account, sessions, passkeys, { hasCodeApp }, campaigns, history] = await Promise.all([
    findAccount(id), listSessions(id), listPasskeys(id), findSecondSteps(id), listDeskCampaigns(id), listAccountHistory(id),
  ]);
  return {
    name,
    email: account?.email ?? "",
    sessions: sessions.map((row) => ({ ...row, isThis: row.id === session.id })),
    passkeys,
    hasCodeApp,
    isAskedFor: campaigns.some(({ requiresSecondStep }) => requiresSecondStep),
    history,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const organizer = await requireOrganizer(request);
  const form = await readForm(request, NameForm);
  if (!form.ok) return refill(form);
  await renameOrganizer(organizer, form.values.name);
  return redirect(paths.account(), 303);
}

export default function Account() {
  const { name, email, sessions, passkeys, hasCodeApp, isAskedFor, history } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <DeskHeading title="Your account" above={[]} />
      <section className="desk-panel" aria-labelledby="name">
        <h2 id="name">Your name</h2>
        <ErrorSummary errors={answer?.errors} />
        <Form key={name} method="post" className="fields desk-form" noValidate>
          <Field
            name="name"
            label="Name"
            hint="Your colleagues read it beside what you do. Signers and retailers never see it."
            autoComplete="name"
            error={answer?.errors["name"]}
            value={answer?.typed["name"] ?? name}
          />
          <div className="actions">
            <DeskButton busy="Saving…">Save name</DeskButton>
          </div>
        </Form>
      </section>
      <section className="desk-panel" aria-labelledby="mail">
        <h2 id="mail">Mailed link</h2>
        <p>
          You can always sign in by a link that is mailed to <strong className="desk-address">{email}</strong>.
        </p>
      </section>
      <AccountSecondStep passkeys={passkeys} hasCodeApp={hasCodeApp} isAskedFor={isAskedFor} />
      <AccountSessions sessions={sessions} />
      <DeskHistory entries={history} />
    </>
  );
}
