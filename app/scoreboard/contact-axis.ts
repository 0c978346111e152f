import type { ResponseKind } from "#app/responses/response-words.ts";

/** The contact with a retailer. It says nothing about where the retailer stands: that is the other axis. */
export const CONTACT_STATES = ["not_asked", "undeliverable", "asked", "acknowledged", "replied"] as const;

export type ContactState = (typeof CONTACT_STATES)[number];

interface ContactMeaning {
  word: string;
  definition: string;
}

const MEANINGS: Record<ContactState, ContactMeaning> = {
  not_asked: { word: "Not asked", definition: "Neither the letter nor a message has gone to it yet." },
  undeliverable: { word: "Undeliverable", definition: "No address that we have for it takes mail; messages wait until one does." },
  asked: { word: "Asked", definition: "The letter was addressed to it in public, or a message left for it; nothing came back." },
  acknowledged: { word: "Acknowledged", definition: "It said that it received the letter, and nothing more." },
  replied: { word: "Replied", definition: "It answered, or spoke in public about what is asked. Not every reply is a promise." },
};

export function contactMeaning(state: ContactState): ContactMeaning {
  return MEANINGS[state];
}

/** Every contact state with its words, for a legend. */
export function listContactMeanings() {
  return CONTACT_STATES.map((state) => ({ state, ...MEANINGS[state] }));
}

interface ContactFacts {
  askedOn: string | null;
  /** Messages that really left the house. */
  sentMessages: number;
  hasContacts: boolean;
  hasWorkingContact: boolean;
  /** Published ones. */
  responses: readonly { kind: ResponseKind; happenedOn: string }[];
}

/**
 * A reply is an answer or a statement made after the asking. What a retailer did of itself, or said before it was
 * asked, is no reply; nor is our own search for one.
 */
export function contactState({ askedOn, sentMessages, hasContacts, hasWorkingContact, responses }: ContactFacts): ContactState {
  const isAsked = askedOn !== null || sentMessages > 0;
  const sinceAsked = isAsked ? responses.filter(({ happenedOn }) => askedOn === null || happenedOn >= askedOn) : [];
  if (sinceAsked.some(({ kind }) => kind === "answer" || kind === "statement")) return "replied";
  if (sinceAsked.some(({ kind }) => kind === "acknowledgement")) return "acknowledged";
  if (hasContacts && !hasWorkingContact) return "undeliverable";
  return isAsked ? "asked" : "not_asked";
}
