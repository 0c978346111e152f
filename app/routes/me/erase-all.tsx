import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/page.tsx";
import { WhatIsErased } from "#app/components/what-is-erased.tsx";
import { requireOwnPage } from "#app/http/own-signature.server.ts";
import { paths } from "#app/http/paths.ts";
import { INTERFACE_LANGUAGE } from "#app/letters/languages.ts";
import { eraseOwn } from "#app/signatures/own/erase-own.server.ts";

export const meta: MetaFunction = () => [{ title: "Erase everything" }, { name: "robots", content: "noindex" }];

export async function loader({ params }: LoaderFunctionArgs) {
  const { token, own } = await requireOwnPage(params);
  const signatures = own.signatures.map(({ id, name, campaign }) => ({ id, name, campaignName: campaign.name }));
  return { token, signatures, page: { language: INTERFACE_LANGUAGE, isSample: false } };
}

export async function action({ params }: ActionFunctionArgs) {
  const { own } = await requireOwnPage(params);
  await eraseOwn({ canonicalEmail: own.canonicalEmail, ids: own.signatures.map(({ id }) => id) });
  return redirect(paths.erased(), 303);
}

export default function EraseAll() {
  const { token, signatures } = useLoaderData<typeof loader>();
  return (
    <Page>
      <h1>Erase everything?</h1>
      <ul className="ruled">
        {signatures.map(({ id, name, campaignName }) => (
          <li key={id}>
            <bdi>{name}</bdi>, under <bdi>{campaignName}</bdi>
          </li>
        ))}
      </ul>
      <WhatIsErased />
      <form className="actions" method="post" action={paths.myErasure(token)}>
        <button className="button" type="submit">
          Erase all of it for good
        </button>
        <a href={paths.me(token)}>Keep it</a>
      </form>
    </Page>
  );
}
