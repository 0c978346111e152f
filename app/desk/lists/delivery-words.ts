import type { DeliveryState } from "#app/mail/delivery-states.ts";

export const DELIVERY_STATES: Record<DeliveryState, { word: string; isTrouble?: true }> = {
  due: { word: "due" },
  sending: { word: "leaving" },
  sent: { word: "sent" },
  delivered: { word: "delivered" },
  delayed: { word: "delayed" },
  bounced: { word: "came back", isTrouble: true },
  complained: { word: "reported as unwanted", isTrouble: true },
  suppressed: { word: "not sent: the address takes no mail of ours", isTrouble: true },
  failed: { word: "could not be sent", isTrouble: true },
  cancelled: { word: "cancelled" },
};

const CARDS: Record<string, string> = {
  "confirm-signature": "Confirmation",
  reminder: "Reminder",
  "already-signed": "Already signed",
  "my-page": "Link to the own page",
  demands: "Demands",
};

/** What a mail is, by the file of its card; one that has no word yet goes by its name. */
export function cardWord(card: string): string {
  const [first = "", ...rest] = card.replaceAll("-", " ");
  return CARDS[card] ?? `${first.toUpperCase()}${rest.join("")}`;
}

const ADDRESS = /[^\s<>()"',;:]+@[^\s<>()"',;:]+/g;

/** Why a mail did not arrive. Servers like to repeat the address, and that of a signer is not for the desk. */
export function reasonWithoutAddress(reason: string): string {
  return reason.replace(ADDRESS, "(address)");
}
