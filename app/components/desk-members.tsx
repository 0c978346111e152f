import { Link } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import type { Role } from "#app/organizers/roles.ts";
import { Day } from "./day.tsx";

export interface TeamMember {
  id: string;
  name: string;
  role: Role;
  since: Date;
  isYou: boolean;
  /** Told to owners only. */
  known: { email: string; lastSeenAt: Date | null } | undefined;
}

/** Who works at a campaign's desk. Owners see more of each, and may change it. */
export function DeskMembers({ slug, members, canManage }: { slug: string; members: TeamMember[]; canManage: boolean }) {
  return (
    <table className="desk-table desk-table-stacking desk-members">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th scope="col">Since</th>
          {canManage && <th scope="col">Last at a desk</th>}
          {canManage && <th scope="col">Change</th>}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <MemberRow key={member.id} slug={slug} {...member} />
        ))}
      </tbody>
    </table>
  );
}

function MemberRow({ slug, id, name, role, since, isYou, known }: TeamMember & { slug: string }) {
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        {isYou && <span className="quiet"> (you)</span>}
        {known && <span className="desk-address desk-beneath">{known.email}</span>}
      </th>
      <td data-label="Role">{role}</td>
      <td data-label="Since">
        <Day on={since} isShort />
      </td>
      {known && <td data-label="Last at a desk">{known.lastSeenAt ? <Day on={known.lastSeenAt} isShort /> : "not lately"}</td>}
      {known && (
        <td data-label="Change">
          <Link to={paths.deskMember(slug, id)}>
            Role or removal<span className="unseen"> of {name}</span>
          </Link>
        </td>
      )}
    </tr>
  );
}
