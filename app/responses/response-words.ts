/** What came, in the words of forms and pages. */
export const RESPONSE_KINDS = {
  acknowledgement: { word: "Acknowledgement", definition: "It said that the letter arrived, and nothing more." },
  answer: { word: "Answer", definition: "It answered the letter, or a message, on the substance." },
  statement: { word: "Public statement", definition: "It said something in public about what is asked." },
  action: { word: "Action", definition: "It did something that bears on a demand, whether or not it answered." },
  no_answer: { word: "Search without a result", definition: "We looked for an answer and found none." },
} as const;

/** How it came. */
export const RESPONSE_CHANNELS = {
  email: "E-mail",
  letter: "Letter",
  phone: "Phone call",
  meeting: "Meeting",
  press: "Press",
  website: "Website",
  social: "Social media",
  none: "None: nothing came",
} as const;

export type ResponseKind = keyof typeof RESPONSE_KINDS;
export type ResponseChannel = keyof typeof RESPONSE_CHANNELS;

export const RESPONSE_KIND_VALUES = ["acknowledgement", "answer", "statement", "action", "no_answer"] as const;
export const RESPONSE_CHANNEL_VALUES = [
  "email", "letter", "phone", "meeting", "press", "website", "social", "none",
] as const;

/** Words that came to the organizers alone: there is no page to link to, so the words themselves are the evidence. */
export function isPrivateChannel(channel: ResponseChannel) {
  return channel === "email" || channel === "letter" || channel === "phone" || channel === "meeting";
}
