/** How long a challenge can be solved, and a question answered, after it was asked. */
export const CHALLENGE_MINUTES = 30;
export const QUESTION_MINUTES = 120;
/** How long it is known that one was used: longer than any can be brought, also to a worker that was away for hours. */
export const SPENT_HOURS = 24;

/** What the form brings, by the names of its fields. */
export interface BroughtProof {
  /** The solved challenge, as ALTCHA packs it. */
  proof?: string | undefined;
  /** The question that was asked, sealed, and what was typed under it. */
  question?: string | undefined;
  answer?: string | undefined;
}

/** A question as the form shows it. */
export interface Question {
  token: string;
  text: string;
}

/** Why a question is asked, in the words that stand beside it. */
export const QUESTION_REASONS = {
  first: "Answer the question, so that we know a person signs.",
  another: "You left the last question without an answer. Here is another one.",
  wrong: "That was not the answer. Here is another question.",
  old: "That question was too old. Here is another one.",
  used: "That answer has been used already. Here is another question.",
} as const;

export type QuestionReason = keyof typeof QUESTION_REASONS;
