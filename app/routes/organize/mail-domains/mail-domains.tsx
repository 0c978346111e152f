import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listHouseHistory } from "#app/audit/history.server.ts";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { DeskHistory } from "#app/components/desk-history.tsx";
import { MailDomainChanges, MailDomainFields, MailDomainList } from "#app/components/desk-mail-domains.tsx";
import { notAllowed } from "#app/http/closed-doors.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireRecentProof } from "#app/http/recent-proof.server.ts";
import { listMailDomainChanges, listMailDomains, setMailDomain } from "#app/signatures/change-mail-domain.server.ts";
import { MailDomainForm } from "#app/signatures/mail-domain-form.ts";
import { mayKeepMailDomains } from "./may-keep.server.ts";

const REFUSED = {
  "no such main domain": { alias_of: "This domain has no rule of its own. Add one for it first." },
  "has aliases": { alias_of: "Other domains are aliases of this one. Remove them first." },
};

export const meta: MetaFunction = () => [{ title: "Mail domains · Desk" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const organizer = await requireOrganizer(request);
  const asked = new URL(request.url).searchParams.get("domain");
  const [rules, changes, history, mayKeep] = await Promise.all([
    listMailDomains(), listMailDomainChanges(), listHouseHistory("mail domain"), mayKeepMailDomains(organizer.id),
  ]);
  return { rules, changes, history, mayKeep, opened: rules.find(({ domain }) => domain === asked) };
}

export async function action({ request }: ActionFunctionArgs) {
  const organizer = await requireOrganizer(request);
  if (!(await mayKeepMailDomains(organizer.id))) throw notAllowed();
  const fields = await readFields(request);
  const form = checkFields(fields, MailDomainForm);
  if (!form.ok) return refill(form);
  await requireRecentProof(request, organizer, fields);
  const set = await setMailDomain({ ...form.values, by: organizer.id });
  if (set.outcome === "no such main domain" || set.outcome === "has aliases") return refill({ errors: REFUSED[set.outcome], typed: form.typed });
  return redirect(paths.mailDomains(), 303);
}

export default function MailDomains() {
  const { rules, changes, history, mayKeep, opened } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <DeskHeading title="Mail domains" above={[]} />
      <p>
        One mailbox is one person. These rules say which spellings of an address lead to one mailbox; for any other domain only
        capital letters are the same as small ones. All campaigns of this house share them.
      </p>
      <MailDomainChanges changes={changes} />
      <MailDomainList rules={rules} mayKeep={mayKeep} />
      {mayKeep && <MailDomainFields key={opened?.domain ?? ""} opened={opened} answer={answer} />}
      <DeskHistory entries={history} />
    </>
  );
}
