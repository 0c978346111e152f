import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/page.tsx";
import { notFound } from "#app/http/closed-doors.ts";
import { requireOwnSignature } from "#app/http/own-signature.server.ts";
import { paths } from "#app/http/paths.ts";
import { spokenIn } from "#app/letters/languages.ts";
import { withdrawSignature } from "#app/signatures/withdraw.server.ts";

export const meta: MetaFunction = () => [{ title: "Withdraw your signature" }, { name: "robots", content: "noindex" }];

export async function loader({ params }: LoaderFunctionArgs) {
  const { token, signature: { id, name, state, letter, campaign }, page } = await requireOwnSignature(params);
  if (state === "withdrawn") throw redirect(paths.me(token), 303);
  if (state === "pending") throw notFound();
  return { token, signature: { id, name, letter }, campaign: { slug: campaign.slug }, page };
}

export async function action({ params }: ActionFunctionArgs) {
  const { token, signature } = await requireOwnSignature(params);
  if (signature.state === "pending") throw notFound();
  await withdrawSignature({ signatureId: signature.id, campaignSlug: signature.campaign.slug });
  return redirect(paths.meDone(token, "withdrawn"), 303);
}

export default function Withdrawal() {
  const { token, signature: { id, name, letter }, campaign } = useLoaderData<typeof loader>();
  return (
    <Page campaign={campaign}>
      <h1>Withdraw your signature?</h1>
      <p className="lead">
        <bdi>{name}</bdi> is taken off the letter “<span {...spokenIn(letter.language)}>{letter.title}</span>” at once and no longer counted. Messages that have not left are
        cancelled; those that have left cannot be called back. What you typed is kept, so that you can sign again with one press. To have it deleted,{" "}
        <a href={paths.erasure(token, id)}>erase it</a>.
      </p>
      <form className="actions" method="post" action={paths.withdrawal(token, id)}>
        <button className="button" type="submit">
          Withdraw my signature
        </button>
        <a href={paths.me(token)}>Keep it</a>
      </form>
    </Page>
  );
}
