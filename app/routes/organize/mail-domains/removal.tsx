import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { notAllowed, notFound } from "#app/http/closed-doors.ts";
import { refill } from "#app/http/form.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";
import { listMailDomains, removeMailDomain } from "#app/signatures/change-mail-domain.server.ts";
import { mayKeepMailDomains } from "./may-keep.server.ts";

export const meta: MetaFunction = () => [{ title: "Remove a mail domain · Desk" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const organizer = await requireOrganizer(request);
  if (!(await mayKeepMailDomains(organizer.id))) throw notAllowed();
  const rule = (await listMailDomains()).find(({ domain }) => domain === params.domain);
  if (!rule) throw notFound();
  return { domain: rule.domain };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const organizer = await requireOrganizer(request);
  if (!(await mayKeepMailDomains(organizer.id))) throw notAllowed();
  await requireRecentProof(request, organizer);
  const removed = await removeMailDomain({ domain: params.domain ?? "", by: organizer.id });
  if (removed.outcome === "has aliases") return refill({ errors: { domain: `Remove ${removed.alias} first: it is an alias of this domain.` }, typed: {} });
  return redirect(paths.mailDomains(), 303);
}

export default function Removal() {
  const { domain } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <DeskHeading title={`Remove the rule for ${domain}?`} above={[{ title: "Mail domains", path: paths.mailDomains() }]} />
      <ErrorSummary errors={answer?.errors} />
      <p>From then on each spelling of an address there, but for capital letters, is taken for another mailbox: with its tags, one person could sign many times.</p>
      <Form method="post" className="actions">
        <DeskButton busy="Removing…">Remove the rule</DeskButton>
        <Link to={paths.mailDomains()}>Keep it</Link>
      </Form>
    </>
  );
}
