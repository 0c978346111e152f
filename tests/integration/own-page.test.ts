import { beforeEach, describe, expect, test, vi } from "vitest";
import { askForMe } from "#app/signatures/ask-for-me.server.ts";
import { confirmSignature } from "#app/signatures/confirm.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { startUpdates, stopUpdates } from "#app/signatures/own/choose-updates.server.ts";
import { editSignature } from "#app/signatures/own/edit.server.ts";
import { endLinks } from "#app/signatures/own/end-links.server.ts";
import { findNumber } from "#app/signatures/own/number.server.ts";
import { findOwnPage, findOwnSignature } from "#app/signatures/own/own-page.server.ts";
import { signAgain } from "#app/signatures/own/sign-again.server.ts";
import { listRecentSigners } from "#app/signatures/recent.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { withdrawSignature } from "#app/signatures/withdraw.server.ts";
import { writeOwnFile } from "#app/messages/own-file.server.ts";
import { readMySignature } from "#app/messages/my-signature.server.ts";
import { writeMessages } from "#app/messages/write.server.ts";
import { db } from "#db/client.server.ts";
import { listen } from "#db/notices.server.ts";
import { campaigns, consents, signatures } from "#db/schema/index.ts";
import { aSignature, aTarget } from "#tests/build.ts";
import { ADA, forgetSigners, logOf, pageOf, rowOf } from "./own-page-steps.ts";
import { after, anOpenLetter, browserOf, listMails, MORNING, newestMail, signs, signsAndConfirms, urls } from "./signing-steps.ts";

beforeEach(forgetSigners);

const letterUrls = { letter: (slug: string) => `https://countersign.example/letters/${slug}` };

describe("one link", () => {
  test("opens every signature of its address, under every campaign and of both who share it", async () => {
    const [kettles, locks] = [await anOpenLetter({ sharesAddresses: true }), await anOpenLetter()];
    const { meToken } = await signsAndConfirms(kettles);
    await signs(kettles, { name: "Sam Lovelace" }, after(1));
    await signs(locks, {}, after(2));
    const own = await findOwnPage(meToken, after(3));
    expect(own?.signatures.map(({ name, state, campaign }) => [name, state, campaign.slug])).toEqual([
      ["Ada Lovelace", "pending", locks.campaign.slug],
      ["Sam Lovelace", "pending", kettles.campaign.slug],
      ["Ada Lovelace", "confirmed", kettles.campaign.slug],
    ]);
  });

  test("opens nothing of anybody else", async () => {
    const open = await anOpenLetter();
    const { meToken } = await signsAndConfirms(open);
    const { signature: sams } = await signsAndConfirms(open, { email: "sam@example.org", name: "Sam" });
    expect(await findOwnSignature(meToken, sams.id, after(1))).toBeUndefined();
    expect(await findOwnSignature(meToken, "no-such-thing", after(1))).toBeUndefined();
    expect((await findOwnPage(meToken, after(1)))?.signatures).toHaveLength(1);
  });

  test("tells of a suspect signature what it tells of one that waits", async () => {
    const [kettles, locks] = [await anOpenLetter(), await anOpenLetter()];
    const { meToken } = await signsAndConfirms(kettles);
    const of = { campaignId: locks.campaign.id, letterVersionId: locks.letter.id };
    const { id } = await aSignature(of, { email: ADA, state: "suspect", suspicion: "trap", createdAt: after(1), mailedAt: after(1) });
    const told = async () => {
      const own = await findOwnSignature(meToken, id, after(3));
      return own && { ...(await readMySignature(own)), file: JSON.stringify(await writeOwnFile((await pageOf(meToken)).own, letterUrls, after(3))) };
    };
    const suspect = await told();
    await db.update(signatures).set({ state: "pending", suspicion: null });
    expect(suspect).toMatchObject({ state: "pending", canEdit: false, mails: [] });
    expect(suspect?.file).not.toMatch(/suspect|trap/);
  });

  test("ends with all others by one press, and a new one goes to the address itself", async () => {
    const open = await anOpenLetter();
    const { meToken, sessionToken, signature } = await signsAndConfirms(open, { email: "ada.l@gmail.com" });
    const confirmToken = (await newestMail(open)).token;
    const { own } = await pageOf(meToken);
    const twice = await Promise.all([1, 2].map(() => endLinks({ token: meToken, ...own }, urls, after(5))));
    expect(twice.map(({ outcome }) => outcome).toSorted()).toEqual(["ended", "gone"]);
    expect(await findOwnPage(meToken, after(6))).toBeUndefined();
    await expect(browserOf(open, sessionToken, after(6))).rejects.toThrow("no session");
    const mail = await newestMail(open);
    expect(mail).toMatchObject({ card: "my-page", to: "ada.l@gmail.com" });
    expect((await findOwnPage(mail.token, after(6)))?.signatures.map(({ id }) => id)).toEqual([signature.id]);
    expect(await confirmSignature(confirmToken, { releasedMessageIds: [] }, after(6))).toEqual({ outcome: "unknown" });
  });
});

describe("asking the house for it", () => {
  test("mails the link to the newest signature's typed address, three times an hour under all letters together", async () => {
    const [kettles, locks] = [await anOpenLetter(), await anOpenLetter()];
    const of = ({ campaign, letter }: typeof kettles) => ({ campaignId: campaign.id, letterVersionId: letter.id });
    await aSignature(of(kettles), { email: "ada.l@gmail.com", confirmedAt: MORNING, createdAt: MORNING });
    await aSignature(of(locks), { email: "adal+locks@gmail.com", confirmedAt: MORNING, createdAt: after(1) });
    for (const minute of [2, 3]) expect(await askForMe({ email: "AdaL@googlemail.com", urls }, after(minute))).toEqual({ outcome: "asked" });
    await askForMe({ campaign: kettles.campaign, email: "adal@gmail.com", urls }, after(4));
    await askForMe({ email: "adal@gmail.com", urls }, after(5));
    expect((await listMails(locks)).map(({ card, to }) => [card, to])).toEqual([["my-page", "adal+locks@gmail.com"], ["my-page", "adal+locks@gmail.com"]]);
    expect(await listMails(kettles)).toHaveLength(1);
    expect((await findOwnPage((await newestMail(locks)).token, after(6)))?.signatures).toHaveLength(2);
  });

  test("answers the same for an address that never signed, and mails nothing", async () => {
    const open = await anOpenLetter();
    expect(await askForMe({ email: "nobody@example.org", urls }, MORNING)).toEqual({ outcome: "asked" });
    expect(await listMails(open)).toEqual([]);
  });
});

describe("did my signature count", () => {
  test("as the how manieth of those that count today, tallied or not", async () => {
    const open = await anOpenLetter();
    const of = { campaignId: open.campaign.id, letterVersionId: open.letter.id };
    const numbers = async () => Promise.all(four.map(({ id }) => findNumber({ signatureId: id, campaignId: open.campaign.id })));
    const four = [
      await aSignature(of, { confirmedAt: after(0) }), await aSignature(of, { confirmedAt: after(2) }),
      await aSignature(of, { confirmedAt: after(2.5) }), await aSignature(of, { confirmedAt: after(9) }),
    ];
    expect(await numbers()).toEqual([1, 2, 3, 4]);
    await tallySignatures(after(8));
    expect(await numbers()).toEqual([1, 2, 3, 4]);
    await withdrawSignature({ signatureId: four[1]?.id ?? "", campaignSlug: open.campaign.slug }, after(10));
    await tallySignatures(after(12));
    expect(await numbers()).toEqual([1, null, 2, 3]);
  });
});

describe("editing", () => {
  test("takes effect at once, tells every process, and the log learns the parts and not the words", async () => {
    const open = await anOpenLetter();
    const { meToken } = await signsAndConfirms(open, { comment: "My kettle listens." });
    const { first } = await pageOf(meToken);
    const heard: string[] = [];
    const unlisten = await listen("published", (slug) => void heard.push(slug));
    expect(await editSignature(first, { name: "Ada Byron", isNameShown: true }, after(6))).toEqual({ outcome: "changed" });
    expect(await editSignature(first, { comment: null }, after(7))).toEqual({ outcome: "changed" });
    expect(await editSignature(first, { country: "FR", postcode: "75001" }, after(8))).toEqual({ outcome: "changed" });
    expect(await editSignature(first, { country: "FR", postcode: "75001" }, after(9))).toEqual({ outcome: "unchanged" });
    await vi.waitFor(() => expect(heard).toEqual([open.campaign.slug, open.campaign.slug, open.campaign.slug]));
    await unlisten();
    expect(await listRecentSigners(open.campaign.id)).toEqual([{ name: "Ada Byron", country: "FR" }]);
    const log = await logOf(open);
    expect(log.map(({ act, organizerId, what }) => [act, organizerId, what])).toEqual([
      ["changed", null, { changed: ["name", "visibility"] }], ["changed", null, { changed: ["comment"] }], ["changed", null, { changed: ["country", "postcode"] }],
    ]);
    expect(JSON.stringify(log)).not.toMatch(/Byron|Ada|75001|kettle/);
  });

  test("changed words lose their review, and nothing else does", async () => {
    const open = await anOpenLetter();
    const row = await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { comment: "Mine.", commentReview: "shown", confirmedAt: MORNING });
    await editSignature(row, { country: "FR", postcode: null }, after(1));
    await editSignature(row, { comment: "Mine." }, after(1));
    expect(await rowOf(row.id)).toMatchObject({ commentReview: "shown", country: "FR" });
    await editSignature(row, { comment: "Yours." }, after(2));
    expect(await rowOf(row.id)).toMatchObject({ commentReview: null, comment: "Yours." });
  });

  test("gives none of two who share an address the other's name, and the browser goes on finding its own", async () => {
    const open = await anOpenLetter({ sharesAddresses: true });
    const { meToken, sessionToken } = await signsAndConfirms(open);
    await signs(open, { name: "Sam Lovelace" }, after(1));
    const { own } = await pageOf(meToken);
    const ada = own.signatures.find(({ name }) => name === "Ada Lovelace");
    if (!ada) throw new Error("Ada is not there.");
    expect(await editSignature(ada, { name: "sam  LOVELACE", isNameShown: true }, after(2))).toEqual({ outcome: "other's name" });
    expect(await editSignature(ada, { name: "Augusta", isNameShown: true }, after(3))).toEqual({ outcome: "changed" });
    expect(await browserOf(open, sessionToken)).toMatchObject({ name: "Augusta", signatureId: ada.id });
  });

  test.each(["pending", "suspect", "removed"] as const)("changes nothing of a signature that is %s", async (state) => {
    const open = await anOpenLetter();
    const row = await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { state });
    expect(await editSignature(row, { comment: "Mine." }, after(1))).toEqual({ outcome: "not editable" });
    expect(await editSignature({ ...row, canonicalEmail: "sam@example.org" }, { comment: "Mine." }, after(1))).toEqual({ outcome: "not editable" });
    expect(await rowOf(row.id)).toMatchObject({ comment: null });
  });
});

describe("updates", () => {
  test("are started and stopped, each consent kept with its wording and its days", async () => {
    const open = await anOpenLetter({ updatesConsentWording: "Tell me." });
    const { meToken } = await signsAndConfirms(open, { updates: true });
    const { first } = await pageOf(meToken);
    expect(await stopUpdates(first, after(6))).toEqual({ outcome: "stopped" });
    expect(await stopUpdates(first, after(7))).toEqual({ outcome: "already so" });
    await db.update(campaigns).set({ updatesConsentWording: "Tell me all." });
    const twice = await Promise.all([startUpdates(first, after(8)), startUpdates(first, after(8))]);
    expect(twice.map(({ outcome }) => outcome).toSorted()).toEqual(["already so", "started"]);
    const kept = await db.select().from(consents).orderBy(consents.givenAt);
    expect(kept.map(({ wording, withdrawnAt }) => [wording, withdrawnAt])).toEqual([["Tell me.", after(6)], ["Tell me all.", null]]);
    expect((await logOf(open)).map(({ what }) => what)).toEqual([{ updates: "stopped" }, { updates: "started" }]);
  });
});

describe("signing again after withdrawing", () => {
  test("counts at once and once, in the place it had; not after the letter has closed", async () => {
    const open = await anOpenLetter();
    const { meToken, signature } = await signsAndConfirms(open);
    const { first } = await pageOf(meToken);
    await withdrawSignature({ signatureId: signature.id, campaignSlug: open.campaign.slug }, after(5));
    const twice = await Promise.all([signAgain(first, after(6)), signAgain(first, after(6))]);
    expect(twice.map(({ outcome }) => outcome).toSorted()).toEqual(["not possible", "signed again"]);
    expect(await countSignatures(open.campaign.id)).toBe(1);
    expect(await rowOf(signature.id)).toMatchObject({ state: "confirmed", confirmedAt: MORNING });
    expect((await logOf(open)).map(({ act, organizerId }) => [act, organizerId])).toEqual([["withdrew", null], ["signed again", null]]);
    await withdrawSignature({ signatureId: signature.id, campaignSlug: open.campaign.slug }, after(7));
    await db.update(campaigns).set({ state: "closed" });
    expect(await signAgain(first, after(8))).toEqual({ outcome: "not possible" });
    expect(await countSignatures(open.campaign.id)).toBe(0);
  });
});

test("the file to take along holds everything of the address, and nobody else's", async () => {
  const open = await anOpenLetter();
  const shop = await aTarget(open.campaign.id);
  const { meToken, sessionToken } = await signsAndConfirms(open, { comment: "My kettle listens.", updates: true });
  await signsAndConfirms(open, { email: "sam@example.org", name: "Sam Other", comment: "Mine too." });
  await writeMessages(await browserOf(open, sessionToken), { written: [{ targetId: shop.id, subject: "Answer", body: "Please." }], replyRoute: "signer" }, after(2));
  const file = await writeOwnFile((await pageOf(meToken)).own, letterUrls, after(5));
  expect(file).toMatchObject({
    format: "countersign-signer/1", address: ADA, madeAt: after(5).toISOString(),
    signatures: [
      {
        state: "confirmed", counts: true, name: "Ada Lovelace", email: ADA, comment: "My kettle listens.", consents: [{ kind: "updates", wording: "Tell me what happens." }],
        messages: [{ retailer: "Corner Shop", subject: "Answer", body: "Please.", answersGoTo: "you" }], mails: [{ mail: "confirm-signature", to: ADA }],
        letter: { number: 1 }, campaign: { url: `https://countersign.example/letters/${open.campaign.slug}` },
      },
    ],
    links: [{}],
    browsers: [{}],
  });
  expect(JSON.stringify(file)).not.toMatch(/sam@example|Sam Other|Mine too/);
});
