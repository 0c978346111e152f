/** By what the signature graph can be asked for, as its address spells it. */
export const GRAPH_CHOICES = ["day", "hour"] as const;

export type GraphChoice = (typeof GRAPH_CHOICES)[number];
