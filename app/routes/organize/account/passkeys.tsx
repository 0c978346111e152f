import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { Field } from "#app/components/field.tsx";
import { PasskeySection } from "#app/components/passkey-section.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { checkFields, readFields, refill } from "#app/http/form.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireProofOfAccount } from "#app/http/recent-proof.server.ts";
import { deskPathOr, withNext } from "#app/http/sign-in-next.ts";
import { browserWords } from "#app/organizers/browser-words.ts";
import { readNewPasskey } from "#app/organizers/passkey-answer.ts";
import { plainName } from "#app/organizers/plain-name.ts";
import { addPasskey } from "#app/organizers/passkeys.server.ts";

const PasskeyName = z.object({ name: plainName(60, "Give it a name, so that you know it again.") });

const REFUSALS = {
  refused: "This passkey was not taken. Load the page again and try once more.",
  "added before": "This passkey is in your list already.",
  "too many": "You have twenty passkeys. Remove one that you do not use any more.",
} as const;

export const meta: MetaFunction = () => [{ title: "Add a passkey · Desk" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const organizer = await requireOrganizer(request);
  await requireProofOfAccount(request, organizer);
  const next = deskPathOr(null, new URL(request.url).searchParams.get("next"));
  return { next, suggestion: browserWords(request.headers.get("User-Agent")) };
}

export async function action({ request }: ActionFunctionArgs) {
  const organizer = await requireOrganizer(request);
  const fields = await readFields(request);
  await requireProofOfAccount(request, organizer, fields);
  const form = checkFields(fields, PasskeyName);
  if (!form.ok) return refill(form);
  const answer = readNewPasskey(fields.get("passkey_answer"));
  const outcome = answer ? (await addPasskey({ organizer, name: form.values.name, answer, accountUrl: absolute(paths.account()) })).outcome : "refused";
  if (outcome !== "added") return refill({ errors: { passkey: REFUSALS[outcome] }, typed: { name: form.values.name } });
  return redirect(deskPathOr(paths.account(), new URL(request.url).searchParams.get("next")), 303);
}

export default function Passkeys() {
  const { next, suggestion } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <DeskHeading title="Add a passkey" above={[{ title: "Your account", path: paths.account() }]} />
      <p>
        Your browser asks for your fingerprint, face or PIN, or for a security key. From then on that signs you in, and counts
        as the second step where a campaign asks for one.
      </p>
      <ErrorSummary errors={answer?.errors} />
      <PasskeySection
        action={withNext(paths.passkeys(), next ?? undefined)}
        question={paths.passkeyQuestion()}
        isNew
        label="Make the passkey"
        otherwise="This browser cannot make passkeys. Use another one, or set up a code app."
      >
        <Field
          name="name"
          label="What you call it"
          hint="Where the passkey is, so that you know it again in your list."
          maxLength={60}
          autoComplete="off"
          error={answer?.errors["name"]}
          value={answer?.typed["name"] ?? suggestion}
        />
      </PasskeySection>
    </>
  );
}
