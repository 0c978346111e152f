import type { ActionFunctionArgs } from "@remix-run/node";
import { eq, sql as raw } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { askForExport, askForRemoval } from "#app/desk/lists/ask.server.ts";
import { RemovalForm } from "#app/desk/lists/bulk-forms.ts";
import { signaturesList } from "#app/desk/lists/signatures-list.server.ts";
import { checkFields } from "#app/http/form.ts";
import { findFile, forgetUnusedFiles } from "#app/campaigns/files.server.ts";
import { addImage, removeFromPress } from "#app/press/change.server.ts";
import { forgetOldFiles } from "#app/jobs/file.server.ts";
import { runJobs } from "#app/jobs/run.server.ts";
import { addContact, setContactState } from "#app/retailers/contacts.server.ts";
import { action as askToExport } from "#app/routes/organize/lists/export.tsx";
import { action as fetchFile } from "#app/routes/organize/jobs/file.ts";
import { action as start, loader as openStart } from "#app/routes/organize/new-campaign.tsx";
import { action as publishSetUp } from "#app/routes/organize/set-up/publish.tsx";
import { action as saveSender } from "#app/routes/organize/set-up/sender.tsx";
import { action as schedule } from "#app/routes/organize/state/schedule.tsx";
import { action as changeState } from "#app/routes/organize/state/state.tsx";
import { db } from "#db/client.server.ts";
import { auditEntries, campaigns, jobs, organizerSessions, pressImages, targets } from "#db/schema/index.ts";
import { aCampaign, aLetter, anOrganizer, aSignature, aTarget } from "#tests/build.ts";
import { aPng } from "#tests/pictures.ts";
import { answerOf, browserOf } from "./organizers-steps.ts";

const context = { isFromThisMachine: false };
const FOREVER = new AbortController().signal;

let campaign: Awaited<ReturnType<typeof aCampaign>>;
let grace: Awaited<ReturnType<typeof anOrganizer>>;
let browser: Awaited<ReturnType<typeof browserOf>>;

beforeEach(async () => {
  campaign = await aCampaign();
  const letter = await aLetter(campaign.id);
  await aSignature({ campaignId: campaign.id, letterVersionId: letter.id }, { confirmedAt: new Date() });
  grace = await anOrganizer(campaign.id, { role: "owner" });
  browser = await browserOf(grace);
});

function leavesBrowserOpen() {
  return db.update(organizerSessions).set({ provenAt: new Date(Date.now() - 16 * 60_000) }).where(eq(organizerSessions.organizerId, grace.id));
}

function sends(action: (args: ActionFunctionArgs) => Promise<unknown>, fields: Record<string, string>, more: Record<string, string> = {}) {
  const request = browser.sends(`/organize/campaigns/${campaign.slug}/x`, fields);
  return answerOf(action({ request, params: { slug: campaign.slug, ...more }, context }));
}

async function anExport(query = "") {
  const id = v7();
  const columns = ["name"];
  await askForExport({ id, campaignId: campaign.id, by: grace.id, selection: { which: "all", query }, list: signaturesList, columns, hasMark: false });
  await runJobs(JOB_KINDS, FOREVER);
  return id;
}

function logged() {
  return db.select().from(auditEntries).where(eq(auditEntries.campaignId, campaign.id)).orderBy(auditEntries.id);
}

describe("a browser that somebody left open at the desk", () => {
  const sender = { sender_name: "", privacy_contact: "privacy@example.org", updates_consent_wording: "Tell me.", unconfirmed_days: "30", kept_days_after_closing: "30" };

  test.each([
    ["takes no list of names along", askToExport, { which: "all", query: "", job: v7(), column: "name" }],
    ["closes nothing by the clock", schedule, { closes_at: "2099-01-01T10:00", opens_at: "" }],
    ["opens nothing", changeState, { step: "open" }],
    ["archives nothing", changeState, { step: "archive" }],
  ])("%s", async (_, action, fields) => {
    await leavesBrowserOpen();
    expect((await sends(action, fields, { list: "signatures" })).headers.get("Location")).toMatch(/^\/organize\/proof\?next=/);
    expect(await db.select().from(jobs).where(eq(jobs.campaignId, campaign.id))).toEqual([]);
    expect(await logged()).toEqual([]);
  });

  test("publishes no campaign, now or by the clock", async () => {
    await db.update(campaigns).set({ state: "draft" }).where(eq(campaigns.id, campaign.id));
    await leavesBrowserOpen();
    for (const fields of [{ slug: campaign.slug }, { opens_at: "2099-01-01T10:00" }]) {
      expect((await sends(publishSetUp, fields)).headers.get("Location")).toMatch(/^\/organize\/proof\?next=/);
    }
  });

  test("fetches no file, and once it is proven who sits there it does", async () => {
    const job = await anExport();
    await leavesBrowserOpen();
    expect((await sends(fetchFile, {}, { job })).headers.get("Location")).toMatch(/^\/organize\/proof\?next=/);
    browser = await browserOf(grace);
    expect(await (await sends(fetchFile, {}, { job })).text()).toContain("Ada Lovelace");
  });

  test("brings no closed campaign nearer to its signers' erasure", async () => {
    await db.update(campaigns).set({ state: "closed", closedAt: new Date("2026-01-01"), keptDaysAfterClosing: 365 }).where(eq(campaigns.id, campaign.id));
    await leavesBrowserOpen();
    expect((await sends(saveSender, sender)).headers.get("Location")).toMatch(/^\/organize\/proof\?next=/);
    expect((await db.select().from(campaigns).where(eq(campaigns.id, campaign.id)))[0]?.keptDaysAfterClosing).toBe(365);
  });
});

describe("a campaign that asks for a second step", () => {
  test("is not read by way of a copy", async () => {
    await db.update(campaigns).set({ requiresSecondStep: true }).where(eq(campaigns.id, campaign.id));
    const copy = { id: v7(), start: "copy", name: "A way in", slug: `way-in-${campaign.slug}`, from: campaign.id };
    const answer = await answerOf(start({ request: browser.sends("/organize/new", copy), params: {}, context }));
    expect(await answer.text()).toContain("Choose one of your own campaigns.");
    expect(await db.select().from(campaigns).where(eq(campaigns.slug, copy.slug))).toEqual([]);
    expect(await (await answerOf(openStart({ request: browser.gets("/organize/new"), params: {}, context }))).text()).not.toContain(campaign.id);

    await db.update(organizerSessions).set({ secondStepAt: new Date() }).where(eq(organizerSessions.organizerId, grace.id));
    expect((await answerOf(start({ request: browser.sends("/organize/new", copy), params: {}, context }))).status).toBe(303);
  });
});

describe("whoever looks for a signer by name", () => {
  test("writes that name into no log, by an export or a removal", async () => {
    await anExport("name=ada+love");
    await askForRemoval({ id: v7(), campaignId: campaign.id, by: grace.id, selection: { which: "all", query: "name=ada+love" }, reason: "Twice." });
    await runJobs(JOB_KINDS, FOREVER);
    const log = await logged();
    expect(JSON.stringify(log)).not.toMatch(/ada/i);
    expect(log.map(({ after }) => after?.["which"]).filter(Boolean)).toEqual(["Name: one that was typed", "Name: one that was typed"]);
  });

  test("is forgotten with the file", async () => {
    const job = await anExport("name=ada+love");
    const month = 30 * 24 * 3_600_000;
    await forgetOldFiles(new Date(Date.now() + month));
    const [old] = await db.select().from(jobs).where(eq(jobs.id, job));
    expect(JSON.stringify([old?.input, old?.cursor])).not.toMatch(/ada/i);
    expect(old?.title).toBe("Export of signatures");
  });

  test("names no address in a reason", () => {
    const reading = checkFields(new URLSearchParams({ job: v7(), word: "remove", reason: "This is ada@example.org again" }), RemovalForm);
    expect(reading).toMatchObject({ ok: false, errors: { reason: expect.stringContaining("Leave addresses out") } });
  });
});

test("who leads a shared retailer's mail elsewhere stands in the log of every campaign that asks it", async () => {
  const target = await aTarget(campaign.id);
  const other = await aCampaign();
  const mallory = await anOrganizer(other.id, { name: "Mallory" });
  await db.insert(targets).values({ campaignId: other.id, retailerId: target.retailerId, position: 0 });
  const desk = { campaignId: other.id, by: mallory.id };
  await addContact({ retailerId: target.retailerId, role: "Care", email: "mallory@elsewhere.example", ...desk });
  await setContactState(target.contactId ?? "", target.retailerId, { state: "wrong", reason: null, ...desk });
  expect((await logged()).map(({ act, subject, title, organizerId }) => [act, subject, title, organizerId])).toEqual([
    ["created", "contact", "mallory@elsewhere.example", mallory.id],
    ["changed", "contact", "care@corner-shop.example", mallory.id],
  ]);
  const [twice] = await db.select({ count: raw<number>`count(*)::int` }).from(auditEntries).where(eq(auditEntries.campaignId, other.id));
  expect(twice?.count).toBe(2);
});

test("a picture that was taken off every page is forgotten, and one that is shown again stays", async () => {
  const shown = { campaignId: campaign.id, by: grace.id, kind: "images" as const };
  const id = v7();
  const image = { content: aPng(301, 200), alt: "A kettle", credit: "Grace" };
  await addImage(shown, id, image);
  const [hash = ""] = (await db.select({ hash: pressImages.fileHash }).from(pressImages).where(eq(pressImages.id, id))).map((row) => row.hash);
  const days = (count: number) => new Date(Date.now() + count * 24 * 3_600_000);
  await forgetUnusedFiles(days(400));
  expect(await findFile(hash)).toBeDefined();
  await removeFromPress({ ...shown, id });
  await forgetUnusedFiles(days(0.5));
  expect(await findFile(hash)).toBeDefined();
  await forgetUnusedFiles(days(2));
  expect(await findFile(hash)).toBeUndefined();
  expect(await addImage(shown, v7(), image)).toEqual({ outcome: "added" });
});
