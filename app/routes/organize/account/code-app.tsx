import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DeskButton } from "#app/components/desk-button.tsx";
import { DeskHeading } from "#app/components/desk-heading.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { CodeField } from "#app/components/proof-forms.tsx";
import { QrCode } from "#app/components/qr-code.tsx";
import { absolute } from "#app/http/absolute-urls.server.ts";
import { readFields, refill } from "#app/http/form.ts";
import { requireOrganizer } from "#app/http/organizer-session.server.ts";
import { paths } from "#app/http/paths.ts";
import { requireProofOfAccount } from "#app/http/recent-proof.server.ts";
import { deskPathOr, withNext } from "#app/http/sign-in-next.ts";
import { beginCodeApp, confirmCodeApp, findCodeAppToConfirm } from "#app/organizers/code-app.server.ts";
import { tidyCode } from "#app/organizers/one-time-code.ts";
import { findSecondSteps } from "#app/organizers/second-step.server.ts";
import { qrPath } from "./qr-path.server.ts";
import { CODE_ERRORS } from "#app/routes/organize/sign-in/take-proof.server.ts";

export const meta: MetaFunction = () => [{ title: "Code app · Desk" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const organizer = await requireOrganizer(request);
  await requireProofOfAccount(request, organizer);
  const [begun, { hasCodeApp }] = await Promise.all([findCodeAppToConfirm(organizer.id), findSecondSteps(organizer.id)]);
  const next = deskPathOr(null, new URL(request.url).searchParams.get("next"));
  return { next, hasCodeApp, begun: begun && { secret: begun.secret, uri: begun.uri, qr: qrPath(begun.uri) } };
}

/** Begins, or takes the first code. */
export async function action({ request }: ActionFunctionArgs) {
  const organizer = await requireOrganizer(request);
  const fields = await readFields(request);
  await requireProofOfAccount(request, organizer, fields);
  const next = deskPathOr(undefined, new URL(request.url).searchParams.get("next"));
  if (!fields.has("one_time_code")) {
    await beginCodeApp(organizer.id);
    return redirect(withNext(paths.codeApp(), next), 303);
  }
  const { outcome } = await confirmCodeApp({ organizer, code: tidyCode(fields.get("one_time_code") ?? ""), accountUrl: absolute(paths.account()) });
  if (outcome !== "taken") return refill({ errors: { one_time_code: CODE_ERRORS[outcome] }, typed: {} });
  return redirect(next ?? paths.account(), 303);
}

export default function CodeApp() {
  const { next, hasCodeApp, begun } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = withNext(paths.codeApp(), next ?? undefined);
  return (
    <>
      <DeskHeading title="Code app" above={[{ title: "Your account", path: paths.account() }]} />
      {hasCodeApp && <p>Your code app is set up.</p>}
      {!hasCodeApp && !begun && (
        <Form method="post" action={here} className="fields desk-form">
          <p>
            Any app that shows codes will do, for example the one in your phone’s password manager. On the next page it scans a key
            with the camera.
          </p>
          <div className="actions">
            <DeskButton busy="Making a key…" action={here}>
              Make a key
            </DeskButton>
          </div>
        </Form>
      )}
      {begun && (
        <div className="code-app">
          <QrCode path={begun.qr.path} size={begun.qr.size} label="The key of your code app, as a QR code" />
          <div className="code-app-steps">
            <p>
              Scan the square with your app. On the phone itself, <a href={begun.uri}>open the key in your app</a>. Or type it:
            </p>
            <p className="code-app-key">{begun.secret.replace(/(.{4})(?=.)/g, "$1 ")}</p>
            <ErrorSummary errors={answer?.errors} />
            <Form method="post" action={here} className="fields desk-form" noValidate>
              <CodeField error={answer?.errors["one_time_code"]} />
              <div className="actions">
                <DeskButton busy="Checking…" action={here}>
                  Set up
                </DeskButton>
              </div>
            </Form>
          </div>
        </div>
      )}
    </>
  );
}
