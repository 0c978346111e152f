import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeadLink } from "#app/components/dead-link.tsx";
import { Page } from "#app/components/page.tsx";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { INTERFACE_LANGUAGE, spokenIn } from "#app/letters/languages.ts";
import { findSignerByLink } from "#app/signatures/me.server.ts";
import { withdrawSignature } from "#app/signatures/withdraw.server.ts";

export const meta: MetaFunction = () => [{ title: "Withdraw your signature" }, { name: "robots", content: "noindex" }];

export async function loader({ params }: LoaderFunctionArgs) {
  const { token = "" } = params;
  const found = await findSignerByLink(token);
  if (!found) return data({ token, me: undefined, page: { language: "en", isSample: false } }, { status: 404 });
  const { signature, letter, campaign } = found;
  const page = { language: INTERFACE_LANGUAGE, isSample: campaign.isSample };
  return data({ token, me: { name: signature.name, state: signature.state, letter, slug: campaign.slug }, page });
}

export async function action({ params }: ActionFunctionArgs) {
  const found = await findSignerByLink(params.token ?? "");
  if (!found) throw notFound();
  return withdrawSignature({ signatureId: found.signature.id, campaignSlug: found.campaign.slug });
}

export default function Withdrawal() {
  const { token, me } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!me) return <DeadLink what="link to your page" />;
  if (answer || me.state === "withdrawn") return <Withdrawn slug={me.slug} token={token} />;
  return (
    <Page campaign={{ slug: me.slug }}>
      <h1>Withdraw your signature?</h1>
      <p className="lead">
        <bdi>{me.name}</bdi> is taken off the letter “<span {...spokenIn(me.letter.language)}>{me.letter.title}</span>” and no longer counted. Messages that have not left are
        cancelled. Messages that have left cannot be called back. You can sign again at any time.
      </p>
      <form className="actions" method="post" action={paths.withdrawal(token)}>
        <button className="button" type="submit">
          Withdraw my signature
        </button>
        <a href={paths.me(token)}>Keep it</a>
      </form>
    </Page>
  );
}

function Withdrawn({ slug, token }: { slug: string; token: string }) {
  return (
    <Page campaign={{ slug }}>
      <h1>Your signature is withdrawn</h1>
      <p className="lead">It is no longer shown or counted.</p>
      <p>
        <a href={paths.me(token)}>See what is still held</a>
      </p>
    </Page>
  );
}
