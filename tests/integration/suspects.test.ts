import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { askForRelease, askForRemoval } from "#app/desk/lists/ask.server.ts";
import { readRemovalPreview } from "#app/desk/lists/removal-preview.server.ts";
import type { Selection } from "#app/desk/lists/selection.ts";
import { signaturesList } from "#app/desk/lists/signatures-list.server.ts";
import { releaseOne } from "#app/desk/moderate.server.ts";
import { readDeskSignature } from "#app/desk/signature.server.ts";
import { cancelJob } from "#app/jobs/cancel.server.ts";
import { runJobs } from "#app/jobs/run.server.ts";
import { undoJob } from "#app/jobs/undo.server.ts";
import { confirmSignature } from "#app/signatures/confirm.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { screenSignings } from "#app/signatures/screening/screen.server.ts";
import { FROM_NOWHERE, sign } from "#app/signatures/sign.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { withdrawSignature } from "#app/signatures/withdraw.server.ts";
import { db } from "#db/client.server.ts";
import { auditEntries, deliveries, jobs, mailedAddresses, screenedSignings, signatures } from "#db/schema/index.ts";
import { aListedCampaign, look, manySign } from "./desk-list-steps.ts";
import { listMails, newestMail, urls } from "./signing-steps.ts";

const FOREVER = new AbortController().signal;
const NOW = new Date("2026-11-24T21:05:30Z");
const BOTNET = "203.0.113.0/24";

let here: Awaited<ReturnType<typeof aListedCampaign>>;

beforeEach(async () => {
  await db.delete(mailedAddresses);
  here = await aListedCampaign();
});

/** Signs from a network; what is trapped is found suspect. */
async function signsFrom(name: string, from: Partial<typeof FROM_NOWHERE> = {}, now = NOW) {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@${from.isTrapped ? "bots.example" : "example.org"}`;
  const values = { name, email, country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };
  await sign({ ...here, values, from: { ...FROM_NOWHERE, network: BOTNET, ...from } }, now);
  await screenSignings(urls, undefined, now);
  return one(email);
}

async function one(email: string) {
  const [signature] = await db.select().from(signatures).where(and(eq(signatures.campaignId, here.campaign.id), eq(signatures.email, email)));
  if (!signature) throw new Error(`${email} has not signed.`);
  return signature;
}

async function names(query: string) {
  const { rows, notes } = await look(here, signaturesList, query);
  expect(notes).toEqual([]);
  return rows.map(({ cells }) => cells[0]?.text);
}

async function states() {
  const rows = await db.select({ state: signatures.state }).from(signatures).where(eq(signatures.campaignId, here.campaign.id));
  return rows.reduce<Record<string, number>>((counts, { state }) => ({ ...counts, [state]: (counts[state] ?? 0) + 1 }), {});
}

async function asks(job: "release" | "removal", selection: Selection, now = new Date("2027-01-01T00:00:00Z")) {
  const id = v7();
  const ask = { id, campaignId: here.campaign.id, by: here.grace.id, selection };
  await (job === "release" ? askForRelease(ask, now) : askForRemoval({ ...ask, reason: "One machine." }, now));
  return id;
}

async function undo(jobId: string) {
  await undoJob(JOB_KINDS, { id: v7(), campaignId: here.campaign.id, jobId, by: here.grace.id });
  await runJobs(JOB_KINDS, FOREVER);
}

describe("the list of signatures", () => {
  beforeEach(async () => {
    await signsFrom("Ada Lovelace", { network: "198.51.100.0/24" }, new Date("2026-11-24T21:00:00Z"));
    await signsFrom("Bot One", { isTrapped: true }, new Date("2026-11-24T21:04:10Z"));
    await signsFrom("Bot Two", { isTrapped: true });
    await signsFrom("Bot One", { network: "192.0.2.0/24" }, new Date("2026-11-24T21:06:00Z"));
  });

  test("tells suspects by why, network, mail domain and name, alone and together", async () => {
    expect(await names("why=trap")).toEqual(["Bot Two", "Bot One"]);
    expect(await names("why=trap&state=removed")).toEqual([]);
    expect(await names(`network=${BOTNET}`)).toEqual(["Bot Two", "Bot One"]);
    expect(await names(`network=${BOTNET}&state=pending`)).toEqual([]);
    expect(await names("domain=Example.org")).toEqual(["Bot One", "Ada Lovelace"]);
    expect(await names("domain=bots.example&why=trap&state=suspect&sort=signed")).toEqual(["Bot One", "Bot Two"]);
    expect(await names("same-name=BOT%20 one")).toEqual(["Bot One", "Bot One"]);
    expect((await look(here, signaturesList, "network=10.0.0.0/24&country=GB")).notes).toHaveLength(1);
  });

  test("narrows to a window of minutes, both included", async () => {
    expect(await names("at-from=2026-11-24T21:04&at-until=2026-11-24T21:05")).toEqual(["Bot Two", "Bot One"]);
    expect(await names(`network=${BOTNET}&at-from=2026-11-24T21:05`)).toEqual(["Bot Two"]);
    const { notes, chips } = await look(here, signaturesList, "at-from=yesterday&at-until=2026-11-24T21:05");
    expect(notes).toHaveLength(1);
    expect(chips.map(({ words }) => words)).toEqual(["Minute (UTC): until 2026-11-24 21:05"]);
  });

  test("says why, and from where, of suspects; and shows nobody's address", async () => {
    const list = await look(here, signaturesList, "state=suspect");
    expect(list.columns.map(({ name }) => name)).toEqual(["name", "country", "state", "why", "network", "domain", "signed"]);
    expect(list.rows[0]?.cells[3]?.text).toBe("filled in a field that people do not see");
    expect(list.rows[0]?.cells[4]).toEqual({ text: BOTNET, narrows: `state=suspect&network=${encodeURIComponent(BOTNET)}` });
    expect(JSON.stringify(list)).not.toContain("@");
  });

  test("still pages by key where the order is that of the traces", async () => {
    const rows = await manySign(here, 120);
    await db.insert(screenedSignings).values(rows.map(({ id }) => ({
      campaignId: here.campaign.id, signatureId: id, isNew: true, network: "100.64.0.0/24", mailDomain: "example.org", nameKey: "ada", createdAt: new Date("2026-03-01T12:00:00Z"),
    })));
    const first = await look(here, signaturesList, "network=100.64.0.0/24");
    const second = await look(here, signaturesList, first.pager.next);
    const third = await look(here, signaturesList, second.pager.next);
    const seen = [first, second, third].flatMap((page) => page.rows.map(({ id }) => id));
    expect(new Set(seen).size).toBe(120);
    expect(first.total).toEqual({ count: 120, isMore: false });
  });
});

describe("releasing a suspect", () => {
  test("makes it wait for its owner, who gets the mail; pressed twice is once", async () => {
    const bot = await signsFrom("Sam Jones", { isTrapped: true });
    expect(bot.state).toBe("suspect");
    expect(await listMails(here)).toEqual([]);
    const release = { campaignId: here.campaign.id, signatureId: bot.id, by: here.grace.id };
    const outcomes = await Promise.all([releaseOne(release, NOW), releaseOne(release, NOW)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["no suspect", "released"]);
    await screenSignings(urls, undefined, NOW);
    expect(await listMails(here)).toMatchObject([{ card: "confirm-signature", to: "sam.jones@bots.example" }]);
    expect((await confirmSignature((await newestMail(here)).token, { releasedMessageIds: [] }, NOW)).outcome).toBe("confirmed");
    const log = await db.select().from(auditEntries).where(eq(auditEntries.campaignId, here.campaign.id));
    expect(log).toMatchObject([{ act: "released", title: "a signature" }]);
    expect(JSON.stringify(log)).not.toContain("Sam");
    expect(await readDeskSignature(here.campaign.id, bot.id)).toMatchObject({
      state: "confirmed", suspicions: ["filled in a field that people do not see"], trace: { network: BOTNET, mailDomain: "bots.example" },
    });
  });

  test("is a job for many, and undone for those that are not confirmed yet", async () => {
    const [first, second] = [await signsFrom("Bot One", { isTrapped: true }), await signsFrom("Bot Two", { isTrapped: true })];
    await signsFrom("Ada Lovelace");
    const jobId = await asks("release", { which: "all", query: "why=trap" });
    await runJobs(JOB_KINDS, FOREVER);
    await screenSignings(urls, undefined, NOW);
    expect(await states()).toEqual({ pending: 3 });
    const mail = (await listMails(here)).find(({ to }) => to === first.email);
    await confirmSignature(mail?.token ?? "", { releasedMessageIds: [] }, NOW);
    await undo(jobId);
    expect(await states()).toEqual({ confirmed: 1, suspect: 1, pending: 1 });
    expect((await one(second.email)).suspicion).toBe("trap");
    const due = await db.select().from(deliveries).where(and(eq(deliveries.signatureId, second.id), eq(deliveries.state, "due")));
    expect(due).toEqual([]);
  });
});

describe("removing by conditions", () => {
  async function anAttack() {
    await signsFrom("Bot Suspect", { isTrapped: true });
    const pending = await signsFrom("Bot Pending");
    const confirmed = await signsFrom("Bot Confirmed");
    await confirmSignature((await newestMail(here)).token, { releasedMessageIds: [] }, NOW);
    await signsFrom("Ada Lovelace", { network: "198.51.100.0/24" });
    await confirmSignature((await newestMail(here)).token, { releasedMessageIds: [] }, NOW);
    await tallySignatures(new Date("2026-11-24T21:10:00Z"));
    return { pending, confirmed };
  }
  const FROM_THERE: Selection = { which: "all", query: `network=${BOTNET}` };

  test("says before what it would take, and what becomes of the public count", async () => {
    await anAttack();
    const preview = await readRemovalPreview(here.campaign.id, FROM_THERE);
    expect(preview.states.map(({ state, count }) => [state, count])).toEqual([["pending", 1], ["confirmed", 1], ["suspect", 1]]);
    expect(preview).toMatchObject({ publicCount: 2, sample: { isWhole: true } });
    expect(preview.sample.rows).toHaveLength(3);
    expect(JSON.stringify(preview)).not.toContain("@");
    const byName = await readRemovalPreview(here.campaign.id, { which: "all", query: "name=bot c" });
    expect(byName.states.map(({ state, count }) => [state, count])).toEqual([["confirmed", 1]]);
    expect((await readRemovalPreview(here.campaign.id, { which: "all", query: "state=confirmed&sort=confirmed" })).states).toMatchObject([{ state: "confirmed", count: 2 }]);
  });

  test("takes all of them, the count follows, and the undoing gives each its state, mail and owner's word back", async () => {
    const { pending, confirmed } = await anAttack();
    const jobId = await asks("removal", FROM_THERE);
    await runJobs(JOB_KINDS, FOREVER);
    expect(await states()).toEqual({ removed: 3, confirmed: 1 });
    await tallySignatures();
    expect(await countSignatures(here.campaign.id)).toBe(1);
    expect(await withdrawSignature({ signatureId: confirmed.id, campaignSlug: here.campaign.slug }, NOW)).toEqual({ outcome: "withdrawn" });
    await undo(jobId);
    expect(await states()).toEqual({ suspect: 1, pending: 1, withdrawn: 1, confirmed: 1 });
    await screenSignings(urls, undefined, NOW);
    const mails = await db.select().from(deliveries).where(eq(deliveries.signatureId, pending.id));
    expect(mails.map(({ state }) => state).toSorted()).toEqual(["cancelled", "due"]);
  });

  test("cancelled half way keeps what it has done, and is undone for just that", async () => {
    const made = await manySign(here, 1_500, () => ({ state: "suspect", suspicion: "trap" }));
    const jobId = await asks("removal", { which: "all", query: "why=trap" });
    const stopping = new AbortController();
    let turns = 0;
    await runJobs(JOB_KINDS, stopping.signal, () => ((turns += 1), turns > 0 && stopping.abort(), new Date()));
    expect(await cancelJob({ campaignId: here.campaign.id, jobId, by: here.grace.id })).toEqual({ outcome: "cancelled" });
    await runJobs(JOB_KINDS, FOREVER);
    expect(await states()).toEqual({ removed: 1_000, suspect: made.length - 1_000 });
    expect((await db.select().from(jobs).where(eq(jobs.id, jobId)))[0]?.state).toBe("cancelled");
    await undo(jobId);
    expect(await states()).toEqual({ suspect: 1_500 });
  });

  test("does not touch who signs while it goes on, and one removed before it was looked at is a suspect when it comes back", async () => {
    const values = { name: "Bot Early", email: "early@bots.example", country: "GB", postcode: null, comment: null, isNameShown: false, updates: false };
    await sign({ ...here, values, from: { ...FROM_NOWHERE, isTrapped: true } }, NOW);
    const jobId = await asks("removal", { which: "all", query: "at-from=2026-11-24T21:00" }, new Date("2026-11-24T21:06:00Z"));
    await sign({ ...here, values: { ...values, name: "Bot Late", email: "late@bots.example" }, from: FROM_NOWHERE }, new Date("2026-11-24T21:06:01Z"));
    await runJobs(JOB_KINDS, FOREVER);
    expect(await states()).toEqual({ removed: 1, pending: 1 });
    await screenSignings(urls, undefined, NOW);
    await undo(jobId);
    expect(await states()).toEqual({ suspect: 1, pending: 1 });
  });
});
