import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskDoor } from "#app/components/desk-door.tsx";
import { ProofForms } from "#app/components/proof-forms.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { readFields, refill } from "#app/http/form.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { deskPathOr, withNext } from "#app/http/sign-in-next.ts";
import { findAccount } from "#app/organizers/account.server.ts";
import { askToSignIn } from "#app/organizers/ask-to-sign-in.server.ts";
import { findSecondSteps } from "#app/organizers/second-step.server.ts";
import { PROOF_MINUTES } from "#app/organizers/sign-in-rules.ts";
import { takeProof } from "./take-proof.server.ts";

export const handle = { shipsScripts: true };

export const meta: MetaFunction = () => [{ title: "Is it you? · Countersign" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const organizer = await requireOrganizer(request);
  const [{ passkeys, hasCodeApp }, account] = await Promise.all([findSecondSteps(organizer.id), findAccount(organizer.id)]);
  const next = deskPathOr(null, new URL(request.url).searchParams.get("next"));
  return { next, hasPasskey: passkeys > 0, hasCodeApp, email: account?.email ?? "" };
}

/** A passkey or a code leads back at once; the mailed link leads back when it is followed. */
export async function action({ request }: ActionFunctionArgs) {
  const organizer = await requireOrganizer(request);
  const next = deskPathOr(undefined, new URL(request.url).searchParams.get("next"));
  const fields = await readFields(request);
  if (fields.get("by") === "link") {
    const account = await findAccount(organizer.id);
    await askToSignIn({ email: account?.email ?? "", linkTo: (token) => absolute(withNext(paths.signInLink(token), next)) });
    return data({ errors: {}, typed: {}, isAsked: true as const });
  }
  const proof = await takeProof(organizer, fields);
  return proof.ok ? redirect(next ?? paths.desk(), 303) : refill(proof);
}

export default function Proof() {
  const { next, hasPasskey, hasCodeApp, email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = withNext(paths.proof(), next ?? undefined);
  if (answer && "isAsked" in answer) return <Asked email={email} />;
  return (
    <DeskDoor>
      <h1>Is it still you?</h1>
      <p>
        What comes next cannot be taken back easily. You signed in more than {PROOF_MINUTES} minutes ago, so show once more that
        it is you. What you were sending is kept.
      </p>
      <ProofForms action={here} hasPasskey={hasPasskey} hasCodeApp={hasCodeApp} errors={answer?.errors} />
      <section aria-labelledby="by-link">
        <h2 id="by-link">With a mailed link</h2>
        <Form method="post" action={here} reloadDocument className="fields">
          <p>
            We mail a link to <span className="desk-address">{email}</span>. Open it in this browser.
          </p>
          <div className="actions">
            <DeskButton busy="Mailing…" name="by" value="link" isQuiet={hasPasskey || hasCodeApp}>
              Mail me a link
            </DeskButton>
          </div>
        </Form>
      </section>
    </DeskDoor>
  );
}

function Asked({ email }: { email: string }) {
  return (
    <DeskDoor>
      <h1>Look into your inbox</h1>
      <p>
        A link is on its way to <span className="desk-address">{email}</span>. It works once, for 15 minutes, and leads back to
        what you were doing. At most five links an hour are sent.
      </p>
    </DeskDoor>
  );
}
