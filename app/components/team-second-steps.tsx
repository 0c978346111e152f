import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import type { Role } from "#app/organizers/roles.ts";

interface Member {
  id: string;
  name: string;
  role: Role;
  hasPasskey: boolean;
  hasCodeApp: boolean;
  isYou: boolean;
}

/** Who could give a second step, and the way out for somebody who has lost theirs. */
export function TeamSecondSteps({ slug, team }: { slug: string; team: Member[] }) {
  return (
    <section className="desk-panel" aria-labelledby="team">
      <h2 id="team">The team</h2>
      <p>
        Has somebody lost both phone and passkey? Make sure that it is them, then reset their second step: they are signed out
        everywhere, sign in by a mailed link and set up a new one. They are told by mail, and the log keeps who did it.
      </p>
      <table className="desk-table desk-table-stacking">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Second step</th>
            <th scope="col">
              <span className="unseen">Reset it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {team.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                <bdi>{member.name}</bdi>
                {member.isYou && <span className="quiet"> (you)</span>}
              </th>
              <td data-label="Role">{member.role}</td>
              <td data-label="Second step">{wordsOf(member)}</td>
              <td>
                {!member.isYou && (member.hasPasskey || member.hasCodeApp) && (
                  <Form method="post" action={paths.deskSecondStep(slug)}>
                    <button className="link-button" name="member" value={member.id}>
                      Reset <span className="unseen">the second step of {member.name}</span>
                    </button>
                  </Form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function wordsOf({ hasPasskey, hasCodeApp }: Member) {
  if (hasPasskey && hasCodeApp) return "passkey and code app";
  if (hasPasskey) return "passkey";
  return hasCodeApp ? "code app" : "none yet";
}
