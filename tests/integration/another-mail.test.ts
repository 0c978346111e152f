import { beforeEach, describe, expect, test } from "vitest";
import { askForMail } from "#app/signatures/ask-for-mail.server.ts";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { sql } from "#db/client.server.ts";
import { after, anOpenLetter, browserOf, HOUR, listMails, MORNING, newestMail, type OpenLetter, signs, signsAndConfirms, urls } from "./signing-steps.ts";

let open: OpenLetter;

beforeEach(async () => {
  open = await anOpenLetter();
});

async function asks(sessionToken: string | undefined, minutes: number, client: { clientHash: string | null; network: string | null } = { clientHash: null, network: null }) {
  await askForMail({ campaignId: open.campaign.id, sessionToken, client }, after(minutes));
  await screenSignings(urls, undefined, after(minutes));
  return (await listMails(open)).length;
}

describe("who asks for the mail again", () => {
  test("gets it after ten minutes, and not before", async () => {
    const { sessionToken } = await signs(open);
    expect(await asks(sessionToken, 9)).toBe(1);
    expect(await asks(sessionToken, 11)).toBe(2);
    expect(await newestMail(open)).toMatchObject({ card: "confirm-signature", to: "ada@example.org" });
    expect(await asks(sessionToken, 20)).toBe(2);
    expect(await asks(sessionToken, 22)).toBe(3);
  });

  test("sees when it was asked for", async () => {
    const { sessionToken } = await signs(open);
    expect(await browserOf(open, sessionToken)).toMatchObject({ createdAt: MORNING, mailAskedAt: null });
    await asks(sessionToken, 11);
    expect(await browserOf(open, sessionToken)).toMatchObject({ mailAskedAt: after(11) });
  });

  test("gets one, however many times at once they ask", async () => {
    const { sessionToken } = await signs(open);
    await Promise.all(Array.from({ length: 10 }, () => askForMail({ campaignId: open.campaign.id, sessionToken, client: { clientHash: null, network: null } }, after(11))));
    const [waiting] = await sql<{ rows: number }[]>`select count(*)::int as rows from signings where campaign_id = ${open.campaign.id}`;
    expect(waiting?.rows).toBe(1);
    expect(await asks(sessionToken, 12)).toBe(2);
  });

  test("and has confirmed is told that they have signed", async () => {
    const { typedIn } = await signsAndConfirms(open);
    await asks(typedIn, 11);
    expect(await newestMail(open)).toMatchObject({ card: "already-signed" });
  });

  test.each(["suspect", "removed"] as const)("of a signature that is %s gets none", async (state) => {
    const { sessionToken } = await signs(open);
    await sql`update signatures set state = ${state} where campaign_id = ${open.campaign.id}`;
    expect(await asks(sessionToken, 11)).toBe(1);
  });

  test("without a session, or with one that has ended, asks for nothing", async () => {
    const { sessionToken } = await signs(open);
    expect(await asks(undefined, 11)).toBe(1);
    expect(await asks("guessed", 11)).toBe(1);
    expect(await asks(sessionToken, 13 * HOUR)).toBe(1);
  });
});

test("five mails are asked for from one address in five minutes, and no more", async () => {
  const client = { clientHash: "home", network: null };
  const sessions: string[] = [];
  for (let turn = 0; turn < 7; turn += 1) sessions.push((await signs(open, { email: `ada-${turn}@example.org` })).sessionToken);
  for (const session of sessions) await asks(session, 11, client);
  expect(await listMails(open)).toHaveLength(7 + 5);
});

test("asking for the mail makes nobody's signing suspect", async () => {
  const client = { clientHash: "home", network: null };
  const { sessionToken } = await signs(open);
  await asks(sessionToken, 11, client);
  await sql`insert into signings (campaign_id, canonical_email, name_key, is_new, client_hash, created_at)
    select ${open.campaign.id}, canonical_email, name_key, true, 'home', ${after(11)} from signatures where campaign_id = ${open.campaign.id}`;
  await screenSignings(urls, undefined, after(11));
  expect(await sql`select suspicion from screened_signings where campaign_id = ${open.campaign.id} and suspicion is not null`).toEqual([]);
});
