import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeadLink } from "#app/components/dead-link.tsx";
import { MyMessages } from "#app/components/my-messages.tsx";
import { MyReceipt } from "#app/components/my-receipt.tsx";
import { MySignature } from "#app/components/my-signature.tsx";
import { Page } from "#app/components/page.tsx";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { notFound } from "#app/http/closed-doors.ts";
import { signerCookie } from "#app/http/signer-cookie.server.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { listMessages } from "#app/messages/list.server.ts";
import { findShownReceipt } from "#app/register/shown-receipt.server.ts";
import { beginSession } from "#app/signatures/begin-session.server.ts";
import { findSignerByLink } from "#app/signatures/me.server.ts";

export const meta: MetaFunction = () => [{ title: "Your page" }, { name: "robots", content: "noindex" }];

export async function loader({ params }: LoaderFunctionArgs) {
  const { token = "" } = params;
  const found = await findSignerByLink(token);
  if (!found) return data({ token, me: undefined, page: { language: "en", isSample: false } }, { status: 404 });
  const { signature: { id, ...signature }, letter, campaign } = found;
  const [messages, receipt] = await Promise.all([listMessages(id), findShownReceipt(id)]);
  const page = campaignPage(campaign, INTERFACE_LANGUAGE);
  const { slug, name, language } = campaign;
  return data({ token, me: { signatureId: id, signature, letter, campaign: { slug, name, language }, messages, receipt }, page });
}

/** On to the retailers: this browser may write in the signer's name from now on. */
export async function action({ params }: ActionFunctionArgs) {
  const found = await findSignerByLink(params.token ?? "");
  if (!found) throw notFound();
  const { slug } = found.campaign;
  const headers = { "Set-Cookie": signerCookie(slug, await beginSession(found.signature.id)) };
  return redirect(paths.chooseRetailers(slug), { status: 303, headers });
}

export default function Me() {
  const { token, me } = useLoaderData<typeof loader>();
  if (!me) return <DeadLink what="link to your page" />;
  const { signatureId, signature, letter, campaign, messages, receipt } = me;
  const canWithdraw = signature.state !== "withdrawn";
  return (
    <Page campaign={campaign}>
      <p className="over-title">Only those who have this link see this page. Do not pass it on.</p>
      <h1>
        <bdi>{signature.name}</bdi>
      </h1>
      <MySignature signature={signature} letter={letter} campaign={campaign} />
      <MyReceipt token={token} signatureId={signatureId} slug={campaign.slug} receipt={receipt} />
      <MyMessages token={token} messages={messages} canWrite={signature.state === "confirmed"} />
      {canWithdraw && (
        <section>
          <h2>Withdraw</h2>
          <p>Your name leaves the letter at once, and messages that have not left are cancelled.</p>
          <p>
            <a className="button button-quiet" href={paths.withdrawal(token)}>
              Withdraw my signature
            </a>
          </p>
        </section>
      )}
    </Page>
  );
}
