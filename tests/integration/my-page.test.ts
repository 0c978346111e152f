import { beforeEach, describe, expect, test, vi } from "vitest";
import { removeFromLetter, restoreToLetter } from "#app/desk/moderate.server.ts";
import { askForMe } from "#app/signatures/ask-for-me.server.ts";
import { confirmSignature } from "#app/signatures/confirm.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { forgetExpired } from "#app/signatures/forget-expired.server.ts";
import { releaseSuspects } from "#app/signatures/release-suspects.server.ts";
import { findOwnPage } from "#app/signatures/own/own-page.server.ts";
import { withdrawSignature } from "#app/signatures/withdraw.server.ts";
import { writeMessages } from "#app/messages/write.server.ts";
import { db, sql } from "#db/client.server.ts";
import { consents, messages, signatureLinks, signatures, signerSessions } from "#db/schema/index.ts";
import { listen } from "#db/notices.server.ts";
import { aSignature, aTarget } from "#tests/build.ts";
import {
  after, anOpenLetter, browserOf, DAY, HOUR, listMails, listMessagesOf, listSignatures, MORNING, newestMail, type OpenLetter, signs, signsAndConfirms, urls,
} from "./signing-steps.ts";

const ADA = "ada@example.org";

function asks({ campaign }: OpenLetter, email = ADA, now = MORNING) {
  return askForMe({ campaign, email, urls }, now);
}

async function pageMails(open: OpenLetter) {
  return (await listMails(open)).filter(({ card }) => card === "my-page");
}

/** A link opens everything of its address: what one test leaves under it would stand on the next one's page. */
beforeEach(async () => {
  await db.delete(signatures);
  await db.delete(signerSessions);
});

describe("the own page", () => {
  test("shows all that is held", async () => {
    const open = await anOpenLetter();
    const { meToken } = await signsAndConfirms(open, { country: "FR", postcode: "75001", comment: "My kettle listens.", isNameShown: true }, MORNING);
    expect(await findOwnPage(meToken, after(1))).toMatchObject({
      signatures: [
        {
          name: "Ada Lovelace", email: ADA, country: "FR", postcode: "75001", comment: "My kettle listens.", isNameShown: true,
          state: "confirmed", signedAt: MORNING, confirmedAt: MORNING, letter: { title: "Dear retailers", number: 1, language: "en" }, campaign: { slug: open.campaign.slug },
        },
      ],
    });
  });

  test("opens by its own link for thirty days, and by no other", async () => {
    const open = await anOpenLetter();
    const { meToken, sessionToken } = await signsAndConfirms(open);
    const confirmToken = (await listMails(open))[0]?.token ?? "";
    expect(await findOwnPage(meToken, after(30 * DAY - 1))).toBeDefined();
    expect(await findOwnPage(meToken, after(30 * DAY))).toBeUndefined();
    for (const other of [confirmToken, sessionToken, "", "\0", `${meToken}x`]) expect(await findOwnPage(other, MORNING)).toBeUndefined();
  });
});

describe("asking for the link to it", () => {
  test("mails it to the address that signed, however it was typed", async () => {
    const open = await anOpenLetter();
    await signsAndConfirms(open, { email: "ada.l@gmail.com" });
    await asks(open, "ADAL+x@googlemail.com", after(1));
    const mail = await newestMail(open);
    expect(mail).toMatchObject({ card: "my-page", to: "ada.l@gmail.com", name: "Ada Lovelace" });
    expect(await findOwnPage(mail.token, after(2))).toMatchObject({ signatures: [{ email: "ada.l@gmail.com" }] });
  });

  test("answers the same for an address that never signed, and mails nothing", async () => {
    const open = await anOpenLetter();
    await signsAndConfirms(open);
    expect(await asks(open, ADA)).toEqual(await asks(open, "grace@example.org"));
    expect(await pageMails(open)).toHaveLength(1);
  });

  test.each(["pending", "suspect", "removed"] as const)("mails nothing to a signature that is %s", async (state) => {
    const open = await anOpenLetter();
    await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { email: ADA, state });
    await asks(open);
    expect(await pageMails(open)).toEqual([]);
  });

  test("mails three an hour, and more in the next", async () => {
    const open = await anOpenLetter();
    await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { email: ADA, confirmedAt: MORNING });
    for (const minutes of [0, 1, 2, 3, 4]) await asks(open, ADA, after(minutes));
    expect(await pageMails(open)).toHaveLength(3);
    await asks(open, ADA, after(HOUR + 1));
    expect(await pageMails(open)).toHaveLength(4);
  });

  test("mails three an hour also when twenty ask at once", async () => {
    const open = await anOpenLetter();
    await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { email: ADA, confirmedAt: MORNING });
    await Promise.all(Array.from({ length: 20 }, () => asks(open)));
    const { length } = await pageMails(open);
    expect([1, 2, 3]).toContain(length);
  });

  test("does not wait for another request of the same address, for whoever asks could see that wait", async () => {
    const open = await anOpenLetter();
    const { id } = await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { email: ADA, confirmedAt: MORNING });
    await sql.begin(async (tx) => {
      await tx`select from signatures where id = ${id} for no key update`;
      expect(await asks(open)).toEqual({ outcome: "asked" });
    });
    expect(await pageMails(open)).toEqual([]);
  });
});

describe("withdrawing", () => {
  test("takes the name off at once, tells every process, and is done once", async () => {
    const open = await anOpenLetter();
    const { signature, meToken } = await signsAndConfirms(open);
    const heard: string[] = [];
    const unlisten = await listen("published", (slug) => void heard.push(slug));
    const own = { signatureId: signature.id, campaignSlug: open.campaign.slug };
    const answers = await Promise.all([withdrawSignature(own, after(5)), withdrawSignature(own, after(5))]);
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(["already withdrawn", "withdrawn"]);
    await vi.waitFor(() => expect(heard).toEqual([open.campaign.slug]));
    await unlisten();
    expect(await countSignatures(open.campaign.id)).toBe(0);
    expect(await findOwnPage(meToken, after(6))).toMatchObject({ signatures: [{ state: "withdrawn", confirmedAt: MORNING }] });
  });

  test("takes messages back that have not left", async () => {
    const open = await anOpenLetter();
    const shop = await aTarget(open.campaign.id);
    const { signature, sessionToken } = await signsAndConfirms(open);
    const ada = await browserOf(open, sessionToken);
    await writeMessages(ada, { written: [{ targetId: shop.id, subject: "Answer", body: "Please." }], replyRoute: "signer" }, MORNING);
    await withdrawSignature({ signatureId: signature.id, campaignSlug: open.campaign.slug }, after(5));
    expect(await listMessagesOf(signature.id)).toMatchObject([{ state: "cancelled", cancelledAt: after(5) }]);
    expect(await browserOf(open, sessionToken)).toMatchObject({ isConfirmed: false });
  });

  test("does not bring a removed signature back to life", async () => {
    const open = await anOpenLetter();
    const signature = await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { state: "removed", confirmedAt: MORNING });
    await withdrawSignature({ signatureId: signature.id, campaignSlug: open.campaign.slug }, after(5));
    expect(await listSignatures(open)).toMatchObject([{ state: "removed" }]);
  });

  test("holds for one that organizers have removed: restored, it is withdrawn, and what it wrote stays", async () => {
    const open = await anOpenLetter();
    const shop = await aTarget(open.campaign.id);
    const { signature, sessionToken } = await signsAndConfirms(open);
    await writeMessages(await browserOf(open, sessionToken), { written: [{ targetId: shop.id, subject: "Answer", body: "Please." }], replyRoute: "signer" }, MORNING);
    const both = { campaignId: open.campaign.id, ids: [signature.id] };
    await db.transaction((tx) => removeFromLetter(tx, { ...both, reason: "A mistake.", jobId: null }, after(4)));
    const own = { signatureId: signature.id, campaignSlug: open.campaign.slug };
    expect(await withdrawSignature(own, after(5))).toEqual({ outcome: "withdrawn" });
    expect(await withdrawSignature(own, after(6))).toEqual({ outcome: "already withdrawn" });
    await db.transaction((tx) => restoreToLetter(tx, both, after(7)));
    expect(await listSignatures(open)).toMatchObject([{ state: "withdrawn", withdrawnAt: after(5) }]);
    expect(await listMessagesOf(signature.id)).toMatchObject([{ state: "cancelled" }]);
    expect(await countSignatures(open.campaign.id)).toBe(0);
  });
});

describe("the clock forgets", () => {
  test("links and sessions that have expired, and no other", async () => {
    const open = await anOpenLetter();
    await signsAndConfirms(open, {}, MORNING);
    await signsAndConfirms(open, { email: "sam@example.org" }, after(40 * DAY));
    await forgetExpired(after(40 * DAY + 1));
    expect(await db.$count(signerSessions)).toBe(2);
    expect(await db.$count(signatureLinks)).toBe(2);
    expect(await listSignatures(open)).toHaveLength(2);
  });

  test("a suspect that no human looked at, for it never had a mail; one that was released waits its days anew", async () => {
    const open = await anOpenLetter();
    const of = { campaignId: open.campaign.id, letterVersionId: open.letter.id };
    const suspect = { state: "suspect" as const, suspicion: "trap", createdAt: MORNING, mailedAt: MORNING };
    const [waits, released, once] = [await aSignature(of, suspect), await aSignature(of, suspect), await aSignature(of, { ...suspect, confirmedAt: MORNING, state: "suspect" })];
    await db.transaction((tx) => releaseSuspects(tx, { campaignId: open.campaign.id, ids: [released.id], jobId: null }, after(10 * DAY)));
    await forgetExpired(after(29 * DAY));
    expect(await listSignatures(open)).toHaveLength(3);
    await forgetExpired(after(31 * DAY));
    expect((await listSignatures(open)).map(({ id }) => id).toSorted()).toEqual([released.id, once.id].toSorted());
    expect(waits.state).toBe("suspect");
  });

  test("a request that nobody confirmed, thirty days after its last mail, with all that came with it", async () => {
    const open = await anOpenLetter();
    const shop = await aTarget(open.campaign.id);
    const { sessionToken } = await signs(open, { updates: true });
    const browser = await browserOf(open, sessionToken);
    await writeMessages(browser, { written: [{ targetId: shop.id, subject: "Answer", body: "Please." }], replyRoute: "signer" }, MORNING);
    await signs(open, {}, after(10 * DAY));
    await forgetExpired(after(31 * DAY));
    expect(await listSignatures(open)).toMatchObject([{ state: "pending" }]);
    expect(await confirmSignature((await newestMail(open)).token, { releasedMessageIds: [] }, after(39 * DAY))).toMatchObject({ outcome: "confirmed" });

    const other = await anOpenLetter();
    await signs(other, { updates: true });
    await forgetExpired(after(31 * DAY));
    expect(await listSignatures(other)).toEqual([]);
    expect(await db.$count(consents)).toBe(1);
    expect(await db.$count(messages)).toBe(1);
  });
});
