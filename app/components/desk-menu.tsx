import { NavLink } from "@remix-run/react";
import { paths } from "#app/http/paths.ts";
import { DESK_ROOMS } from "./desk-rooms.ts";

/** The way around one campaign's desk: beside the page where there is room, folded above it on a phone. */
export function DeskMenu({ slug, name }: { slug: string; name: string }) {
  return (
    <nav className="desk-menu" aria-label={`Rooms of ${name}`}>
      <details className="desk-menu-fold">
        <summary>Menu of {name}</summary>
        <Rooms slug={slug} />
      </details>
      <div className="desk-menu-open">
        <p className="desk-menu-name">{name}</p>
        <Rooms slug={slug} />
      </div>
    </nav>
  );
}

function Rooms({ slug }: { slug: string }) {
  return (
    <>
      {DESK_ROOMS.map((group) => (
        <ul key={group[0]?.title}>
          {group.map(({ title, path }) => (
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
