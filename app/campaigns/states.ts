import type { campaignState } from "#db/schema/index.ts";

export type CampaignState = (typeof campaignState.enumValues)[number];

export interface StateRules {
  /** What the state is for, in a sentence. */
  meaning: string;
  isPublic: boolean;
  canBeSigned: boolean;
  /** Signers may choose retailers and write to them. */
  canBeWrittenFrom: boolean;
  /** Messages that nothing else holds go out. */
  doMessagesLeave: boolean;
  /** What organizers publish (letters, stances, posts) is seen by the public at once. */
  areEditsPublic: boolean;
  isOnFrontPage: boolean;
  isInArchive: boolean;
  /** Which states may come after it. */
  mayFollow: readonly CampaignState[];
}

/** What each state of a campaign allows. Whatever asks what a campaign may do, asks this table. */
export const CAMPAIGN_STATES: Record<CampaignState, StateRules> = {
  draft: {
    meaning: "Being set up. Only its organizers see it.",
    isPublic: false,
    canBeSigned: false,
    canBeWrittenFrom: false,
    doMessagesLeave: false,
    areEditsPublic: false,
    isOnFrontPage: false,
    isInArchive: false,
    mayFollow: ["open"],
  },
  open: {
    meaning: "In public, and taking signatures.",
    isPublic: true,
    canBeSigned: true,
    canBeWrittenFrom: true,
    doMessagesLeave: true,
    areEditsPublic: true,
    isOnFrontPage: true,
    isInArchive: false,
    mayFollow: ["paused", "closed"],
  },
  paused: {
    meaning: "In public, but no signature is taken and no message leaves. What signers write waits.",
    isPublic: true,
    canBeSigned: false,
    canBeWrittenFrom: true,
    doMessagesLeave: false,
    areEditsPublic: true,
    isOnFrontPage: true,
    isInArchive: false,
    mayFollow: ["open", "closed"],
  },
  closed: {
    meaning: "Signing has ended. What signers write still goes out, and answers are still recorded.",
    isPublic: true,
    canBeSigned: false,
    canBeWrittenFrom: true,
    doMessagesLeave: true,
    areEditsPublic: true,
    isOnFrontPage: false,
    isInArchive: true,
    mayFollow: ["open", "archived"],
  },
  archived: {
    meaning: "Over. Everything stays readable at its address; nothing more goes out.",
    isPublic: true,
    canBeSigned: false,
    canBeWrittenFrom: false,
    doMessagesLeave: false,
    areEditsPublic: true,
    isOnFrontPage: false,
    isInArchive: true,
    mayFollow: ["closed"],
  },
};

/** In the order of a campaign's life. */
export const STATES_IN_ORDER: readonly CampaignState[] = ["draft", "open", "paused", "closed", "archived"];

type Permission = { [Name in keyof StateRules]: StateRules[Name] extends boolean ? Name : never }[keyof StateRules];

/** The states in which something is so: for conditions of SQL. */
export function statesThat(permission: Permission): CampaignState[] {
  return STATES_IN_ORDER.filter((state) => CAMPAIGN_STATES[state][permission]);
}

/** The states that may lead to this one: for conditional updates. */
export function statesBefore(state: CampaignState): CampaignState[] {
  return STATES_IN_ORDER.filter((earlier) => CAMPAIGN_STATES[earlier].mayFollow.includes(state));
}

export function canSign({ state }: { state: CampaignState }): boolean {
  return CAMPAIGN_STATES[state].canBeSigned;
}
