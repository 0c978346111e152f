/** How a stance is drawn: told by shape and word first, by colour last. */
export type StanceMarkName =
  | "dots" | "empty-box" | "dash" | "wave" | "dotted-ring" | "ring" | "half-disc" | "disc" | "broken-ring";

/** Where one retailer can stand on one demand, in the order in which the house always tells them. */
export const STANCE_VALUES = [
  "not_assessed", "no_answer", "declined", "evaded", "under_discussion", "pledged", "done_own_word", "done_verified", "went_back",
] as const;

export type StanceValue = (typeof STANCE_VALUES)[number];

interface StanceMeaning {
  word: string;
  definition: string;
  mark: StanceMarkName;
  /** Only "not assessed" says nothing about a company, and so needs no source. */
  needsSource: boolean;
}

const MEANINGS: Record<StanceValue, StanceMeaning> = {
  not_assessed: {
    word: "Not assessed",
    definition: "Nobody has looked into this yet, or a review is not finished.",
    mark: "dots",
    needsSource: false,
  },
  no_answer: {
    word: "No answer",
    definition: "We asked, searched, and found no public answer. Silence since a date; it is not a “no”.",
    mark: "empty-box",
    needsSource: true,
  },
  declined: {
    word: "Declined",
    definition: "It said that it will not do this.",
    mark: "dash",
    needsSource: true,
  },
  evaded: {
    word: "Evaded",
    definition: "It answered, but not on this demand.",
    mark: "wave",
    needsSource: true,
  },
  under_discussion: {
    word: "Under discussion",
    definition: "It said that it is looking into this and promised nothing.",
    mark: "dotted-ring",
    needsSource: true,
  },
  pledged: {
    word: "Pledged",
    definition: "It promised in public to do this, with a deadline where it named one. A promise is not yet a deed.",
    mark: "ring",
    needsSource: true,
  },
  done_own_word: {
    word: "Done, by its own word",
    definition: "It says that it does this; nobody independent has checked.",
    mark: "half-disc",
    needsSource: true,
  },
  done_verified: {
    word: "Done, verified by others",
    definition: "Somebody independent of the retailer checked and found that it does this.",
    mark: "disc",
    needsSource: true,
  },
  went_back: {
    word: "Went back on it",
    definition: "It had promised or done this, and no longer does.",
    mark: "broken-ring",
    needsSource: true,
  },
};

export function stanceMeaning(value: StanceValue): StanceMeaning {
  return MEANINGS[value];
}

/** Every stance with its words, for a legend or a form's choices. */
export function listStanceMeanings() {
  return STANCE_VALUES.map((value) => ({ value, ...MEANINGS[value] }));
}
