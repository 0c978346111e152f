import { daysBetween } from "#app/responses/calendar-days.ts";
import type { ResponseKind } from "#app/responses/response-words.ts";

/** The contact with a retailer. It says nothing about where the retailer stands: that is the other axis. */
export const CONTACT_AXIS = ["not_asked", "undeliverable", "asked", "acknowledged", "replied"] as const;

export type ContactAxisState = (typeof CONTACT_AXIS)[number];

interface ContactMeaning {
  word: string;
  definition: string;
}

const MEANINGS: Record<ContactAxisState, ContactMeaning> = {
  not_asked: { word: "Not asked", definition: "Neither the letter nor a message has gone to it yet." },
  undeliverable: { word: "Undeliverable", definition: "No address that we have for it takes mail; messages wait until one does." },
  asked: { word: "Asked", definition: "The letter was addressed to it in public, or a message left for it; nothing came back." },
  acknowledged: { word: "Acknowledged", definition: "It said that it received the letter, and nothing more." },
  replied: { word: "Replied", definition: "It answered, or spoke in public about what is asked. Not every reply is a promise." },
};

export function contactMeaning(state: ContactAxisState): ContactMeaning {
  return MEANINGS[state];
}

/** Every contact state with its words, for a legend. */
export function listContactMeanings() {
  return CONTACT_AXIS.map((state) => ({ state, ...MEANINGS[state] }));
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

/** Where the contact with a retailer stands today, with its days. Silence ends with a reply, not with a receipt. */
export function contactOn(today: string, facts: ContactFacts) {
  const state = contactState(facts);
  const daysSinceAsked = facts.askedOn === null ? null : daysBetween(facts.askedOn, today);
  return {
    state,
    isAsked: isAsked(facts),
    askedOn: facts.askedOn,
    daysSinceAsked,
    daysOfSilence: state === "replied" ? null : daysSinceAsked,
  };
}

/**
 * A reply is an answer or a statement made after the asking. What a retailer did of itself, or said before it was
 * asked, is no reply; nor is our own search for one.
 */
export function contactState(facts: ContactFacts): ContactAxisState {
  const { askedOn, hasContacts, hasWorkingContact } = facts;
  const sinceAsked = isAsked(facts)
    ? facts.responses.filter(({ happenedOn }) => askedOn === null || happenedOn >= askedOn)
    : [];
  if (sinceAsked.some(({ kind }) => kind === "answer" || kind === "statement")) return "replied";
  if (sinceAsked.some(({ kind }) => kind === "acknowledgement")) return "acknowledged";
  if (hasContacts && !hasWorkingContact) return "undeliverable";
  return isAsked(facts) ? "asked" : "not_asked";
}

function isAsked({ askedOn, sentMessages }: ContactFacts) {
  return askedOn !== null || sentMessages > 0;
}
