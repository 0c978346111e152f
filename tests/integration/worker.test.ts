import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { startWorker } from "#app/clock/worker.ts";
import { enqueueMail } from "#app/mail/enqueue.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { db } from "#db/client.server.ts";
import { deliveries, mailbox, messages, tallyMarks } from "#db/schema/index.ts";
import { aSignature, aTarget } from "#tests/build.ts";
import { anOpenLetter, listMails, signs } from "./signing-steps.ts";

let worker: Awaited<ReturnType<typeof startWorker>> | undefined;

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});

function mailsTo(address: string) {
  return db.select().from(mailbox).where(eq(mailbox.toAddress, address));
}

describe("the clock", () => {
  test("mails what a signing caused, and forgets its link in clear", async () => {
    const open = await anOpenLetter();
    await signs(open, { email: "ada@example.net" }, new Date());
    const [{ token = "none" } = {}] = await listMails(open);
    worker = await startWorker();
    await vi.waitFor(async () => expect(await mailsTo("ada@example.net")).toHaveLength(1), { timeout: 5_000 });
    const [mail] = await mailsTo("ada@example.net");
    expect(mail?.text).toContain(token);
    await vi.waitFor(async () => {
      const [delivery] = await db.select().from(deliveries).where(eq(deliveries.toAddress, "ada@example.net"));
      expect(delivery).toMatchObject({ state: "sent", props: null });
    });
  });

  test("carries a message that nothing holds to its retailer, and counts the signature", async () => {
    const open = await anOpenLetter();
    const shop = await aTarget(open.campaign.id, { contact: "care@big-market.example" });
    const signature = await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { confirmedAt: new Date("2026-03-02T09:00:00Z") });
    await db.insert(messages).values({ signatureId: signature.id, targetId: shop.id, subject: "Please answer", body: "Please.", replyRoute: "campaign", releasedAt: new Date() });
    worker = await startWorker();
    await vi.waitFor(async () => expect(await mailsTo("care@big-market.example")).toMatchObject([{ subject: "Please answer" }]), { timeout: 8_000 });
    await vi.waitFor(async () => expect(await db.select().from(tallyMarks).where(eq(tallyMarks.campaignId, open.campaign.id))).toMatchObject([{ total: 1 }]));
    expect(await countSignatures(open.campaign.id)).toBe(1);
  }, 15_000);

  test("does nothing more once it was stopped", async () => {
    worker = await startWorker();
    await worker.stop();
    await db.transaction((tx) => enqueueMail(tx, { card: "sign-in", props: { url: "https://countersign.example/in", minutes: 15 }, to: "grace@example.net" }));
    expect(await mailsTo("grace@example.net")).toEqual([]);
    worker = await startWorker();
    await vi.waitFor(async () => expect(await mailsTo("grace@example.net")).toHaveLength(1), { timeout: 5_000 });
  }, 10_000);
});
