import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeadLink } from "#app/components/dead-link.tsx";
import { MyPageControls } from "#app/components/my-page-controls.tsx";
import { MySignature } from "#app/components/my-signature.tsx";
import { Page } from "#app/components/page.tsx";
import { campaignPage } from "#app/http/page-setting.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { readMySignature } from "#app/messages/my-signature.server.ts";
import { doneInWords } from "#app/signatures/own/done.ts";
import { findOwnPage } from "#app/signatures/own/own-page.server.ts";

export const meta: MetaFunction = () => [{ title: "Your page" }, { name: "robots", content: "noindex" }];

const OF_THE_HOUSE = { language: INTERFACE_LANGUAGE, isSample: false };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { token = "" } = params;
  const own = await findOwnPage(token);
  if (!own) return data({ token, me: undefined, page: OF_THE_HOUSE }, { status: 404 });
  const signatures = await Promise.all(own.signatures.map((signature) => readMySignature(signature)));
  const [only, ...others] = new Map(own.signatures.map(({ campaign }) => [campaign.slug, campaign])).values();
  const campaign = only && others.length === 0 ? { slug: only.slug, privacyContact: only.privacyContact } : undefined;
  const done = doneInWords(new URL(request.url).searchParams.get("done"));
  const me = { signatures, campaign, done, expiresAt: own.expiresAt, email: own.signatures[0]?.email ?? "" };
  return data({ token, me, page: only && campaign ? campaignPage(only, INTERFACE_LANGUAGE) : OF_THE_HOUSE });
}

export default function Me() {
  const { token, me } = useLoaderData<typeof loader>();
  if (!me) return <DeadLink what="link to your page" askAgain={paths.askForMeAnywhere()} />;
  const { signatures, campaign, done, expiresAt, email } = me;
  return (
    <Page campaign={campaign}>
      <h1>Your page</h1>
      <p className="over-title">
        For <bdi>{email}</bdi>. Whoever has this link sees this page: do not pass it on.
      </p>
      {done && (
        <p className="notice" role="status">
          {done}
        </p>
      )}
      {signatures.length > 1 && <p className="lead">There are {signatures.length} signatures from this address.</p>}
      {signatures.map((signature) => (
        <MySignature key={signature.id} token={token} signature={signature} />
      ))}
      <MyPageControls token={token} expiresAt={expiresAt} hasSeveral={signatures.length > 1} />
    </Page>
  );
}
