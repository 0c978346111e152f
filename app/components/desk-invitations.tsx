import { Form } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import type { Role } from "#app/organizers/roles.ts";
import { Day } from "./day.tsx";
import { DeskButton } from "./desk-button.tsx";
import { timeInWords } from "./moment.tsx";

interface OpenInvitation {
  id: string;
  email: string;
  role: Role;
  mailedAt: Date;
  expiresAt: Date;
  invitedBy: string;
  isExpired: boolean;
  /** False for some minutes after each mail. */
  canBeMailed: boolean;
}

/** Who was invited and has not come yet. */
export function DeskInvitations({ slug, invitations }: { slug: string; invitations: OpenInvitation[] }) {
  if (invitations.length === 0) return <p>Nobody is invited just now.</p>;
  return (
    <table className="desk-table desk-table-stacking desk-members">
      <thead>
        <tr>
          <th scope="col">Address</th>
          <th scope="col">Role</th>
          <th scope="col">Mailed</th>
          <th scope="col">Works until</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} slug={slug} {...invitation} />
        ))}
      </tbody>
    </table>
  );
}

function InvitationRow({ slug, id, email, role, mailedAt, expiresAt, invitedBy, isExpired, canBeMailed }: OpenInvitation & { slug: string }) {
  const mail = paths.deskInvitationMail(slug, id);
  const revocation = paths.deskRevocation(slug, id);
  return (
    <tr>
      <th scope="row">
        <span className="desk-address">{email}</span>
      </th>
      <td data-label="Role">{role}</td>
      <td data-label="Mailed">
        <Day on={mailedAt} isShort />
        <span className="desk-beneath">
          {timeInWords(mailedAt)}, by <bdi>{invitedBy}</bdi>
        </span>
      </td>
      <td data-label="Works until">{isExpired ? <span className="desk-mark-attention">expired</span> : <Day on={expiresAt} isShort />}</td>
      <td data-label="Change">
        <div className="desk-row-actions">
          {canBeMailed && (
            <Form method="post" action={mail}>
              <DeskButton isQuiet busy="Sending…" action={mail}>
                Send again<span className="unseen"> to {email}</span>
              </DeskButton>
            </Form>
          )}
          <Form method="post" action={revocation}>
            <DeskButton isQuiet busy="Revoking…" action={revocation}>
              Revoke<span className="unseen"> the invitation of {email}</span>
            </DeskButton>
          </Form>
        </div>
      </td>
    </tr>
  );
}
