import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Minute } from "#app/components/moment.tsx";
import { Page } from "#app/components/page.tsx";
import { requireMailbox } from "#app/http/mailbox-guard.server.ts";
import { paths } from "#app/http/paths.ts";
import { listMailbox } from "#app/mail/mailbox.server.ts";

export const meta: MetaFunction = () => [{ title: "Mailbox" }, { name: "robots", content: "noindex" }];

export async function loader({ context }: LoaderFunctionArgs) {
  requireMailbox(context);
  return { mails: await listMailbox() };
}

export default function Mailbox() {
  const { mails } = useLoaderData<typeof loader>();
  return (
    <Page>
      <h1>Mailbox</h1>
      <p className="lead">Mail that would have left this site. It stays here because no key for a mail provider is set.</p>
      {mails.length === 0 && <p>No mail yet. Sign the letter, and the confirmation appears here within a second or two.</p>}
      <ul className="ruled">
        {mails.map(({ id, toAddress, subject, receivedAt }) => (
          <li key={id}>
            <a href={paths.mailboxMail(id)}>{subject}</a>
            <br />
            <span className="quiet">
              to {toAddress}, <Minute at={receivedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Page>
  );
}
