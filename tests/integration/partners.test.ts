import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { listHistory } from "#app/audit/history.server.ts";
import { listCoSigners } from "#app/campaigns/co-signers.server.ts";
import { removeCoSigner } from "#app/campaigns/change-co-signers.server.ts";
import { allowDownload, renewPartnerPage } from "#app/coalition/desk-partners.server.ts";
import { mailDownloadCode, takeContacts } from "#app/coalition/download.server.ts";
import { readPartnerPage } from "#app/coalition/partner-page.server.ts";
import { loader as openPartnerLetter } from "#app/routes/coalition/letter.tsx";
import { paths } from "#app/http/paths.ts";
import { action as stop } from "#app/routes/me/sharing.ts";
import { eraseDueSigners } from "#app/signatures/erase.server.ts";
import { sign } from "#app/signatures/sign.server.ts";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { confirmByCode } from "#app/signatures/confirm-by-code.server.ts";
import { confirmSignature } from "#app/signatures/confirm.server.ts";
import { listOwnConsents } from "#app/signatures/own/mails.server.ts";
import { stopSharing } from "#app/signatures/own/stop-sharing.server.ts";
import { db } from "#db/client.server.ts";
import { campaigns, consents, dailyCounts, signatureLinks, signatures } from "#db/schema/index.ts";
import { anOrganizer } from "#tests/build.ts";
import { aPartner, coalitionUrls, mailsOf, newestOf } from "./coalition-steps.ts";
import { after, anOpenLetter, DAY, MORNING, newestMail, type OpenLetter, signatureOf, urls } from "./signing-steps.ts";

const ADA = { name: "Ada Lovelace", email: "ada@example.org", country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };

let open: OpenLetter;
let by: string;
let partner: Awaited<ReturnType<typeof aPartner>>;

beforeEach(async () => {
  open = await anOpenLetter();
  by = (await anOrganizer(open.campaign.id)).id;
  partner = await aPartner(open, by);
});

const signsBy = (values: Partial<typeof ADA> = {}, to: string | null = partner.key) => sign({ ...open, values: { ...ADA, ...values }, source: partner.key, partner: to }, MORNING);

/** Signs by the partner's link, agrees to be told to it, and confirms. */
async function signsWith(values: Partial<typeof ADA> = {}) {
  await signsBy(values);
  await screenSignings(urls, undefined, MORNING);
  const confirmed = await confirmSignature((await newestMail(open)).token, { releasedMessageIds: [] }, MORNING);
  if (confirmed.outcome !== "confirmed") throw new Error("The signature was not confirmed.");
  return { ...(await signatureOf(open, values.email ?? ADA.email)), meToken: confirmed.meToken };
}

async function mailedCode(now = after(1)) {
  await mailDownloadCode({ token: partner.token, urls: coalitionUrls }, now);
  return (await newestOf(open, "partner-code")).code;
}

async function download(now = after(1)) {
  const taken = await takeContacts({ token: partner.token, code: await mailedCode(now) }, now);
  if (taken.outcome !== "taken") throw new Error("The file was refused.");
  let file = "";
  for await (const piece of taken.lines) file += piece;
  return file.replace("\ufeff", "").trim().split("\r\n");
}

describe("the consent to be told to an organisation", () => {
  const given = () => db.select().from(consents).where(eq(consents.kind, "partner")).then((rows) => rows.filter(({ coSignerId }) => coSignerId === partner.coSignerId));

  test("is stored with its wording, beside the one to updates, when it was ticked", async () => {
    await signsBy({ updates: true });
    expect(await given()).toMatchObject([{ wording: "Share my name and e-mail address with Kettle Watch, who may write to me.", withdrawnAt: null, givenAt: MORNING }]);
    const { id } = await signatureOf(open, ADA.email);
    expect(await db.select({ kind: consents.kind }).from(consents).where(eq(consents.signatureId, id))).toHaveLength(2);
  });

  test("is not stored when it was not", async () => {
    await signsBy({}, null);
    expect(await given()).toEqual([]);
    expect(await signatureOf(open, ADA.email)).toMatchObject({ source: "kettle-watch" });
  });

  test("names nobody for a partner that is not there, or is another campaign's", async () => {
    const other = await anOpenLetter();
    const elsewhere = await aPartner(other, by, { organisation: "Mothers", siteDomain: "mothers.example", email: "kim@mothers.example" });
    await signsBy({}, elsewhere.key);
    await signsBy({ email: "sam@example.org" }, "invented");
    expect(await db.select().from(consents).where(eq(consents.coSignerId, elsewhere.coSignerId))).toEqual([]);
    expect(await given()).toEqual([]);
    await expect(openPartnerLetter({ request: new Request("https://countersign.example/"), params: { slug: open.campaign.slug, partner: elsewhere.key }, context: { isFromThisMachine: false } })).rejects.toMatchObject({ status: 404 });
  });

  test("is taken back from the signer's own page, and from nobody else's", async () => {
    const { id: signature, meToken: token } = await signsWith();
    const other = await signsWith({ email: "sam@example.org", name: "Sam" });
    // The door reads today's clock; the story is of another day.
    await db.update(signatureLinks).set({ expiresAt: after(DAY, new Date()) }).where(eq(signatureLinks.signatureId, signature));
    const press = (of: string) => {
      const body = new URLSearchParams({ co_signer: partner.coSignerId });
      return stop({ request: new Request("https://countersign.example/", { method: "POST", body }), params: { token, signature: of }, context: { isFromThisMachine: false } });
    };
    await expect(press(other.id)).rejects.toMatchObject({ status: 404 });
    expect((await press(signature)).headers.get("Location")).toBe(paths.meDone(token ?? "", "sharing-stopped"));
    expect((await given()).map(({ signatureId, withdrawnAt }) => [signatureId === signature, withdrawnAt !== null]).toSorted()).toEqual([[false, false], [true, true]]);
  });

  test("given by somebody else's hand is not confirmed by a code: whoever types it has not seen it", async () => {
    const first = await signsBy();
    await screenSignings(urls, undefined, MORNING);
    const { code } = await newestMail(open);
    const again = await sign({ ...open, values: ADA }, after(1));
    const typed = { campaignId: open.campaign.id, email: ADA.email, code };
    expect(await confirmByCode({ ...typed, sessionToken: again.sessionToken }, after(2))).toMatchObject({ outcome: "confirmed" });
    expect(await given()).toEqual([]);

    const sam = await signsBy({ email: "sam@example.org", name: "Sam" });
    await screenSignings(urls, undefined, MORNING);
    const own = { campaignId: open.campaign.id, email: "sam@example.org", code: (await newestMail(open)).code };
    expect(await confirmByCode({ ...own, sessionToken: sam.sessionToken }, after(2))).toMatchObject({ outcome: "confirmed" });
    expect(await given()).toHaveLength(1);
    expect(first.outcome).toBe("signed");
  });

  test("signing again by another's hand does not give it", async () => {
    await signsBy({}, null);
    await signsBy();
    expect(await given()).toEqual([]);
  });
});

describe("the contacts that agreed", () => {
  test("are confirmed signers whose consent stands, and nobody else", async () => {
    await signsWith();
    const withdrew = await signsWith({ email: "wim@example.org", name: "Wim" });
    const stopped = await signsWith({ email: "sam@example.org", name: "Sam" });
    await signsBy({ email: "pat@example.org", name: "Pat" });
    await signsBy({ email: "una@example.org", name: "Una" }, null);
    await db.update(signatures).set({ state: "withdrawn" }).where(eq(signatures.id, withdrew.id));
    expect(await listOwnConsents(stopped.id)).toMatchObject([{ kind: "partner", coSignerId: partner.coSignerId, withdrawnAt: null }]);
    expect(await stopSharing(stopped, partner.coSignerId)).toEqual({ outcome: "stopped" });
    expect(await stopSharing(stopped, partner.coSignerId)).toEqual({ outcome: "already so" });
    expect(await readPartnerPage(partner.token)).toMatchObject({ agreed: 1, organisation: "Kettle Watch" });
    expect(await download()).toEqual([
      "name,email,country,agreed_to,agreed_at",
      `Ada Lovelace,ada@example.org,GB,"Share my name and e-mail address with Kettle Watch, who may write to me.",${MORNING.toISOString()}`,
    ]);
  });

  test("are no formula to a spreadsheet", async () => {
    const { id } = await signsWith();
    await db.update(signatures).set({ name: "=HYPERLINK(1)" }).where(eq(signatures.id, id));
    expect((await download())[1]).toMatch(/^'=HYPERLINK\(1\),/);
  });

  test("are taken once however many take them at once, which stands in the log by number, until an organizer allows another", async () => {
    await signsWith();
    const code = await mailedCode();
    const takes = await Promise.all(Array.from({ length: 5 }, () => takeContacts({ token: partner.token, code }, after(2))));
    expect(takes.filter(({ outcome }) => outcome === "taken")).toHaveLength(1);
    const log = await listHistory(open.campaign.id, [{ subject: "co-signer", ids: [partner.coSignerId] }]);
    const downloads = log.filter(({ act }) => act === "downloaded");
    expect(downloads).toHaveLength(1);
    expect(JSON.stringify(downloads)).toContain("contacts");
    expect(JSON.stringify(log)).not.toMatch(/ada|lovelace/i);
    expect(await mailDownloadCode({ token: partner.token, urls: coalitionUrls }, after(60))).toEqual({ outcome: "not now" });
    const step = { campaign: open.campaign, coSignerId: partner.coSignerId, by };
    expect(await allowDownload({ ...step, campaign: (await anOpenLetter()).campaign })).toEqual({ outcome: "gone" });
    expect(await allowDownload(step)).toEqual({ outcome: "allowed" });
    expect(await download(after(60))).toHaveLength(2);
  });

  test("need the code that was mailed, of which there are five guesses at most and one each five minutes", async () => {
    const code = await mailedCode();
    const wrong = code === "000000" ? "000001" : "000000";
    await Promise.all(Array.from({ length: 8 }, () => takeContacts({ token: partner.token, code: wrong }, after(2))));
    expect(await takeContacts({ token: partner.token, code }, after(2))).toEqual({ outcome: "refused" });
    expect(await mailDownloadCode({ token: partner.token, urls: coalitionUrls }, after(5))).toEqual({ outcome: "not now" });
    expect(await takeContacts({ token: partner.token, code: await mailedCode(after(6)) }, after(6 + 15))).toEqual({ outcome: "refused" });
    expect((await mailsOf(open, "partner-code")).map(({ to }) => to)).toEqual(["sam@kettle-watch.example", "sam@kettle-watch.example"]);
  });
});

describe("a partner's page", () => {
  test("shows how many came by its link, as the clock has counted them", async () => {
    const count = { campaignId: open.campaign.id, by: "source" as const };
    await db.insert(dailyCounts).values([
      { ...count, day: "2026-03-01", value: partner.key, created: 5, confirmed: 4 },
      { ...count, day: "2026-01-01", value: partner.key, created: 3, confirmed: 3 },
      { ...count, day: "2026-03-01", value: "newsletter", created: 9, confirmed: 9 },
    ]);
    const page = await readPartnerPage(partner.token, MORNING);
    expect(page).toMatchObject({ confirmed: 7 });
    expect(page?.days.slice(-2)).toEqual([{ day: "2026-03-01", created: 5, confirmed: 4 }, { day: "2026-03-02", created: 0, confirmed: 0 }]);
  });

  test("opens by its newest link only", async () => {
    expect(await renewPartnerPage({ campaign: open.campaign, coSignerId: partner.coSignerId, by, urls: coalitionUrls })).toEqual({ outcome: "renewed" });
    expect(await readPartnerPage(partner.token)).toBeUndefined();
    expect(await readPartnerPage((await newestOf(open, "co-sign-approved")).token)).toMatchObject({ organisation: "Kettle Watch" });
    expect(await readPartnerPage("invented")).toBeUndefined();
  });

  test("and whom it named are gone once the campaign's signers are erased; that it signed stays", async () => {
    await signsWith();
    await db.update(campaigns).set({ state: "closed", closedAt: MORNING, keptDaysAfterClosing: 60 }).where(eq(campaigns.id, open.campaign.id));
    await eraseDueSigners(undefined, after(61 * DAY));
    expect(await readPartnerPage(partner.token)).toBeUndefined();
    expect(await db.select().from(consents).where(eq(consents.coSignerId, partner.coSignerId))).toEqual([]);
    expect(await listCoSigners(open.campaign.id)).toHaveLength(1);
  });

  test("is gone with the co-signer, and so are the consents to it", async () => {
    const { id } = await signsWith();
    await removeCoSigner({ campaignId: open.campaign.id, coSignerId: partner.coSignerId, by });
    expect(await readPartnerPage(partner.token)).toBeUndefined();
    expect(await db.select().from(consents).where(and(eq(consents.signatureId, id), eq(consents.kind, "partner")))).toEqual([]);
  });
});
