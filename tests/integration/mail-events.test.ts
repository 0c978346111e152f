import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { MailEventType } from "#app/mail/delivery-states.ts";
import { recordMailEvent, type MailEvent } from "#app/mail/events.server.ts";
import { db, sql } from "#db/client.server.ts";
import { contacts, mailEvents, suppressions } from "#db/schema/index.ts";
import { aCampaign, aTarget } from "#tests/build.ts";
import { timePasses } from "#tests/fakes/mail-clock.ts";
import type { FakeResend } from "#tests/fakes/resend.ts";
import { aMail, deliver, deliverOnce, deliveryTo, emptyOutbox, openPost } from "./mail-post.ts";

const PERMANENT = "Permanent: General: The mailbox does not exist.";

let fake: FakeResend;
let told = 0;

beforeAll(async () => {
  fake = await openPost({ slowMs: 150 });
});

afterAll(() => fake.stop());

beforeEach(async () => {
  await emptyOutbox();
  await timePasses({ hours: 24 });
  fake.accepted.length = 0;
});

function anEvent(providerId: string, type: MailEventType, given: Partial<MailEvent> = {}): MailEvent {
  told += 1;
  return { id: `msg_${told}`, type, providerId, createdAt: new Date("2026-03-01T12:00:00Z"), detail: null, ...given };
}

/** A mail that has left, and the provider's id of it. */
async function sent(address: string, given: Parameters<typeof aMail>[1] = {}) {
  await aMail(address, given);
  await deliver();
  const { providerId } = await deliveryTo(address);
  if (!providerId) throw new Error("It was not sent.");
  return providerId;
}

async function aContact(address: string) {
  const target = await aTarget((await aCampaign()).id, { contact: address });
  const [contact] = await db.select().from(contacts).where(eq(contacts.retailerId, target.retailerId));
  if (!contact) throw new Error("The retailer has no contact.");
  return contact;
}

async function stateOf(contactId: string) {
  const [contact] = await db.select().from(contacts).where(eq(contacts.id, contactId));
  return contact?.state;
}

describe("an event", () => {
  test("moves its delivery, with the time at which it happened", async () => {
    const id = await sent("ada@example.org");
    expect(await recordMailEvent(anEvent(id, "email.delivered"))).toEqual({ outcome: "recorded", state: "delivered" });
    expect(await deliveryTo("ada@example.org")).toMatchObject({ state: "delivered", stateChangedAt: new Date("2026-03-01T12:00:00Z") });
  });

  test("that comes twice counts once", async () => {
    const id = await sent("ada@example.org");
    const event = anEvent(id, "email.delivered");
    const outcomes = await Promise.all([recordMailEvent(event), recordMailEvent(event), recordMailEvent(event)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["known", "known", "recorded"]);
    expect(await db.select().from(mailEvents).where(eq(mailEvents.providerId, id))).toHaveLength(1);
  });

  test("that comes late does not lead back", async () => {
    const id = await sent("ada@example.org");
    await recordMailEvent(anEvent(id, "email.delivered"));
    expect(await recordMailEvent(anEvent(id, "email.delivery_delayed"))).toEqual({ outcome: "recorded", state: "delivered" });
    expect(await recordMailEvent(anEvent(id, "email.complained"))).toEqual({ outcome: "recorded", state: "complained" });
  });

  test("that comes before its mail was recorded waits for it", async () => {
    await aMail("ada@example.org");
    fake.failNext("hang-up");
    await deliverOnce();
    const id = fake.accepted[0]?.id ?? "";
    expect(await recordMailEvent(anEvent(id, "email.bounced", { detail: PERMANENT }))).toEqual({ outcome: "early" });
    await timePasses({ minutes: 1 });
    await deliver();
    expect(await deliveryTo("ada@example.org")).toMatchObject({ state: "bounced", reason: PERMANENT });
    expect(await db.select().from(suppressions).where(eq(suppressions.address, "ada@example.org"))).toMatchObject([{ reason: "bounce" }]);
  });

  test("finds its mail even while that is being recorded", async () => {
    await sql`create function dawdle() returns trigger language plpgsql as 'begin perform pg_sleep(0.6); return null; end'`;
    await sql`
      create constraint trigger slow_commit after insert on mail_events deferrable initially deferred
      for each row execute function dawdle()`;
    fake.failNext("slow");
    await aMail("ada@example.org");
    const round = deliver();
    await expect.poll(() => fake.accepted.length).toBe(1);
    // It looks for its mail before that is recorded, and commits after.
    const event = await recordMailEvent(anEvent(fake.accepted[0]?.id ?? "", "email.delivered"));
    await round;
    await sql`drop function dawdle cascade`;
    expect(event).toEqual({ outcome: "early" });
    expect(await deliveryTo("ada@example.org")).toMatchObject({ state: "delivered" });
  });
});

describe("an address that does not take mail", () => {
  test("gets no more, and its retailer's contact is bouncing", async () => {
    const contact = await aContact("Care@corner-shop.example");
    const id = await sent("care@corner-shop.example", { contactId: contact.id });
    await recordMailEvent(anEvent(id, "email.bounced", { detail: PERMANENT }));
    expect(await stateOf(contact.id)).toBe("bouncing");
    await aMail("CARE@corner-shop.example");
    await deliver();
    expect(await deliveryTo("CARE@corner-shop.example")).toMatchObject({ state: "suppressed" });
  });

  test("only for now is not given up", async () => {
    const contact = await aContact("help@big-market.example");
    const id = await sent("help@big-market.example", { contactId: contact.id });
    await recordMailEvent(anEvent(id, "email.bounced", { detail: "Transient: MailboxFull" }));
    expect(await stateOf(contact.id)).toBe("new");
    expect(await deliveryTo("help@big-market.example")).toMatchObject({ state: "bounced" });
  });

  test("marks the contact that a new mail was meant for", async () => {
    const contact = await aContact("gone@big-market.example");
    await db.insert(suppressions).values({ address: "gone@big-market.example", reason: "bounce" });
    await aMail("gone@big-market.example", { contactId: contact.id });
    await deliver();
    expect(await stateOf(contact.id)).toBe("bouncing");
  });
});

describe("a contact", () => {
  test("works once a mail reached it", async () => {
    const contact = await aContact("desk@corner-shop.example");
    await recordMailEvent(anEvent(await sent("desk@corner-shop.example", { contactId: contact.id }), "email.delivered"));
    expect(await stateOf(contact.id)).toBe("working");
  });

  test("learns nothing from a test mail, which went to somebody else", async () => {
    const contact = await aContact("office@corner-shop.example");
    const id = await sent("grace@example.org", { contactId: contact.id, isTest: true });
    await recordMailEvent(anEvent(id, "email.delivered"));
    await recordMailEvent(anEvent(id, "email.complained"));
    expect(await stateOf(contact.id)).toBe("new");
  });

  test("that an organizer has set aside stays so", async () => {
    const contact = await aContact("old@corner-shop.example");
    const id = await sent("old@corner-shop.example", { contactId: contact.id });
    await db.update(contacts).set({ state: "wrong" }).where(eq(contacts.id, contact.id));
    await recordMailEvent(anEvent(id, "email.bounced", { detail: PERMANENT }));
    expect(await stateOf(contact.id)).toBe("wrong");
  });
});
