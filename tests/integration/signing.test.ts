import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { hashToken } from "#app/tokens.server.ts";
import { db, sql } from "#db/client.server.ts";
import { consents, signatures, signerSessions } from "#db/schema/index.ts";
import { aSignature } from "#tests/build.ts";
import {
  after, anOpenLetter, DAY, HOUR, listMails, listSignatures, MORNING, newestMail, type OpenLetter, signatureOf, signs, signsAndConfirms,
} from "./signing-steps.ts";

async function consentsOf(open: OpenLetter) {
  return db
    .select({ wording: consents.wording, givenAt: consents.givenAt })
    .from(consents)
    .innerJoin(signatures, eq(signatures.id, consents.signatureId))
    .where(eq(signatures.campaignId, open.campaign.id));
}

describe("one person, one signature", () => {
  test("twenty racing signings of one address are one signature, one mail and one consent", async () => {
    const open = await anOpenLetter();
    const spellings = ["ada.lovelace@gmail.com", "AdaLovelace@gmail.com", "a.d.a.lovelace+letters@googlemail.com", "ADALOVELACE+x@GMAIL.COM"];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => signs(open, { email: spellings[turn % 4] ?? "", updates: true })),
    );
    expect(await listSignatures(open)).toHaveLength(1);
    expect(await listMails(open)).toHaveLength(1);
    expect(await consentsOf(open)).toHaveLength(1);
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["signed"]));
    expect(new Set(answers.map(({ sessionToken }) => sessionToken)).size).toBe(20);
  });

  test("two people at one provider are two signatures", async () => {
    const open = await anOpenLetter();
    await signs(open, { email: "ada@example.org" });
    await signs(open, { email: "ada+sam@example.org" });
    expect(await listSignatures(open)).toHaveLength(2);
  });

  test("the same person may sign two letters", async () => {
    const [first, second] = [await anOpenLetter(), await anOpenLetter()];
    await signs(first);
    await signs(second);
    expect(await listMails(first)).toHaveLength(1);
    expect(await listMails(second)).toHaveLength(1);
  });

  test("a signature knows what was given, and to which version", async () => {
    const open = await anOpenLetter();
    await signs(open, { name: "Nguyễn Thị Minh Khai", email: "Khai@Example.org", country: "VN", postcode: "70000", comment: "My kettle listens.", isNameShown: true });
    const [signature] = await listSignatures(open);
    expect(signature).toMatchObject({
      name: "Nguyễn Thị Minh Khai", email: "Khai@Example.org", canonicalEmail: "khai@example.org", country: "VN", postcode: "70000",
      comment: "My kettle listens.", isNameShown: true, state: "pending", letterVersionId: open.letter.id, confirmedAt: null,
    });
  });

  test("consent is kept with its wording, and only where the box was ticked", async () => {
    const open = await anOpenLetter({ updatesConsentWording: "Tell me what comes of it." });
    await signs(open, { email: "ada@example.org", updates: true });
    await signs(open, { email: "sam@example.org", updates: false });
    expect(await consentsOf(open)).toEqual([{ wording: "Tell me what comes of it.", givenAt: MORNING }]);
  });
});

describe("signing again", () => {
  test("within ten minutes causes no mail, later another, and at most five a day", async () => {
    const open = await anOpenLetter();
    const mailsAfter = async (minutes: number) => {
      await signs(open, {}, after(minutes));
      return (await listMails(open)).length;
    };
    expect(await mailsAfter(0)).toBe(1);
    expect(await mailsAfter(9)).toBe(1);
    expect(await mailsAfter(11)).toBe(2);
    for (const minutes of [22, 33, 44, 55, 66, 12 * HOUR]) await mailsAfter(minutes);
    expect((await listMails(open)).length).toBe(5);
    expect(await mailsAfter(44 + DAY + 1)).toBe(6);
  });

  test("writes to the name and address that were given first, never to what was typed since", async () => {
    const open = await anOpenLetter();
    await signs(open, { name: "Ada Lovelace", email: "ada.l@gmail.com" });
    await signs(open, { name: "Buy pills", email: "adal+spam@gmail.com", comment: "pills", isNameShown: true, updates: true }, after(HOUR));
    expect((await listMails(open)).map(({ name, to }) => [name, to])).toEqual([
      ["Ada Lovelace", "ada.l@gmail.com"],
      ["Ada Lovelace", "ada.l@gmail.com"],
    ]);
    expect(await listSignatures(open)).toMatchObject([{ name: "Ada Lovelace", comment: null, isNameShown: false }]);
    expect(await consentsOf(open)).toEqual([]);
  });

  test("when confirmed, tells the owner by mail and changes nothing", async () => {
    const open = await anOpenLetter();
    const { signature } = await signsAndConfirms(open);
    await signs(open, { name: "Sam Somebody", country: "FR", updates: true }, after(HOUR));
    const mail = await newestMail(open);
    expect(mail).toMatchObject({ card: "already-signed", name: "Ada Lovelace", to: "ada@example.org" });
    expect(mail.code).toMatch(/^\d{6}$/);
    const { mailCount: _, mailedAt: __, ...rest } = signature;
    expect(await signatureOf(open, "ada@example.org")).toMatchObject(rest);
    expect(await consentsOf(open)).toEqual([]);
  });

  test("when withdrawn, asks the owner anew", async () => {
    const open = await anOpenLetter();
    const email = "ada@example.org";
    await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { email, state: "withdrawn", confirmedAt: MORNING, mailedAt: MORNING });
    await signs(open, { email }, after(HOUR));
    expect(await newestMail(open)).toMatchObject({ card: "confirm-signature" });
    expect(await listSignatures(open)).toMatchObject([{ state: "withdrawn" }]);
  });

  test.each([
    ["removed", "none"],
    ["suspect", "the mail to confirm"],
  ] as const)("when %s, writes %s and answers as always", async (state, mail) => {
    const open = await anOpenLetter();
    const email = "ada@example.org";
    await aSignature({ campaignId: open.campaign.id, letterVersionId: open.letter.id }, { email, state, mailedAt: MORNING });
    const answer = await signs(open, { email }, after(HOUR));
    expect(answer).toEqual({ outcome: "signed", sessionToken: expect.stringMatching(/^[\w-]{43}$/) });
    expect((await listMails(open)).map(({ card }) => card)).toEqual(mail === "none" ? [] : ["confirm-signature"]);
  });

  test("leaves the same rows of a session whether the address had signed or not", async () => {
    const open = await anOpenLetter();
    await signsAndConfirms(open);
    const [repeated, fresh] = [await signs(open, {}, after(HOUR)), await signs(open, { email: "sam@example.org" }, after(HOUR))];
    const sessions = await Promise.all(
      [repeated, fresh].map(async ({ sessionToken }) => {
        const [row] = await db.select().from(signerSessions).where(eq(signerSessions.tokenHash, hashToken(sessionToken)));
        return { ...row, tokenHash: "", email: "", canonicalEmail: "", createdAt: null };
      }),
    );
    expect(sessions[0]).toEqual(sessions[1]);
  });
});

test("no token and no code stands anywhere in clear but on the mail that is to leave", async () => {
  const open = await anOpenLetter();
  const { sessionToken } = await signs(open);
  const { token, code } = await newestMail(open);
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const holding = async (secret: string) => {
    const found = await Promise.all(
      tables.map(async ({ name }) => {
        const rows = await sql`select 1 from ${sql(name)} as t where t::text like ${`%${secret}%`}`;
        return rows.length > 0 ? name : undefined;
      }),
    );
    return found.filter((name) => name !== undefined);
  };
  expect(await holding(sessionToken)).toEqual([]);
  expect(await holding(token)).toEqual(["deliveries"]);
  expect(await holding(`"code": "${code}"`.replaceAll('"', '""'))).toEqual(["deliveries"]);
});
