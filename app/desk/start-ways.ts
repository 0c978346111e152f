/** The ways to begin a campaign. */
export const STARTS = {
  blank: { title: "From nothing", meaning: "An empty letter, and a message that prints as it stands." },
  shipped: { title: "From the shipped campaign", meaning: "Letter, demands, retailers and message of “Dear retailers”, to be rewritten. Your name and address." },
  copy: { title: "From a copy of one of yours", meaning: "Its letter, demands, retailers, message and look. No signature, no answer, no team." },
  file: { title: "From a file", meaning: "A campaign’s folder as one zip, downloaded from another desk or made by hand." },
} as const;

export type StartKind = keyof typeof STARTS;
