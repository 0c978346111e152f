import type { z } from "zod";
import * as accountChanged from "./account-changed.tsx";
import * as alreadySigned from "./already-signed.tsx";
import { card, type PrintedCard } from "./card.ts";
import * as coSignApproved from "./co-sign-approved.tsx";
import * as confirmCoSign from "./confirm-co-sign.tsx";
import * as confirmSignature from "./confirm-signature.tsx";
import * as demands from "./demands.tsx";
import * as invitation from "./invitation.tsx";
import * as invitationAccepted from "./invitation-accepted.tsx";
import * as letterChanged from "./letter-changed.tsx";
import type { EndableSort, MailSort } from "./mail-sorts.ts";
import * as myPage from "./my-page.tsx";
import * as signatureConfirmed from "./signature-confirmed.tsx";
import * as partnerCode from "./partner-code.tsx";
import * as reminder from "./reminder.tsx";
import * as signIn from "./sign-in.tsx";
import * as unusualSigning from "./unusual-signing.tsx";

/** Every mail that can leave the house, by the name its row bears in `deliveries.card`. */
export const cards = {
  "confirm-signature": card(confirmSignature),
  "already-signed": card(alreadySigned),
  reminder: card(reminder),
  "my-page": card(myPage),
  "signature-confirmed": card(signatureConfirmed),
  "letter-changed": card(letterChanged),
  demands: card(demands),
  "sign-in": card(signIn),
  invitation: card(invitation),
  "invitation-accepted": card(invitationAccepted),
  "account-changed": card(accountChanged),
  "confirm-co-sign": card(confirmCoSign),
  "co-sign-approved": card(coSignApproved),
  "partner-code": card(partnerCode),
  "unusual-signing": card(unusualSigning),
};

export type CardName = keyof typeof cards;
export type CardProps<Name extends CardName> = z.input<(typeof cards)[Name]["props"]>;

export function isCardName(name: string): name is CardName {
  return Object.hasOwn(cards, name);
}

/** The sort of a card's mail; what has no card has no way out. */
export function sortOfCard(name: string): MailSort {
  return isCardName(name) ? cards[name].sort : "transactional";
}

/** Which cards are ended together. */
export function cardsOfSort(sort: EndableSort): CardName[] {
  return Object.keys(cards).filter(isCardName).filter((name) => sortOfCard(name) === sort);
}

/**
 * Prints a card from props as a row holds them.
 * @throws ZodError when they do not fit the card.
 */
export function printCard(name: CardName, props: unknown): Promise<PrintedCard> {
  return cards[name].print(props);
}
