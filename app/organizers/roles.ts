import type { organizerRole } from "#db/schema/index.ts";

export type Role = (typeof organizerRole.enumValues)[number];

/** What can be done at a campaign's desk. Every door of the desk asks for one of these. */
export const ACTS = [
  "view", "record", "publish", "moderate", "write contacts", "pause", "edit", "export", "open and close", "go live", "manage team",
] as const;

export type Act = (typeof ACTS)[number];

const REVIEWER: readonly Act[] = ["view", "publish", "moderate"];
const ORGANIZER: readonly Act[] = [...REVIEWER, "record", "write contacts", "pause", "edit", "export", "open and close", "go live"];

/** Who may do what in a campaign. A reviewer approves what others recorded, and records nothing. */
const MAY: Record<Role, readonly Act[]> = {
  owner: [...ORGANIZER, "manage team"],
  organizer: ORGANIZER,
  reviewer: REVIEWER,
  viewer: ["view"],
};

/** From the one who may everything. */
export const ROLES: readonly Role[] = ["owner", "organizer", "reviewer", "viewer"];

export const ROLE_WORDS: Record<Role, string> = {
  owner: "May everything, the team too",
  organizer: "Writes, opens, sends and records; does not change the team",
  reviewer: "Sees everything, approves and publishes what others recorded",
  viewer: "Sees everything, changes nothing",
};

export function may(role: Role, act: Act): boolean {
  return MAY[role].includes(act);
}

/** Whoever runs a campaign may start another; a guest of one may not, for a campaign sends mail from the house. */
export function mayStartCampaigns(roles: readonly Role[]): boolean {
  return roles.some((role) => role === "owner" || role === "organizer");
}
