import { paths } from "#app/http/paths.ts";
import type { Act } from "#app/organizers/roles.ts";

interface DeskRoom {
  title: string;
  path: (slug: string) => string;
  /** What one must be allowed to do to be let in; most rooms can be looked at by all. */
  act?: Act;
}

/** The rooms of a campaign's desk, in groups, as its menu lists them. A new room is a line here. */
export const DESK_ROOMS: readonly (readonly DeskRoom[])[] = [
  [
    { title: "Today", path: paths.deskCampaign },
    { title: "State", path: paths.deskState },
    { title: "Clock", path: paths.deskClock },
  ],
  [
    { title: "Signatures", path: (slug) => paths.deskSignatures(slug) },
    { title: "On paper", path: paths.deskPaper },
    { title: "Imports", path: paths.deskImports, act: "edit" },
    { title: "Comments", path: (slug) => paths.deskComments(slug), act: "moderate" },
    { title: "Screening", path: paths.deskScreening },
    { title: "Messages", path: (slug) => paths.deskMessages(slug) },
    { title: "Deliveries", path: (slug) => paths.deskDeliveries(slug) },
    { title: "Retailers", path: (slug) => paths.deskRetailers(slug) },
  ],
  [
    { title: "Set-up", path: paths.setUp },
    { title: "Letter", path: paths.deskLetter },
    { title: "Posts", path: paths.deskPosts },
    { title: "Press page", path: paths.deskPress },
    { title: "Links to share", path: paths.deskLinks },
    { title: "Coalition", path: paths.deskCoalition, act: "edit" },
  ],
  [
    { title: "Team", path: paths.deskTeam },
    { title: "Second step", path: paths.deskSecondStep, act: "manage team" },
    { title: "Jobs", path: (slug) => paths.deskJobs(slug) },
    { title: "Register", path: paths.deskRegister },
    { title: "Log", path: (slug) => paths.deskLog(slug) },
    { title: "Folder", path: paths.deskFolder, act: "export" },
  ],
];
