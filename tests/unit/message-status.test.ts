import { expect, test } from "vitest";
import { messageStatus } from "#app/messages/status.ts";

const WAITING = { state: "held", isReleased: true, isTested: false, isTargetPaused: false, hasContact: true, deliveryState: null } as const;

test.each([
  [{ isReleased: false }, "waits for you to confirm it"],
  [{}, "waits for its turn"],
  [{ hasContact: false }, "waits until we have a working address of the retailer"],
  [{ isTargetPaused: true }, "waits: sending to this retailer is paused"],
  [{ isTested: true }, "waits until the campaign is live; its organizers got a copy"],
  [{ state: "queued" }, "on its way"],
  [{ state: "queued", deliveryState: "due" }, "on its way"],
  [{ state: "queued", deliveryState: "sending" }, "on its way"],
  [{ state: "queued", deliveryState: "sent" }, "sent"],
  [{ state: "queued", deliveryState: "delivered" }, "delivered"],
  [{ state: "cancelled" }, "cancelled"],
  [{ state: "cancelled", deliveryState: "cancelled" }, "cancelled"],
] as const)("a message where %o is told as: %s", (facts, told) => {
  expect(messageStatus({ ...WAITING, ...facts })).toBe(told);
});

test.each(["bounced", "suppressed", "failed"] as const)("a failure is never told as sent: %s", (deliveryState) => {
  expect(messageStatus({ ...WAITING, state: "queued", deliveryState })).toMatch(/came back|not sent|could not be sent/);
});
