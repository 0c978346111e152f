import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DeskDoor } from "#app/components/desk-door.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { PasskeySection } from "#app/components/passkey-section.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { inEqualTime } from "#app/http/equal-time.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { organizerCookie, visitorOf } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { deskPathOr, withNext } from "#app/http/sign-in-next.ts";
import { askToSignIn } from "#app/organizers/ask-to-sign-in.server.ts";
import { readPasskeyAnswer } from "#app/organizers/passkey-answer.ts";
import { signInByPasskey } from "#app/organizers/sign-in.server.ts";

const ANSWER_MS = 300;

export const handle = { shipsScripts: true };

const SignInForm = z.object({
  email: z
    .string("Type your e-mail address.")
    .trim()
    .pipe(z.email("Type a whole e-mail address, for example ada@example.org.").max(254, "That is longer than any e-mail address.")),
});

export const meta: MetaFunction = () => [{ title: "Sign in · Countersign" }, { name: "robots", content: "noindex" }];

export function loader({ request }: LoaderFunctionArgs) {
  return { next: deskPathOr(null, new URL(request.url).searchParams.get("next")) };
}

/** A passkey signs in at once; an address is mailed a link. */
export async function action({ request }: ActionFunctionArgs) {
  const next = deskPathOr(undefined, new URL(request.url).searchParams.get("next"));
  const fields = await readFields(request);
  if (fields.has("passkey_answer")) return enterByPasskey(request, fields.get("passkey_answer"), next);
  const form = checkFields(fields, SignInForm);
  if (!form.ok) return refill(form);
  const linkTo = (token: string) => absolute(withNext(paths.signInLink(token), next));
  await inEqualTime(ANSWER_MS, askToSignIn({ email: form.values.email, linkTo }));
  return data({ errors: {}, typed: {}, isAsked: true as const });
}

async function enterByPasskey(request: Request, text: string | null, next = paths.desk()) {
  const answer = readPasskeyAnswer(text);
  const signed = answer && (await inEqualTime(ANSWER_MS, signInByPasskey(answer, new Date(), visitorOf(request))));
  if (signed?.outcome !== "signed in") return refill({ errors: { passkey: "This passkey opens nothing here. Have a link mailed to you instead." }, typed: {} });
  return redirect(next, { status: 303, headers: { "Set-Cookie": organizerCookie(signed.sessionToken) } });
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = withNext(paths.signIn(), next ?? undefined);
  const errors: Record<string, string> = answer?.errors ?? {};
  if (answer && "isAsked" in answer) return <Asked />;
  return (
    <DeskDoor>
      <h1>Sign in to the desk</h1>
      {next?.startsWith(paths.keptForm("")) ? (
        <p className="notice">
          You were signed out while you were sending a form. It is kept: sign in, and it is the first thing you see.
        </p>
      ) : (
        <p>For organizers. We mail you a link: there is no password.</p>
      )}
      <ErrorSummary errors={errors} />
      <Form method="post" action={here} reloadDocument className="fields" noValidate>
        <Field
          name="email"
          label="Your e-mail address"
          type="email"
          autoComplete="email"
          error={errors["email"]}
          value={answer?.typed["email"]}
        />
        <div className="actions">
          <button className="button">Mail me a link</button>
        </div>
      </Form>
      <PasskeySection title="Or without a mail" action={here} question={paths.signInQuestion()} label="Sign in with a passkey" isQuiet />
    </DeskDoor>
  );
}

function Asked() {
  return (
    <DeskDoor>
      <h1>Look into your inbox</h1>
      <p>If this address belongs to an organizer, a link is on its way. It works once, for 15 minutes.</p>
      <p>
        Nothing after a few minutes? Look in the spam folder, check the address, and{" "}
        <a href={paths.signIn()}>ask again</a>. At most five links an hour are sent.
      </p>
    </DeskDoor>
  );
}
