export type DeliveryState =
  | "due" | "sending" | "sent" | "delivered" | "delayed" | "bounced" | "complained" | "suppressed" | "failed" | "cancelled";

/** What the provider may tell about a mail, and from where it moves a delivery. Whatever is not listed moves nothing. */
const MOVES = {
  "email.delivery_delayed": { to: "delayed", from: ["sent"] },
  "email.delivered": { to: "delivered", from: ["sent", "delayed"] },
  // A receiving house may accept a mail and send it back later: a failure is never shown as delivered.
  "email.bounced": { to: "bounced", from: ["sent", "delayed", "delivered"] },
  "email.complained": { to: "complained", from: ["sent", "delayed", "delivered"] },
  "email.suppressed": { to: "suppressed", from: ["sent", "delayed"] },
  "email.failed": { to: "failed", from: ["sent", "delayed"] },
} as const satisfies Record<string, { to: DeliveryState; from: readonly DeliveryState[] }>;

export type MailEventType = keyof typeof MOVES;

export const MAIL_EVENT_TYPES = Object.keys(MOVES).filter(isMailEventType);

export function isMailEventType(type: string): type is MailEventType {
  return Object.hasOwn(MOVES, type);
}

/** The state an event moves a delivery to, or undefined: events come late, twice and out of order, and none leads back. */
export function stateAfter(state: DeliveryState, type: MailEventType): DeliveryState | undefined {
  const move: { to: DeliveryState; from: readonly DeliveryState[] } = MOVES[type];
  return move.from.includes(state) ? move.to : undefined;
}

/**
 * Whether an event means that the address should get no more mail. A bounce counts when the provider calls it
 * permanent (`detail` begins with its kind): a full mailbox is no reason to give somebody up.
 */
export function suppressionAfter(type: MailEventType, detail: string | null) {
  if (type === "email.complained") return "complaint";
  if (type === "email.bounced") return detail?.startsWith("Permanent") ? "bounce" : undefined;
  if (type === "email.suppressed") return detail?.toLowerCase().includes("complaint") ? "complaint" : "bounce";
  return undefined;
}
