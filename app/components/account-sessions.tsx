import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { Day } from "./day.tsx";
import { DeskButton } from "./desk-button.tsx";
import { Moment } from "./moment.tsx";

interface AccountSessionsProps {
  sessions: { id: string; browser: string; since: Date; lastSeenAt: Date; isThis: boolean }[];
}

/** The browsers that are signed in, each with the way to end it. */
export function AccountSessions({ sessions }: AccountSessionsProps) {
  return (
    <section className="desk-panel" aria-labelledby="sessions">
      <h2 id="sessions">Signed in</h2>
      <p>A browser that you do not know? End it, and look into your mailbox: somebody may read your mail.</p>
      <table className="desk-table desk-table-stacking">
        <thead>
          <tr>
            <th scope="col">Browser</th>
            <th scope="col">Since</th>
            <th scope="col">Last seen</th>
            <th scope="col">
              <span className="unseen">End it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, browser, since, lastSeenAt, isThis }) => (
            <tr key={id}>
              <th scope="row">{browser}</th>
              <td data-label="Since">
                <Day on={since} />
              </td>
              <td data-label="Last seen">{isThis ? "This one" : <Moment at={lastSeenAt} />}</td>
              <td>{!isThis && <End id={id} browser={browser} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sessions.length > 1 && (
        <Form method="post" action={paths.accountSessions()} className="actions">
          <DeskButton isQuiet busy="Ending…" action={paths.accountSessions()} name="which" value="others">
            End all others
          </DeskButton>
        </Form>
      )}
    </section>
  );
}

function End({ id, browser }: { id: string; browser: string }) {
  return (
    <Form method="post" action={paths.accountSessions()}>
      <button className="link-button" name="session" value={id}>
        End <span className="unseen">{browser}</span>
      </button>
    </Form>
  );
}
