import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { DeskDoor } from "#app/components/desk-door.tsx";
import { organizerCookie, visitorOf } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { deskPathOr } from "#app/http/sign-in-next.ts";
import { isSignInLinkGood, signIn } from "#app/organizers/sign-in.server.ts";

export const meta: MetaFunction = () => [{ title: "Sign in · Countersign" }, { name: "robots", content: "noindex" }];

/** Shows a button and nothing more: mail scanners follow links. */
export async function loader({ params }: LoaderFunctionArgs) {
  const isGood = await isSignInLinkGood(params.token ?? "");
  return data({ isGood }, { status: isGood ? 200 : 410 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const signed = await signIn(params.token ?? "", new Date(), visitorOf(request));
  if (signed.outcome !== "signed in") return data({ isGood: false }, { status: 410 });
  const next = deskPathOr(paths.desk(), new URL(request.url).searchParams.get("next"));
  return redirect(next, { status: 303, headers: { "Set-Cookie": organizerCookie(signed.sessionToken) } });
}

export default function SignInLink() {
  const { isGood } = useLoaderData<typeof loader>();
  if (!isGood) return <NotGood />;
  return (
    <DeskDoor>
      <h1>Sign in to the desk</h1>
      <p>One more step, so that only you can use this link and no program that reads your mail.</p>
      <Form method="post" reloadDocument className="actions">
        <button className="button">Sign in</button>
      </Form>
    </DeskDoor>
  );
}

function NotGood() {
  return (
    <DeskDoor>
      <h1>This link does not work any more</h1>
      <p>A link to the desk works once, for 15 minutes. It was used, it is too old, or a part of it is missing.</p>
      <p className="actions">
        <a className="button" href={paths.signIn()}>
          Ask for a new link
        </a>
      </p>
    </DeskDoor>
  );
}
