import type { Act } from "#app/organizers/roles.ts";

/** The campaign whose desk is looked at. */
export interface WaitingCampaign {
  id: string;
  slug: string;
}

/** One thing that waits for a human. No name or address of a signer is in its words. */
export interface WaitingThing {
  id: string;
  words: string;
  /** Since when it waits, where that is known. */
  since: Date | null;
  path: string;
  /** Done with one press, where one press is enough: the path takes an empty POST. */
  press?: { path: string; words: string; busy: string } | undefined;
}

/**
 * A kind of thing that waits for a human: registered as one line of app/http/waiting-kinds.server.ts, it shows on the
 * campaign's page and in the list of campaigns. Counting and listing take milliseconds on the largest campaign: from
 * roll-ups, or from tables that stay small.
 */
export interface WaitingKind {
  /** As its own list's address spells it. */
  name: string;
  /** For whatever number of them, e.g. "Drafts to publish". */
  title: string;
  /** Who may do it. */
  act: Act;
  /** Of all these campaigns in one statement, for the list of campaigns shows them together; one that is missing has none. */
  count(campaigns: WaitingCampaign[], now: Date): Promise<Map<string, number>>;
  /** The oldest first. */
  list(campaign: WaitingCampaign, limit: number, now: Date): Promise<WaitingThing[]>;
  /** Where all of them are seen, if not in the list that every kind has. */
  path?: (campaignSlug: string) => string;
}

/** An address of the desk: of the campaign, and of the thing there where there is one. */
export type DeskPath = (campaignSlug: string, thing: string) => string;

export function idsOf(campaigns: WaitingCampaign[]): string[] {
  return campaigns.map(({ id }) => id);
}

export function byCampaign(rows: { campaignId: string; count: number }[]): Map<string, number> {
  return new Map(rows.map(({ campaignId, count }) => [campaignId, count]));
}
