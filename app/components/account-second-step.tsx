import { Form, Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { Day } from "./day.tsx";
import { DeskButton } from "./desk-button.tsx";

interface AccountSecondStepProps {
  passkeys: { id: string; name: string; isBackedUp: boolean; lastUsedAt: Date | null; createdAt: Date }[];
  hasCodeApp: boolean;
  /** A campaign asks for a second step, so the last one stays. */
  isAskedFor: boolean;
}

/** What an organizer has beside the mailed link. */
export function AccountSecondStep({ passkeys, hasCodeApp, isAskedFor }: AccountSecondStepProps) {
  const isKept = isAskedFor && passkeys.length + (hasCodeApp ? 1 : 0) === 1;
  return (
    <>
      <section className="desk-panel" aria-labelledby="passkeys">
        <h2 id="passkeys">Passkeys</h2>
        <p>Your fingerprint, face or PIN on a device, or a security key. A passkey signs you in without a mail.</p>
        {passkeys.length > 0 && (
          <ul className="ruled">
            {passkeys.map((passkey) => (
              <li key={passkey.id} className="account-row">
                <div>
                  <strong className="desk-address">{passkey.name}</strong>
                  <p className="quiet">
                    Added <Day on={passkey.createdAt} />
                    {passkey.lastUsedAt ? <>, last used <Day on={passkey.lastUsedAt} /></> : ", not used yet"}
                    {passkey.isBackedUp ? ", kept by your password manager" : ""}
                  </p>
                </div>
                {!isKept && (
                  <Form method="post" action={paths.passkeyRemoval()}>
                    <input type="hidden" name="passkey" value={passkey.id} />
                    <DeskButton isQuiet busy="Removing…" action={paths.passkeyRemoval()}>
                      Remove <span className="unseen">{passkey.name}</span>
                    </DeskButton>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        )}
        {isKept && !hasCodeApp && <Kept />}
        <p className="actions">
          <Link className="button button-quiet" to={paths.passkeys()} reloadDocument>
            Add a passkey
          </Link>
        </p>
      </section>
      <section className="desk-panel" aria-labelledby="code-app">
        <h2 id="code-app">Code app</h2>
        {hasCodeApp ? (
          <>
            <p>Set up. It shows six digits, which a campaign may ask for beside the mailed link.</p>
            {isKept ? (
              <Kept />
            ) : (
              <Form method="post" action={paths.codeAppRemoval()}>
                <DeskButton isQuiet busy="Removing…" action={paths.codeAppRemoval()}>
                  Remove the code app
                </DeskButton>
              </Form>
            )}
          </>
        ) : (
          <>
            <p>An app on your phone that shows six digits, which a campaign may ask for beside the mailed link.</p>
            <p className="actions">
              <Link className="button button-quiet" to={paths.codeApp()} reloadDocument>
                Set up a code app
              </Link>
            </p>
          </>
        )}
      </section>
    </>
  );
}

function Kept() {
  return <p className="quiet">A campaign of yours asks for a second step, and this is your only one. To remove it, add another first.</p>;
}
