import { NavLink, useLocation } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { may, type Role } from "#app/organizers/roles.ts";
import { DESK_ROOMS } from "./desk-rooms.ts";

interface DeskMenuProps {
  slug: string;
  name: string;
  role: Role;
}

/** The way around one campaign's desk: beside the page where there is room, folded above it on a phone. */
export function DeskMenu({ name, ...rooms }: DeskMenuProps) {
  const { key } = useLocation();
  return (
    <nav className="desk-menu" aria-label={`Rooms of ${name}`}>
      <details className="desk-menu-fold" key={key}>
        <summary>Menu of {name}</summary>
        <Rooms {...rooms} />
      </details>
      <div className="desk-menu-open">
        <p className="desk-menu-name">{name}</p>
        <Rooms {...rooms} />
      </div>
    </nav>
  );
}

function Rooms({ slug, role }: Pick<DeskMenuProps, "slug" | "role">) {
  return (
    <>
      {DESK_ROOMS.map((group) => (
        <ul key={group[0]?.title}>
          {group
            .filter(({ act = "view" }) => may(role, act))
            .map(({ title, path }) => (
              <li key={title}>
                <NavLink to={path(slug)} end={path(slug) === paths.deskCampaign(slug)}>
                  {title}
                </NavLink>
              </li>
            ))}
        </ul>
      ))}
    </>
  );
}
