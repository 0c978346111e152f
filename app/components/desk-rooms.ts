import { paths } from "#app/http/paths.ts";

interface DeskRoom {
  title: string;
  path: (slug: string) => string;
}

/** The rooms of a campaign's desk, in groups, as its menu lists them. A new room is a line here. */
export const DESK_ROOMS: readonly (readonly DeskRoom[])[] = [
  [
    { title: "Today", path: paths.deskCampaign },
    { title: "Links to share", path: paths.deskLinks },
  ],
  [
    { title: "Signatures", path: (slug) => paths.deskSignatures(slug) },
    { title: "Messages", path: (slug) => paths.deskMessages(slug) },
    { title: "Deliveries", path: (slug) => paths.deskDeliveries(slug) },
    { title: "Retailers", path: (slug) => paths.deskRetailers(slug) },
    { title: "Log", path: (slug) => paths.deskLog(slug) },
  ],
  [{ title: "Today", path: paths.deskCampaign }],
  [{ title: "Team", path: paths.deskTeam }],
  [{ title: "State", path: paths.deskState }],
  [
    { title: "State", path: paths.deskState },
    { title: "Posts", path: paths.deskPosts },
    { title: "Press page", path: paths.deskPress },
  ],
  [{ title: "Jobs", path: (slug) => paths.deskJobs(slug) }],
  [
    { title: "Set-up", path: paths.setUp },
    { title: "Letter", path: paths.deskLetter },
  ],
  [{ title: "Folder", path: paths.deskFolder }],
];
