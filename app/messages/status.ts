import type { deliveryState, messageState } from "#db/schema/index.ts";

interface MessageFacts {
  state: (typeof messageState.enumValues)[number];
  isReleased: boolean;
  isTested: boolean;
  isTargetPaused: boolean;
  hasContact: boolean;
  deliveryState: (typeof deliveryState.enumValues)[number] | null;
}

const DELIVERY_STATUS = {
  due: "on its way",
  sending: "on its way",
  sent: "sent",
  delivered: "delivered",
  delayed: "sent, and delayed at the retailer's mail server",
  bounced: "came back: the retailer's address does not take mail",
  complained: "delivered, and reported as unwanted",
  suppressed: "not sent: the retailer's address does not take our mail",
  failed: "could not be sent",
  cancelled: "cancelled",
} as const;

/** What became of a message, in the words its signer reads. A failure is never told as sent. */
export function messageStatus(message: MessageFacts): string {
  if (message.state === "cancelled") return "cancelled";
  if (message.deliveryState) return DELIVERY_STATUS[message.deliveryState];
  if (message.state === "queued") return "on its way";
  if (!message.isReleased) return "waits for you to confirm it";
  if (message.isTested) return "waits until the campaign is live; its organizers got a copy";
  if (!message.hasContact) return "waits until we have a working address of the retailer";
  if (message.isTargetPaused) return "waits: sending to this retailer is paused";
  return "waits for its turn";
}
