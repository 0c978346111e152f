import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { env } from "#app/env.server.ts";
import { enqueueMail, MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { sendBatch } from "#app/mail/resend.server.ts";
import { suppressAddress } from "#app/mail/suppress.server.ts";
import { db, sql } from "#db/client.server.ts";
import { deliveries } from "#db/schema/index.ts";
import { timePasses } from "#tests/fakes/mail-clock.ts";
import type { FakeResend } from "#tests/fakes/resend.ts";
import { aMail, deliver, deliverOnce, deliveryTo, emptyOutbox, listBatches, mailTo, openPost, people } from "./mail-post.ts";

let fake: FakeResend;

beforeAll(async () => {
  fake = await openPost({ slowMs: 300, retryAfterSeconds: 30 });
});

afterAll(() => fake.stop());

beforeEach(async () => {
  await emptyOutbox();
  await timePasses({ hours: 24 });
  fake.accepted.length = 0;
  fake.answers.length = 0;
});

describe("the outbox", () => {
  test("sends nothing for a change that did not happen", async () => {
    const change = db.transaction(async (tx) => {
      await enqueueMail(tx, { card: "sign-in", props: { url: "https://countersign.example/in", minutes: 15 }, to: "ada@example.org" });
      throw new Error("The change failed.");
    });
    await expect(change).rejects.toThrow("The change failed.");
    await deliver();
    expect(fake.accepted).toEqual([]);
  });

  test("sends each mail once, a hundred to a request, the urgent first", async () => {
    await mailTo(people(120), { priority: MAIL_PRIORITY.demands });
    await mailTo(["sam@example.org", "grace@example.org"]);
    await deliver();
    expect(fake.accepted.slice(0, 2).flatMap(({ to }) => to)).toEqual(["sam@example.org", "grace@example.org"]);
    expect(fake.accepted.slice(2).flatMap(({ to }) => to).toSorted()).toEqual(people(120).toSorted());
    expect((await listBatches()).length).toBe(3);
    expect(await deliveryTo("ada-7@example.org")).toMatchObject({ state: "sent", props: null, reason: null });
  });

  test("keeps no link in clear once a mail has left", async () => {
    await aMail("ada@example.org");
    await deliver();
    const [batch] = await listBatches();
    expect(batch).toMatchObject({ state: "sent", payload: null, leasedUntil: null });
    const [mail] = fake.accepted;
    expect(await deliveryTo("ada@example.org")).toMatchObject({ providerId: mail?.id, props: null });
    expect(mail).toMatchObject({ from: `Countersign <${env.MAIL_FROM}>`, tags: [{ name: "delivery" }] });
  });

  test("holds a mail until it is due", async () => {
    await aMail("ada@example.org", { dueAt: new Date(Date.now() + 60_000) });
    await deliver();
    expect(await deliveryTo("ada@example.org")).toMatchObject({ state: "due" });
  });

  test("sends the same from five workers at once", async () => {
    await mailTo(people(250));
    await Promise.all([deliver(), deliver(), deliver(), deliver(), deliver()]);
    expect(fake.accepted.flatMap(({ to }) => to).toSorted()).toEqual(people(250).toSorted());
  });

  test("stays under the rate, all workers together", async () => {
    env.MAIL_RATE_PER_SECOND = 2;
    for (const priority of [1, 2, 3] as const) await aMail("ada@example.org", { priority });
    fake.requests.length = 0;
    await Promise.all([deliver(), deliver(), deliver()]);
    env.MAIL_RATE_PER_SECOND = 100;
    const [first = 0, , third = 0] = fake.requests;
    expect(fake.requests.length).toBe(3);
    // Two waits of 500 ms, less what a busy machine may take from between leaving and arriving.
    expect(third - first).toBeGreaterThan(700);
  });

  test("finishes the request under way when it is stopped, and begins no other", async () => {
    const stopping = new AbortController();
    fake.failNext("slow");
    await aMail("ada@example.org");
    // The next turn is most of a second away: without the stop, the round would wait for it and send the next mail.
    env.MAIL_RATE_PER_SECOND = 1.2;
    const round = deliver(stopping.signal);
    await expect.poll(() => fake.accepted.length).toBe(1);
    stopping.abort();
    await aMail("sam@example.org", { priority: MAIL_PRIORITY.demands });
    await round;
    env.MAIL_RATE_PER_SECOND = 100;
    expect(await deliveryTo("ada@example.org")).toMatchObject({ state: "sent" });
    expect(await deliveryTo("sam@example.org")).toMatchObject({ state: "due" });
  });
});

describe("one mail that cannot go", () => {
  test("with a wrong address fails alone", async () => {
    await mailTo(["invalid@example.org", ...people(99)]);
    await deliver();
    expect(fake.accepted.length).toBe(99);
    expect(await deliveryTo("invalid@example.org")).toMatchObject({ state: "failed", reason: "Invalid `to` field.", props: null });
    expect(await deliveryTo("ada-98@example.org")).toMatchObject({ state: "sent" });
  });

  test("for which the whole batch is refused is found by halving", async () => {
    await mailTo(["poison@example.org", ...people(12)]);
    await deliver();
    expect(fake.accepted.flatMap(({ to }) => to).toSorted()).toEqual(people(12).toSorted());
    const { state, reason } = await deliveryTo("poison@example.org");
    expect({ state, reason }).toEqual({ state: "failed", reason: "422 validation_error: The request could not be read." });
  });

  test("is found by halving too when nobody learned how the attempt before ended", async () => {
    await mailTo(["poison@example.org", ...people(5)]);
    fake.failNext("server-error");
    await deliverOnce();
    await timePasses({ minutes: 1 });
    await deliver();
    expect(fake.accepted.flatMap(({ to }) => to).toSorted()).toEqual(people(5).toSorted());
    expect(await deliveryTo("poison@example.org")).toMatchObject({ state: "failed" });
  });

  test("because its card cannot be printed fails alone, naming the field", async () => {
    await aMail("ada@example.org");
    await db.insert(deliveries).values([
      { card: "sign-in", props: { url: "https://countersign.example/in" }, toAddress: "sam@example.org", priority: 1 },
      { card: "no-such-card", props: {}, toAddress: "grace@example.org", priority: 1 },
    ]);
    await deliver();
    expect(await deliveryTo("ada@example.org")).toMatchObject({ state: "sent" });
    expect(await deliveryTo("sam@example.org")).toMatchObject({ state: "failed", reason: expect.stringContaining("minutes: ") });
    expect(await deliveryTo("grace@example.org")).toMatchObject({ state: "failed", reason: 'There is no card "no-such-card".' });
  });

  test("to a suppressed address is not sent", async () => {
    await db.transaction((tx) => suppressAddress(tx, "Sam@example.org", "complaint"));
    await mailTo(["ada@example.org", "sam@Example.org"]);
    await deliver();
    expect(fake.accepted.flatMap(({ to }) => to)).toEqual(["ada@example.org"]);
    expect(await deliveryTo("sam@Example.org")).toMatchObject({ state: "suppressed", reason: expect.stringContaining("complaint") });
  });
});

describe("a provider in trouble", () => {
  test("that asks for a pause gets it from the whole house", async () => {
    await aMail("ada@example.org");
    fake.failNext("rate-limited");
    await deliver();
    expect(await deliveryTo("ada@example.org")).toMatchObject({ state: "sending" });
    await aMail("sam@example.org", { priority: MAIL_PRIORITY.demands });
    await deliver();
    expect(fake.answers).toEqual([429]);
    await timePasses({ minutes: 1 });
    await deliver();
    expect(fake.accepted.flatMap(({ to }) => to)).toEqual(["ada@example.org", "sam@example.org"]);
  });

  test.each(["over-quota", "forbidden"] as const)("that is %s drops nothing, however long it lasts", async (failure) => {
    await aMail("ada@example.org");
    for (let day = 0; day < 5; day += 1) {
      fake.failNext(failure);
      await deliverOnce();
      await timePasses({ hours: 24 });
    }
    expect(fake.accepted).toEqual([]);
    await deliver();
    expect(fake.accepted.length).toBe(1);
  });

  test("that hangs up after accepting is asked again under the same key", async () => {
    await aMail("ada@example.org");
    fake.failNext("hang-up");
    await deliverOnce();
    expect(await deliveryTo("ada@example.org")).toMatchObject({ state: "sending", providerId: null });
    await timePasses({ minutes: 1 });
    await deliver();
    expect(fake.accepted.length).toBe(1);
    expect(await deliveryTo("ada@example.org")).toMatchObject({ state: "sent", providerId: fake.accepted[0]?.id });
    expect(fake.answers).toEqual(["hang-up", 200]);
  });

  test("that never tells the outcome is not asked again once it has forgotten the key", async () => {
    await aMail("ada@example.org");
    fake.failNext("hang-up", "server-error");
    await deliverOnce();
    await timePasses({ hours: 20 });
    await deliverOnce();
    await timePasses({ hours: 4 });
    fake.forgetKeys();
    await deliver();
    expect(fake.accepted.length).toBe(1);
    expect(await deliveryTo("ada@example.org")).toMatchObject({ state: "failed", reason: "outcome unknown", props: null });
    expect(await listBatches()).toMatchObject([{ state: "failed", payload: null }]);
  });

  test("that refuses clearly leaves nothing unknown, unless something was before", async () => {
    await aMail("ada@example.org");
    fake.failNext("rate-limited", "hang-up", "rate-limited");
    await deliver();
    expect(await listBatches()).toMatchObject([{ unknownSince: null, leasedUntil: null, lastError: expect.stringMatching(/^429/) }]);
    for (const attempt of [2, 3]) {
      await timePasses({ minutes: 1 });
      await deliverOnce();
      expect(await listBatches()).toMatchObject([{ attempts: attempt, unknownSince: expect.any(Date) }]);
    }
  });
});

test("a request that takes too long has an unknown outcome", async () => {
  fake.failNext("slow");
  const id = await aMail("ada@example.org");
  const mail = { deliveryId: id, from: env.MAIL_FROM, to: "ada@example.org", subject: "Slow", html: "<p>Slow</p>", text: "Slow" };
  const answer = await sendBatch("a-key", [mail], 50);
  expect(answer).toMatchObject({ outcome: "failed", error: { statusCode: null } });
  await expect.poll(() => fake.answers).toEqual([200]);
});

describe("a worker that dies", () => {
  test("with a batch in hand loses it to the next, once its lease is over", async () => {
    await aMail("ada@example.org");
    fake.failNext("hang-up");
    await deliverOnce();
    await timePasses({ minutes: 1 });
    // As a killed process leaves it: sent, leased, nothing recorded.
    await sql`update mail_batches set leased_until = now() + interval '60 seconds', next_attempt_at = now()`;
    await deliver();
    expect(fake.answers).toEqual(["hang-up"]);
    await timePasses({ minutes: 2 });
    await deliver();
    expect(fake.answers).toEqual(["hang-up", 200]);
    expect(fake.accepted.length).toBe(1);
  });
});
