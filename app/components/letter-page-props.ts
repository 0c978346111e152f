import type { Scoreboard } from "#app/scoreboard/read.server.ts";
import type { UnderTexts } from "#app/signatures/letter-changes/count-by-version.server.ts";
import type { CoSignersProps } from "./co-signers.tsx";
import type { DemandsProps, StandardsProps } from "./demands.tsx";
import type { RecentSignersProps } from "./recent-signers.tsx";

/** All that the broadside shows. */
export interface LetterPageProps {
  /** The page's own address, for print. */
  url: string;
  campaign: {
    slug: string;
    /** The main one: what the letter's own address shows, and what demands are written in. */
    language: string;
    goal: number;
    canSign: boolean;
    isPaused: boolean;
    isArchived: boolean;
    isWon: boolean;
    closedAt: Date | null;
    /** What its organizers say in the place of the form, once it is closed. */
    endHtml: string;
    updatesConsentWording: string;
    privacyContact: string;
    /** Whoever signs proves some work of their machine. */
    asksForProof: boolean;
  };
  letter: {
    number: number;
    language: string;
    title: string;
    addressees: string;
    datedOn: string;
    summary: string;
    bodyHtml: string;
    sourcesHtml: string;
  };
  /** Every language in which the letter can be read, the main one first. */
  languages: string[];
  /** Their addresses, for search engines; "x-default" is the one that names no language. None for a letter in one language. */
  alternates: { language: string; href: string }[];
  /** By whose own link one came; nobody's at the letter's own address. */
  partner?: { key: string; name: string } | undefined;
  signatureCount: number;
  /** How many of them are under today's text, where the letter has changed materially. */
  underTexts: UnderTexts | undefined;
  /** When this version took the place of another; none for a first one. */
  changedAt: Date | undefined;
  /** On paper, counted by the organizers. */
  paperCount: number;
  coSigners: CoSignersProps["coSigners"];
  recentSigners: RecentSignersProps["signers"];
  standards: StandardsProps["standards"];
  demands: DemandsProps["demands"];
  /** The newest news of the campaign; none yet. */
  feedUrl: string;
  newestPost: { slug: string; title: string; publishedAt: Date } | undefined;
  board: Pick<Scoreboard, "asOf" | "rows" | "totals">;
}
