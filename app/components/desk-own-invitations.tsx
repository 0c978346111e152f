import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import type { Role } from "#app/organizers/roles.ts";
import { Day } from "./day.tsx";
import { DeskButton } from "./desk-button.tsx";

interface OwnInvitation {
  id: string;
  role: Role;
  expiresAt: Date;
  campaignName: string;
  invitedBy: string;
}

/** Teams that wait for whoever is signed in. */
export function DeskOwnInvitations({ invitations }: { invitations: OwnInvitation[] }) {
  if (invitations.length === 0) return null;
  return (
    <section className="desk-waiting" aria-labelledby="own-invitations">
      <h2 id="own-invitations">You are invited</h2>
      <ul className="ruled">
        {invitations.map(({ id, role, expiresAt, campaignName, invitedBy }) => (
          <li key={id}>
            <Form method="post" action={paths.ownInvitation(id)} className="desk-own-invitation">
              <p>
                <bdi>{invitedBy}</bdi> invites you to “<bdi>{campaignName}</bdi>” as {role}, until <Day on={expiresAt} />.
              </p>
              <DeskButton busy="Joining…" action={paths.ownInvitation(id)}>
                Join<span className="unseen"> {campaignName}</span>
              </DeskButton>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
