import type { ImageKind } from "#app/campaigns/image-kind.ts";

/** A campaign as a folder holds it: what is set up, and nothing of what happened. Dates are "YYYY-MM-DD". */
export interface FolderCampaign {
  slug: string;
  name: string;
  /** Then its retailers are made up too. */
  isSample: boolean;
  /** BCP 47. */
  language: string;
  goal: number;
  senderName: string;
  privacyContact: string;
  updatesConsentWording: string;
  unconfirmedDays: number;
  remindAfterDays: number | null;
  sharesAddresses: boolean;
  mailsReceipts: boolean;
  keptDaysAfterClosing: number | null;
  /** "#rrggbb" */
  accent: string | null;
  logo: FolderPicture | null;
  opensAt: Date | null;
  closesAt: Date | null;
  closingMessage: string;
  victoryMessage: string;
  messageSubject: string;
  messageTemplate: string;
  framework: FolderFramework | null;
  letters: FolderLetter[];
  demands: FolderDemand[];
  coSigners: FolderCoSigner[];
  retailers: FolderRetailer[];
  posts: FolderPost[];
  pressQuotes: FolderQuote[];
  pressContacts: FolderPressContact[];
  pressImages: FolderPressImage[];
}

export interface FolderPicture extends ImageKind {
  content: Uint8Array;
}

/** The draft of one language. */
export interface FolderLetter {
  language: string;
  title: string;
  addressees: string;
  datedOn: string | null;
  summary: string;
  bodyMarkdown: string;
  sourcesMarkdown: string;
}

export interface FolderDemand {
  slug: string;
  title: string;
  shortTitle: string;
  summary: string;
  why: string;
  standardUrl: string | null;
}

export interface FolderCoSigner {
  name: string;
  url: string | null;
  joinedOn: string;
}

export interface FolderRetailer {
  slug: string;
  name: string;
  country: string;
  websiteUrl: string | null;
  askedOn: string | null;
  /** Those that may be written to. */
  contacts: { role: string; email: string }[];
}

export interface FolderFramework {
  slug: string;
  title: string;
  edition: string;
  publisher: string;
  publishedOn: string | null;
  sourceUrl: string;
  criteria: { slug: string; title: string; summary: string; points: string[] }[];
}

export interface FolderPost {
  slug: string;
  title: string;
  bodyMarkdown: string;
}

export interface FolderQuote {
  quote: string;
  speaker: string;
  role: string;
  permission: string;
}

export interface FolderPressContact {
  name: string;
  role: string;
  email: string;
  phone: string;
}

export interface FolderPressImage {
  picture: FolderPicture;
  alt: string;
  credit: string;
}

/** The files of a folder by their path in it, "/" between its parts. */
export type FolderFiles = Map<string, Uint8Array>;

/** What is wrong in a folder, for the person who wrote it. */
export interface Fault {
  file: string;
  /** From 1. */
  line: number;
  message: string;
}
