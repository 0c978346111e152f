import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { listHistory } from "#app/audit/history.server.ts";
import { listCoSigners } from "#app/campaigns/co-signers.server.ts";
import { coSignForm } from "#app/coalition/co-sign-form.ts";
import { confirmCoSignRequest, denyCoSignRequest, findCoSignRequest, forgetUnconfirmedRequests } from "#app/coalition/confirm-request.server.ts";
import { approveCoSignRequest, declineCoSignRequest } from "#app/coalition/decide.server.ts";
import { givePartnerLink, listCoSignRequests, listPartners } from "#app/coalition/desk-partners.server.ts";
import { checkFields } from "#app/http/form.ts";
import { db } from "#db/client.server.ts";
import { coSigners, coSignRequests } from "#db/schema/index.ts";
import { anOrganizer } from "#tests/build.ts";
import { asks, asksAndConfirms, coalitionUrls, mailsOf, newestOf } from "./coalition-steps.ts";
import { after, anOpenLetter, DAY, MORNING, type OpenLetter } from "./signing-steps.ts";

let open: OpenLetter;
let by: string;

beforeEach(async () => {
  open = await anOpenLetter();
  by = (await anOrganizer(open.campaign.id)).id;
});

const requests = () => db.select().from(coSignRequests).where(eq(coSignRequests.campaignId, open.campaign.id));
const approve = (requestId: string, name = "Kettle Watch") => approveCoSignRequest({ campaign: open.campaign, requestId, by, name, urls: coalitionUrls }, MORNING);
const names = async () => (await listCoSigners(open.campaign.id)).map(({ name }) => name);

describe("an organisation's mail speaks for it", () => {
  const fault = (url: string, email: string) => {
    const typed = new URLSearchParams({ organisation: "Kettle Watch", url, contact_name: "Sam Hill", contact_role: "Director", email });
    const read = checkFields(typed, coSignForm((domain) => domain === "gmail.com"));
    return read.ok ? undefined : read.errors;
  };

  test.each([
    ["kettle-watch.example", "sam@kettle-watch.example"],
    ["https://www.kettle-watch.example/about", "sam@mail.kettle-watch.example"],
    ["https://news.kettle-watch.co.uk", "Sam@KETTLE-WATCH.co.uk"],
    ["https://kettle-watch.github.io", "sam@kettle-watch.github.io"],
  ])("%s, %s", (url, email) => {
    expect(fault(url, email)).toBeUndefined();
  });

  test.each([
    ["https://kettle-watch.example", "sam@kettle-watch.org", /at kettle-watch\.example/],
    ["https://kettle-watch.co.uk", "sam@other.co.uk", /at kettle-watch\.co\.uk/],
    ["https://kettle-watch.github.io", "sam@github.io", /at kettle-watch\.github\.io/],
    ["https://gmail.com", "sam@gmail.com", /anybody can have one/],
    ["https://kettle-watch.example", "sam@kettle-watch.example.evil.org", /at kettle-watch\.example/],
  ])("not so %s, %s", (url, email, words) => {
    expect(fault(url, email)?.["email"]).toMatch(words);
  });

  test.each(["", "https://192.0.2.7", "https://co.uk", "javascript:alert(1)"])("which needs a web site, and “%s” is none", (url) => {
    expect(fault(url, "sam@kettle-watch.example")?.["url"]).toMatch(/web site|whole address/);
  });
});

describe("a request", () => {
  test("is one per site however often and at once it is asked, with one mail each ten minutes", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => asks(open)));
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["asked"]));
    await asks(open, { email: "kim@kettle-watch.example" }, after(9));
    expect(await requests()).toHaveLength(1);
    expect(await mailsOf(open, "confirm-co-sign")).toHaveLength(1);
    await asks(open, { email: "kim@kettle-watch.example" }, after(10));
    expect((await mailsOf(open, "confirm-co-sign")).map(({ to }) => to)).toEqual(["sam@kettle-watch.example", "kim@kettle-watch.example"]);
    expect((await requests()).map(({ email, state }) => [email, state])).toEqual([["kim@kettle-watch.example", "asked"]]);
  });

  test("waits for the organizers once its mail's owner has confirmed it, and twice is once", async () => {
    await asks(open);
    expect(await listCoSignRequests(open.campaign.id)).toEqual([]);
    const { token } = await newestOf(open, "confirm-co-sign");
    expect(await Promise.all([confirmCoSignRequest(token, after(1)), confirmCoSignRequest(token, after(2))])).toEqual([{ outcome: "confirmed" }, { outcome: "confirmed" }]);
    expect(await listCoSignRequests(open.campaign.id)).toHaveLength(1);
    expect(await asks(open, { email: "kim@kettle-watch.example" }, after(60))).toEqual({ outcome: "asked" });
    expect((await listCoSignRequests(open.campaign.id)).map(({ email }) => email)).toEqual(["sam@kettle-watch.example"]);
    expect(await mailsOf(open, "confirm-co-sign")).toHaveLength(1);
  });

  test("that was not theirs is gone with all that was typed", async () => {
    await asks(open);
    const { token } = await newestOf(open, "confirm-co-sign");
    expect(await denyCoSignRequest(token)).toEqual({ outcome: "removed" });
    expect(await requests()).toEqual([]);
    expect(await confirmCoSignRequest(token)).toEqual({ outcome: "unknown" });
  });

  test("that nobody confirmed opens nothing after fourteen days, and the clock forgets it", async () => {
    await asks(open);
    const { token } = await newestOf(open, "confirm-co-sign");
    expect(await findCoSignRequest(token, after(14 * DAY - 1))).toMatchObject({ state: "asked" });
    expect(await confirmCoSignRequest(token, after(14 * DAY))).toEqual({ outcome: "unknown" });
    await forgetUnconfirmedRequests(after(14 * DAY));
    expect(await requests()).toEqual([]);
  });
});

describe("the organizers' decision", () => {
  test("puts the organisation behind the others, mails its contact, and forgets who asked", async () => {
    await db.insert(coSigners).values({ campaignId: open.campaign.id, position: 4, name: "Mothers, Inc.", joinedOn: "2026-01-01" });
    const request = await asksAndConfirms(open);
    expect(await approve(request.id)).toEqual({ outcome: "approved" });
    expect(await listCoSigners(open.campaign.id)).toEqual([
      { name: "Mothers, Inc.", url: null, joinedOn: "2026-01-01" },
      { name: "Kettle Watch", url: "https://kettle-watch.example", joinedOn: "2026-03-02" },
    ]);
    expect((await mailsOf(open, "co-sign-approved")).map(({ to }) => to)).toEqual(["sam@kettle-watch.example"]);
    expect((await requests()).map(({ state, email, contactName }) => [state, email, contactName])).toEqual([["approved", "", ""]]);
    const [partner] = await listPartners(open.campaign.id).then((all) => all.filter(({ name }) => name === "Kettle Watch"));
    expect(partner).toMatchObject({ partner: "kettle-watch", mayDownload: true });
    const log = await listHistory(open.campaign.id, [{ subject: "co-signer", ids: [partner?.id ?? ""] }]);
    expect(log.map(({ act }) => act)).toEqual(["approved"]);
    expect(JSON.stringify(log)).not.toMatch(/sam/i);
  });

  test("is made once, whoever makes it at the same time", async () => {
    const { id } = await asksAndConfirms(open);
    const decline = () => declineCoSignRequest({ campaign: open.campaign, requestId: id, by }, MORNING);
    const outcomes = await Promise.all([approve(id), approve(id), approve(id), decline()]);
    expect(outcomes.filter(({ outcome }) => outcome !== "gone")).toHaveLength(1);
    const mails = await mailsOf(open, "co-sign-approved");
    expect(mails).toHaveLength((await names()).length);
  });

  test("is refused for a name that has signed, until it is written another way", async () => {
    await db.insert(coSigners).values({ campaignId: open.campaign.id, position: 0, name: "KETTLE watch", joinedOn: "2026-01-01" });
    const { id } = await asksAndConfirms(open);
    expect(await approve(id)).toEqual({ outcome: "name taken" });
    expect(await listCoSignRequests(open.campaign.id)).toHaveLength(1);
    expect(await approve(id, "Kettle Watch Europe")).toEqual({ outcome: "approved" });
  });

  test("to decline deletes who asked and mails nothing", async () => {
    const { id } = await asksAndConfirms(open);
    expect(await declineCoSignRequest({ campaign: open.campaign, requestId: id, by })).toEqual({ outcome: "declined" });
    expect((await requests()).map(({ state, email }) => [state, email])).toEqual([["declined", ""]]);
    expect(await names()).toEqual([]);
    expect(await mailsOf(open, "co-sign-approved")).toEqual([]);
  });

  test("is not another campaign's", async () => {
    const { id } = await asksAndConfirms(open);
    const other = await anOpenLetter();
    expect(await approveCoSignRequest({ campaign: other.campaign, requestId: id, by, name: "Kettle Watch", urls: coalitionUrls })).toEqual({ outcome: "gone" });
    expect(await declineCoSignRequest({ campaign: other.campaign, requestId: id, by })).toEqual({ outcome: "gone" });
  });
});

test("a co-signer that was typed in gets a link of its own, and none that another has", async () => {
  const row = { campaignId: open.campaign.id, joinedOn: "2026-01-01" };
  const rows = await db.insert(coSigners).values([{ ...row, position: 0, name: "Kettle Watch!" }, { ...row, position: 1, name: "Kettle Watch" }, { ...row, position: 2, name: "مرصد" }]).returning();
  for (const { id } of rows) expect(await givePartnerLink({ campaign: open.campaign, coSignerId: id, by })).toEqual({ outcome: "given" });
  expect(await givePartnerLink({ campaign: open.campaign, coSignerId: rows[0]?.id ?? "", by })).toEqual({ outcome: "already so" });
  expect((await listPartners(open.campaign.id)).map(({ partner }) => partner)).toEqual(["kettle-watch", "kettle-watch-2", "partner"]);
});
