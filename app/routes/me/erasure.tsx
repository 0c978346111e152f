import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/page.tsx";
import { WhatIsErased } from "#app/components/what-is-erased.tsx";
import { requireOwnPage, requireOwnSignature } from "#app/http/own-signature.server.ts";
import { paths } from "#app/http/paths.ts";
import { spokenIn } from "#app/letters/languages.ts";
import { eraseOwn } from "#app/signatures/own/erase-own.server.ts";

export const meta: MetaFunction = () => [{ title: "Erase your signature" }, { name: "robots", content: "noindex" }];

export async function loader({ params }: LoaderFunctionArgs) {
  const { token, signature: { id, name, state, letter, campaign }, page } = await requireOwnSignature(params);
  return { token, signature: { id, name, letter, isWaiting: state === "pending" }, campaign: { slug: campaign.slug }, page };
}

export async function action({ params }: ActionFunctionArgs) {
  const { token, signature } = await requireOwnSignature(params);
  const { own } = await requireOwnPage(params);
  await eraseOwn({ canonicalEmail: own.canonicalEmail, ids: [signature.id], token });
  return redirect(own.signatures.length > 1 ? paths.meDone(token, "erased") : paths.erased(), 303);
}

export default function Erasure() {
  const { token, signature: { id, name, letter, isWaiting }, campaign } = useLoaderData<typeof loader>();
  return (
    <Page campaign={campaign}>
      <h1>{isWaiting ? "Delete the request?" : "Erase your signature?"}</h1>
      <p>
        <bdi>{name}</bdi>, under “<span {...spokenIn(letter.language)}>{letter.title}</span>”
      </p>
      <WhatIsErased isWaiting={isWaiting} />
      <form className="actions" method="post" action={paths.erasure(token, id)}>
        <button className="button" type="submit">
          {isWaiting ? "Delete the request" : "Erase it for good"}
        </button>
        <a href={paths.me(token)}>Keep it</a>
      </form>
    </Page>
  );
}
