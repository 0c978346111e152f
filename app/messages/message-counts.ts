export interface MessageCounts {
  /** Left the house for the retailer itself; test copies are not among them. */
  sent: number;
  /** Of those, taken by the retailer's mail server. */
  delivered: number;
  /** Could not be sent, or came back. */
  failed: number;
  /** Let go by a confirmed signer, and not yet on the way. */
  waiting: number;
  /** Opened in a signer's own mail program; whether they were sent we cannot know. */
  opened: number;
}

const NONE: MessageCounts = { sent: 0, delivered: 0, failed: 0, waiting: 0, opened: 0 };

export function countsOf(counts: Map<string, MessageCounts>, targetId: string): MessageCounts {
  return counts.get(targetId) ?? NONE;
}
