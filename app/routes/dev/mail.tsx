import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/page.tsx";
import { requireMailbox } from "#app/http/mailbox-guard.server.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { FRAME_SANDBOX, mailboxContentPolicy } from "#app/http/security-headers.ts";
import { findInMailbox } from "#app/mail/mailbox.server.ts";

export const meta: MetaFunction = () => [{ title: "Mail" }, { name: "robots", content: "noindex" }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  requireMailbox(context);
  const mail = await findInMailbox(params.mail ?? "");
  if (!mail) throw notFound();
  const { html: _, ...shown } = mail;
  return data(shown, { headers: { "Content-Security-Policy": mailboxContentPolicy() } });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function Mail() {
  const { id, fromAddress, toAddress, replyTo, subject, text } = useLoaderData<typeof loader>();
  return (
    <Page>
      <p className="over-title">
        <a href={paths.mailbox()}>Mailbox</a>
      </p>
      <h1>{subject}</h1>
      <dl className="facts">
        <dt>From</dt>
        <dd>{fromAddress}</dd>
        <dt>To</dt>
        <dd>{toAddress}</dd>
        {replyTo && <dt>Reply-To</dt>}
        {replyTo && <dd>{replyTo}</dd>}
      </dl>
      <iframe className="mail-frame" src={paths.mailboxHtml(id)} title="The mail as it was printed" sandbox={FRAME_SANDBOX} />
      <h2>As plain text</h2>
      <p className="message-text">{text.split("\n").map(textLine)}</p>
    </Page>
  );
}

/** In the text part an address stands alone on its line. */
function textLine(line: string, number: number) {
  const isAddress = /^https?:\/\/\S+$/.test(line);
  return (
    <span key={number}>
      {isAddress ? <a href={line}>{line}</a> : line}
      {"\n"}
    </span>
  );
}
