import type { organizerRole } from "#db/schema/index.ts";

export type Role = (typeof organizerRole.enumValues)[number];
export type Act = "view" | "record" | "publish" | "write contacts" | "pause" | "go live";

/** Who may do what in a campaign. A reviewer approves what others recorded, and records nothing. */
const ACTS: Record<Role, readonly Act[]> = {
  owner: ["view", "record", "publish", "write contacts", "pause", "go live"],
  organizer: ["view", "record", "publish", "write contacts", "pause", "go live"],
  reviewer: ["view", "publish"],
  viewer: ["view"],
};

export function may(role: Role, act: Act): boolean {
  return ACTS[role].includes(act);
}
