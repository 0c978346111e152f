import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeskDoor } from "#app/components/desk-door.tsx";
import { ProofForms } from "#app/components/proof-forms.tsx";
import { readFields, refill } from "#app/http/form.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { deskPathOr, withNext } from "#app/http/sign-in-next.ts";
import { findSecondSteps } from "#app/organizers/second-step.server.ts";
import { takeProof } from "./take-proof.server.ts";

export const handle = { shipsScripts: true };

export const meta: MetaFunction = () => [{ title: "Second step · Countersign" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const organizer = await requireOrganizer(request);
  const { passkeys, hasCodeApp } = await findSecondSteps(organizer.id);
  const next = deskPathOr(null, new URL(request.url).searchParams.get("next"));
  return { next, hasPasskey: passkeys > 0, hasCodeApp };
}

export async function action({ request }: ActionFunctionArgs) {
  const organizer = await requireOrganizer(request);
  const proof = await takeProof(organizer, await readFields(request));
  if (!proof.ok) return refill(proof);
  return redirect(deskPathOr(paths.desk(), new URL(request.url).searchParams.get("next")), 303);
}

export default function SecondStep() {
  const { next, hasPasskey, hasCodeApp } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!hasPasskey && !hasCodeApp) return <SetUp next={next} />;
  return (
    <DeskDoor>
      <h1>Your second step</h1>
      <p>What you want to open asks for more than the link that was mailed to you.</p>
      <ProofForms action={withNext(paths.secondStep(), next ?? undefined)} hasPasskey={hasPasskey} hasCodeApp={hasCodeApp} errors={answer?.errors} />
      <p className="quiet">Nothing of this at hand? An owner of the campaign can reset your second step.</p>
    </DeskDoor>
  );
}

function SetUp({ next }: { next: string | null }) {
  return (
    <DeskDoor>
      <h1>Set up a second step</h1>
      <p>
        This campaign asks everybody on its team for a second step beside the mailed link, so that whoever gets into a
        mailbox does not get onto the desk. Choose one; you can add the other later.
      </p>
      <ul className="ruled">
        <li className="stack">
          <h2>A passkey</h2>
          <p>Your fingerprint, face or PIN on this device, or a security key. The quickest way in: it needs no mail either.</p>
          <p className="actions">
            <a className="button" href={withNext(paths.passkeys(), next ?? undefined)}>
              Add a passkey
            </a>
          </p>
        </li>
        <li className="stack">
          <h2>A code app</h2>
          <p>An app on your phone that shows six digits, new ones every half minute.</p>
          <p className="actions">
            <a className="button button-quiet" href={withNext(paths.codeApp(), next ?? undefined)}>
              Set up a code app
            </a>
          </p>
        </li>
      </ul>
    </DeskDoor>
  );
}
