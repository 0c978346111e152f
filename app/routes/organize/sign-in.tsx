import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DeskDoor } from "#app/components/desk-door.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { inEqualTime } from "#app/http/equal-time.ts";
import { readForm, refill } from "#app/http/form.ts";
import { paths } from "#app/http/paths.ts";
import { deskPathOr, withNext } from "#app/http/sign-in-next.ts";
import { askToSignIn } from "#app/organizers/ask-to-sign-in.server.ts";

const ANSWER_MS = 300;

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

export async function action({ request }: ActionFunctionArgs) {
  const next = deskPathOr(undefined, new URL(request.url).searchParams.get("next"));
  const form = await readForm(request, SignInForm);
  if (!form.ok) return refill(form);
  const linkTo = (token: string) => absolute(withNext(paths.signInLink(token), next));
  await inEqualTime(ANSWER_MS, askToSignIn({ email: form.values.email, linkTo }));
  return data({ errors: {}, typed: {}, isAsked: true as const });
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "isAsked" in answer) return <Asked />;
  return (
    <DeskDoor>
      <h1>Sign in to the desk</h1>
      <p>For organizers. We mail you a link: there is no password.</p>
      <ErrorSummary errors={answer?.errors} />
      <Form method="post" action={withNext(paths.signIn(), next ?? undefined)} reloadDocument className="fields" noValidate>
        <Field
          name="email"
          label="Your e-mail address"
          type="email"
          autoComplete="email"
          error={answer?.errors.email}
          value={answer?.typed.email}
        />
        <div className="actions">
          <button className="button">Mail me a link</button>
        </div>
      </Form>
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
