import { describe, expect, test } from "vitest";
import { MAIL_EVENT_TYPES, stateAfter, suppressionAfter, type DeliveryState, type MailEventType } from "#app/mail/delivery-states.ts";

/** Where a delivery ends that was sent and then told of these events, in this order. */
function told(...types: MailEventType[]) {
  return types.reduce<DeliveryState>((state, type) => stateAfter(state, type) ?? state, "sent");
}

describe("a delivery", () => {
  test("is delivered, also after a delay", () => {
    expect(told("email.delivered")).toBe("delivered");
    expect(told("email.delivery_delayed", "email.delivered")).toBe("delivered");
  });

  test("never moves backwards when events come out of order", () => {
    expect(told("email.delivered", "email.delivery_delayed")).toBe("delivered");
    expect(told("email.bounced", "email.delivered")).toBe("bounced");
    expect(told("email.complained", "email.delivered")).toBe("complained");
  });

  test("may be complained about, or come back, after it was delivered", () => {
    expect(told("email.delivered", "email.complained")).toBe("complained");
    expect(told("email.delivered", "email.bounced")).toBe("bounced");
  });

  test.each(["due", "sending", "cancelled", "suppressed", "failed", "bounced"] as const)("that is %s is moved by no event", (state) => {
    expect(MAIL_EVENT_TYPES.filter((type) => stateAfter(state, type))).toEqual([]);
  });
});

describe("an address", () => {
  test("is given up for a permanent bounce and a complaint, not for a full mailbox", () => {
    expect(suppressionAfter("email.bounced", "Permanent: General: no such user")).toBe("bounce");
    expect(suppressionAfter("email.bounced", "Transient: MailboxFull")).toBeUndefined();
    expect(suppressionAfter("email.bounced", null)).toBeUndefined();
    expect(suppressionAfter("email.complained", null)).toBe("complaint");
    expect(suppressionAfter("email.suppressed", "previous_complaint")).toBe("complaint");
    expect(suppressionAfter("email.delivered", null)).toBeUndefined();
  });
});
