import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { draftMessages } from "#app/messages/draft.server.ts";
import { listMessages, listWritten } from "#app/messages/list.server.ts";
import { openMessage } from "#app/messages/open.server.ts";
import { cancelMessage, releaseMessage } from "#app/messages/release.server.ts";
import { writeMessages } from "#app/messages/write.server.ts";
import { findTarget, listTargets } from "#app/retailers/targets.server.ts";
import { confirmByCode } from "#app/signatures/confirm-by-code.server.ts";
import { findSigner, type Signer } from "#app/signatures/session.server.ts";
import { db } from "#db/client.server.ts";
import { messages, openings } from "#db/schema/index.ts";
import { aDemand, aTarget } from "#tests/build.ts";
import {
  after, anOpenLetter, browserOf, HOUR, listMessagesOf, MORNING, newestMail, type OpenLetter, signs, signsAndConfirms,
} from "./signing-steps.ts";

function writes(signer: Signer, targetId: string, body: string, now = MORNING) {
  return writeMessages(signer, { written: [{ targetId, subject: "Please answer the letter", body }], replyRoute: "signer" }, now);
}

async function adaIsConfirmed() {
  const open = await anOpenLetter();
  const shop = await aTarget(open.campaign.id);
  const { sessionToken, signature } = await signsAndConfirms(open, { name: "Ada Lovelace", country: "GB" });
  return { open, shop, signature, ada: await browserOf(open, sessionToken) };
}

/** Somebody else types Ada's address into the form. */
async function strangerTypesAdasAddress(open: OpenLetter, now = after(1)) {
  const { sessionToken } = await signs(open, { name: "Sam Stranger", email: "ADA@example.org", country: "FR" }, now);
  return browserOf(open, sessionToken, now);
}

describe("a browser that typed somebody else's address", () => {
  test("sees what it typed itself, and nothing that the owner ever gave", async () => {
    const { open, shop, ada } = await adaIsConfirmed();
    await writes(ada, shop.id, "My kettle listens.");
    const stranger = await strangerTypesAdasAddress(open);
    expect(stranger).toMatchObject({ name: "Sam Stranger", country: "FR", email: "ADA@example.org", isConfirmed: false });
    expect(JSON.stringify(stranger)).not.toMatch(/Lovelace|"GB"|ada@example/);
    expect(await listWritten(stranger, [shop.id])).toEqual([]);
  });

  test("looks the same to itself whether the owner has confirmed or not, but for the state that no page tells", async () => {
    const { open } = await adaIsConfirmed();
    const known = await strangerTypesAdasAddress(open);
    const { sessionToken } = await signs(open, { name: "Sam Stranger", email: "grace@example.org", country: "FR" });
    const fresh = await browserOf(open, sessionToken);
    expect(Object.keys(known).toSorted()).toEqual(Object.keys(fresh).toSorted());
    expect(known.isConfirmed).toBe(fresh.isConfirmed);
  });

  test("gets one answer, and leaves what the owner wrote as it is", async () => {
    const { open, shop, ada, signature } = await adaIsConfirmed();
    await writes(ada, shop.id, "My kettle listens.");
    const stranger = await strangerTypesAdasAddress(open);
    expect(await writes(stranger, shop.id, "Buy pills.")).toEqual({ outcome: "held" });
    expect(await listWritten(ada, [shop.id])).toMatchObject([{ body: "My kettle listens." }]);
    expect(await listMessagesOf(signature.id)).toMatchObject([
      { body: "My kettle listens.", releasedAt: MORNING, writtenBySession: null },
      { body: "Buy pills.", releasedAt: null },
    ]);
  });

  test("keeps its words apart from those of every other browser", async () => {
    const open = await anOpenLetter();
    const shop = await aTarget(open.campaign.id);
    const first = await browserOf(open, (await signs(open)).sessionToken);
    const second = await strangerTypesAdasAddress(open);
    await writes(first, shop.id, "First words.");
    await writes(second, shop.id, "Other words.");
    await writes(first, shop.id, "Better words.");
    expect(await listWritten(first, [shop.id])).toMatchObject([{ body: "Better words." }]);
    expect(await listWritten(second, [shop.id])).toMatchObject([{ body: "Other words." }]);
  });

  test("reads its own words back, whether or not the owner has signed and written", async () => {
    const { open, shop, ada } = await adaIsConfirmed();
    await writes(ada, shop.id, "My kettle listens.");
    const { sessionToken } = await signs(open, { email: "grace@example.org" });
    for (const stranger of [await strangerTypesAdasAddress(open), await browserOf(open, sessionToken)]) {
      await writes(stranger, shop.id, "Buy pills.");
      expect(await listWritten(stranger, [shop.id])).toMatchObject([{ body: "Buy pills.", state: "held" }]);
    }
  });

  test("takes no place from the owner", async () => {
    const { open, shop, ada } = await adaIsConfirmed();
    await writes(await strangerTypesAdasAddress(open), shop.id, "Buy pills.");
    expect(await writes(ada, shop.id, "My kettle listens.", after(5))).toEqual({ outcome: "released" });
    expect(await listWritten(ada, [shop.id])).toMatchObject([{ body: "My kettle listens." }]);
  });

  test("gives way when the owner lets another message to the same retailer go", async () => {
    const open = await anOpenLetter();
    const shop = await aTarget(open.campaign.id);
    const { sessionToken } = await signs(open);
    const owner = await browserOf(open, sessionToken);
    await writes(await strangerTypesAdasAddress(open), shop.id, "Buy pills.");
    await writes(owner, shop.id, "My kettle listens.");
    const { code } = await newestMail(open);
    await confirmByCode({ campaignId: open.campaign.id, email: "ada@example.org", code, sessionToken }, after(2));
    expect(await listMessagesOf(owner.signatureId ?? "")).toMatchObject([{ body: "My kettle listens.", releasedAt: after(2), writtenBySession: null }]);
  });

  test("does not put its words into the owner's own form", async () => {
    const { open, shop, ada } = await adaIsConfirmed();
    await writes(await strangerTypesAdasAddress(open), shop.id, "Buy pills.");
    expect(await listWritten(ada, [shop.id])).toEqual([]);
  });

  test("counts no opening for the owner", async () => {
    const { open, shop } = await adaIsConfirmed();
    const target = await findTarget(open.campaign.id, shop.retailer.slug);
    if (!target) throw new Error("no target");
    expect(await openMessage(await strangerTypesAdasAddress(open), target, "gmail")).toEqual({ outcome: "opened", to: "care@corner-shop.example" });
    expect(await db.$count(openings)).toBe(0);
  });
});

describe("a session", () => {
  test("is of one letter, and ends after twelve hours", async () => {
    const [open, other] = [await anOpenLetter(), await anOpenLetter()];
    const { sessionToken } = await signs(open);
    expect(await findSigner(open.campaign.id, sessionToken, after(12 * HOUR - 1))).toMatchObject({ isPending: true });
    expect(await findSigner(open.campaign.id, sessionToken, after(12 * HOUR))).toBeUndefined();
    expect(await findSigner(other.campaign.id, sessionToken, MORNING)).toBeUndefined();
    expect(await findSigner(open.campaign.id, undefined, MORNING)).toBeUndefined();
    expect(await findSigner(open.campaign.id, (await newestMail(open)).token, MORNING)).toBeUndefined();
  });
});

describe("a confirmed signer", () => {
  test("writes to several retailers, one message each", async () => {
    const { open, shop, ada, signature } = await adaIsConfirmed();
    const market = await aTarget(open.campaign.id, { name: "Big Market" });
    const written = [shop, market].map(({ id }) => ({ targetId: id, subject: "Answer", body: "Please." }));
    await writeMessages(ada, { written, replyRoute: "campaign" }, MORNING);
    await writeMessages(ada, { written, replyRoute: "signer" }, after(1));
    expect(await listMessagesOf(signature.id)).toMatchObject([
      { targetId: shop.id, replyRoute: "signer", createdAt: expect.any(Date), updatedAt: after(1) },
      { targetId: market.id, replyRoute: "signer" },
    ]);
  });

  test("takes a message back, and writes it anew", async () => {
    const { shop, ada, signature } = await adaIsConfirmed();
    await writes(ada, shop.id, "Please.");
    const [message] = await listMessagesOf(signature.id);
    expect(await cancelMessage(signature.id, message?.id ?? "", after(1))).toEqual({ outcome: "cancelled" });
    expect(await cancelMessage(signature.id, message?.id ?? "", after(2))).toEqual({ outcome: "gone" });
    expect(await listMessages(signature.id)).toMatchObject([{ status: "cancelled", canCancel: false }]);
    await writes(ada, shop.id, "Please, after all.", after(3));
    expect(await listMessages(signature.id)).toMatchObject([{ body: "Please, after all.", canCancel: true, status: "waits for its turn" }]);
  });

  test("does not write over what has left", async () => {
    const { shop, ada, signature } = await adaIsConfirmed();
    await writes(ada, shop.id, "Please.");
    await db.update(messages).set({ state: "queued" }).where(eq(messages.signatureId, signature.id));
    await writes(ada, shop.id, "Something else.", after(3));
    expect(await listMessagesOf(signature.id)).toMatchObject([{ body: "Please.", state: "queued" }]);
  });

  test("lets go and takes back own messages only, by ids that are ids", async () => {
    const { open, shop, signature } = await adaIsConfirmed();
    const market = await aTarget(open.campaign.id, { name: "Big Market" });
    const sam = await browserOf(open, (await signs(open, { email: "sam@example.org" })).sessionToken);
    await writes(sam, shop.id, "Sam's words.");
    await writes(sam, market.id, "Sam's words.");
    const [sams] = await listMessagesOf(sam.signatureId ?? "");
    for (const id of [sams?.id ?? "", "no id at all", ""]) {
      expect(await releaseMessage(signature.id, id)).toEqual({ outcome: "gone" });
      expect(await cancelMessage(signature.id, id)).toEqual({ outcome: "gone" });
    }
    expect(await listMessagesOf(sam.signatureId ?? "")).toMatchObject([{ state: "held", releasedAt: null }, { state: "held", releasedAt: null }]);
  });
});

describe("a message opened in one's own mail program", () => {
  test("is counted once per retailer, and tells the address", async () => {
    const { open, ada, shop } = await adaIsConfirmed();
    const target = await findTarget(open.campaign.id, shop.retailer.slug);
    if (!target) throw new Error("no target");
    const before = await db.$count(openings);
    await Promise.all([openMessage(ada, target, "gmail"), openMessage(ada, target, "mailto"), openMessage(ada, target, "gmail")]);
    expect(await db.$count(openings)).toBe(before + 1);
  });

  test("goes nowhere when no contact takes mail", async () => {
    const { open, ada } = await adaIsConfirmed();
    await aTarget(open.campaign.id, { name: "Big Market", contact: null });
    const market = (await listTargets(open.campaign.id)).find(({ name }) => name === "Big Market");
    if (!market) throw new Error("no target");
    expect(market).toMatchObject({ hasWorkingContact: false, contactStates: [] });
    expect(await openMessage(ada, market, "mailto")).toEqual({ outcome: "no contact" });
  });
});

test("the first draft names the retailer, the signer and their own words", async () => {
  const { open, ada } = await adaIsConfirmed();
  await aDemand(open.campaign.id);
  const targets = await listTargets(open.campaign.id);
  const letterUrl = "https://countersign.example/letters/dear-retailers";
  const drafts = await draftMessages(targets, { ...open, letterUrl, signer: ada, ownWords: "My kettle {{ listens }}." });
  expect(drafts).toMatchObject([
    { target: { name: "Corner Shop" }, subject: "Please answer the letter, Corner Shop", body: "Dear Corner Shop,\n\nMy kettle {{ listens }}.\n\nAda Lovelace, United Kingdom" },
  ]);
});
