import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { askForExport, askForRemoval, askForRestoration } from "#app/desk/lists/ask.server.ts";
import type { Selection } from "#app/desk/lists/selection.ts";
import { signaturesList } from "#app/desk/lists/signatures-list.server.ts";
import { removeOne, restoreOne } from "#app/desk/moderate.server.ts";
import { findJob } from "#app/jobs/find.server.ts";
import { runJobs } from "#app/jobs/run.server.ts";
import { undoJob } from "#app/jobs/undo.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { db } from "#db/client.server.ts";
import { listen } from "#db/notices.server.ts";
import { auditEntries, deliveries, jobPieces, messages, signatures } from "#db/schema/index.ts";
import { aMessage, queue } from "./message-steps.ts";
import { aListedCampaign, manySign } from "./desk-list-steps.ts";

const FOREVER = new AbortController().signal;
const ALL: Selection = { which: "all", query: "" };

let here: Awaited<ReturnType<typeof aListedCampaign>>;

beforeEach(async () => {
  here = await aListedCampaign();
});

function confirmed(number: number) {
  return { state: "confirmed" as const, confirmedAt: new Date("2026-03-01T13:00:00Z"), createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, number)) };
}

async function remove(selection: Selection, id = v7()) {
  await askForRemoval({ id, campaignId: here.campaign.id, by: here.grace.id, selection, reason: "All from one machine." });
  await runJobs(JOB_KINDS, FOREVER);
  return id;
}

async function states(campaignId = here.campaign.id) {
  const rows = await db.select({ state: signatures.state }).from(signatures).where(eq(signatures.campaignId, campaignId));
  return rows.reduce<Record<string, number>>((counts, { state }) => ({ ...counts, [state]: (counts[state] ?? 0) + 1 }), {});
}

function logged() {
  return db.select().from(auditEntries).where(eq(auditEntries.campaignId, here.campaign.id)).orderBy(auditEntries.id);
}

describe("removing many", () => {
  test("takes all that match, step by step, and the count follows", async () => {
    await manySign(here, 2_100, (number) => ({ ...confirmed(number), country: number < 2_050 ? "DE" : "FR" }));
    await tallySignatures();
    expect(await countSignatures(here.campaign.id)).toBe(2_100);
    const heard: string[] = [];
    const unlisten = await listen("published", (slug) => heard.push(slug));
    const id = await remove({ which: "all", query: "country=DE" });
    await tallySignatures();
    expect(await states()).toEqual({ removed: 2_050, confirmed: 50 });
    expect(await countSignatures(here.campaign.id)).toBe(50);
    await expect.poll(() => heard).toContain(here.campaign.slug);
    await unlisten();
    expect(await findJob(here.campaign.id, id)).toMatchObject({ state: "done", total: 2_050, done: 2_050, result: { removed: 2_050 } });
    const [, removal] = await logged();
    expect(removal).toMatchObject({ act: "removed", title: "2,050 signatures", organizerId: here.grace.id, after: { reason: "All from one machine.", which: "Country: Germany" } });
  });

  test("is undone for just those that the job took", async () => {
    const made = await manySign(here, 10, confirmed);
    const [before] = made;
    await removeOne({ campaignId: here.campaign.id, signatureId: before?.id ?? "", reason: "Seen twice.", by: here.grace.id });
    const jobId = await remove(ALL);
    expect(await states()).toEqual({ removed: 10 });
    const undone = await undoJob(JOB_KINDS, { id: v7(), campaignId: here.campaign.id, jobId, by: here.grace.id });
    expect(undone.outcome).toBe("asked");
    await runJobs(JOB_KINDS, FOREVER);
    expect(await states()).toEqual({ removed: 1, confirmed: 9 });
  });

  test("gives each back the state that it had", async () => {
    await manySign(here, 3, (number) => (number === 0 ? { state: "suspect" } : {}));
    await manySign(here, 1, (number) => ({ ...confirmed(number), email: "sam@example.org", canonicalEmail: "sam@example.org", state: "withdrawn" }));
    await remove(ALL);
    expect(await states()).toEqual({ removed: 3, withdrawn: 1 });
    await askForRestoration({ id: v7(), campaignId: here.campaign.id, by: here.grace.id, selection: { which: "all", query: "state=removed" } });
    await runJobs(JOB_KINDS, FOREVER);
    expect(await states()).toEqual({ suspect: 1, pending: 2, withdrawn: 1 });
  });

  test("does not reach another campaign, whatever ids a form names", async () => {
    const other = await aListedCampaign();
    const theirs = await manySign(other, 3, confirmed);
    const ours = await manySign(here, 2, confirmed);
    await remove({ which: "ticked", ids: [...theirs, ...ours].map(({ id }) => id) });
    expect(await states(other.campaign.id)).toEqual({ confirmed: 3 });
    expect(await states()).toEqual({ removed: 2 });
  });

  test("does not touch who signs after it was asked for", async () => {
    await manySign(here, 2, confirmed);
    const id = v7();
    await askForRemoval({ id, campaignId: here.campaign.id, by: here.grace.id, selection: ALL, reason: "A flood." }, new Date("2026-02-01T00:00:00Z"));
    await manySign(here, 1, () => ({ ...confirmed(0), email: "late@example.org", canonicalEmail: "late@example.org", createdAt: new Date("2026-02-01T00:00:01Z") }));
    await runJobs(JOB_KINDS, FOREVER);
    expect(await states()).toEqual({ removed: 2, confirmed: 1 });
  });

  test("asked for twice is one job", async () => {
    await manySign(here, 2, confirmed);
    const id = await remove(ALL);
    await remove(ALL, id);
    expect((await logged()).map(({ act }) => act)).toEqual(["asked for", "removed"]);
  });
});

describe("removing one", () => {
  test("holds its message, also one in the outbox, and restoring lets it go", async () => {
    const { campaign, signature, message } = await aMessage();
    const one = { campaignId: campaign.id, signatureId: signature.id, by: here.grace.id };
    await queue();
    expect(await removeOne({ ...one, reason: "A made-up name." })).toEqual({ outcome: "removed" });
    expect(await db.select().from(deliveries).where(eq(deliveries.messageId, message.id))).toEqual([]);
    expect(await db.select().from(messages).where(eq(messages.id, message.id))).toMatchObject([{ state: "held" }]);
    await queue();
    expect(await db.select().from(deliveries).where(eq(deliveries.messageId, message.id))).toEqual([]);
    expect(await restoreOne(one)).toEqual({ outcome: "restored" });
    await queue();
    expect(await db.select().from(deliveries).where(eq(deliveries.messageId, message.id))).toMatchObject([{ state: "due" }]);
  });

  test("pressed twice at once removes it once and stands in the log once", async () => {
    const [ada] = await manySign(here, 1, confirmed);
    const one = { campaignId: here.campaign.id, signatureId: ada?.id ?? "", reason: "Twice.", by: here.grace.id };
    const outcomes = await Promise.all([removeOne(one), removeOne(one)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["not removable", "removed"]);
    expect(await logged()).toHaveLength(1);
  });
});

describe("exporting", () => {
  async function exportOf(selection: Selection, columns: string[], hasMark = false) {
    const id = v7();
    await askForExport({ id, campaignId: here.campaign.id, by: here.grace.id, selection, list: signaturesList, columns, hasMark });
    await runJobs(JOB_KINDS, FOREVER);
    const pieces = await db.select().from(jobPieces).where(eq(jobPieces.jobId, id)).orderBy(jobPieces.position);
    return { pieces: pieces.length, text: Buffer.concat(pieces.map(({ content }) => content)).toString("utf8") };
  }

  test("writes what is shown: its filters, its order, the chosen columns", async () => {
    await manySign(here, 4, (number) => ({ ...confirmed(number), country: number < 3 ? "DE" : "FR", comment: number === 0 ? '=HYPERLINK("x")' : null }));
    const { text } = await exportOf({ which: "all", query: "country=DE&sort=signed" }, ["name", "country", "comment", "signed"], true);
    expect(text).toBe(
      '\ufeffName,Country,Words of the comment,Signed (UTC)\r\nAda 0,DE,"\'=HYPERLINK(""x"")",2026-01-01T00:00:00.000Z\r\n' +
        "Ada 1,DE,,2026-01-01T00:00:01.000Z\r\nAda 2,DE,,2026-01-01T00:00:02.000Z\r\n",
    );
  });

  test("goes through more rows than one piece holds, and the log says how many and which", async () => {
    await manySign(here, 5_200, confirmed);
    const { pieces, text } = await exportOf({ which: "all", query: "state=confirmed" }, ["name"]);
    expect(pieces).toBe(2);
    expect(text.trimEnd().split("\r\n")).toHaveLength(5_201);
    expect((await logged()).at(-1)).toMatchObject({ act: "exported", subject: "list", title: "Signatures", after: { rows: 5_200, which: "State: confirmed", columns: ["name"] } });
  });

  test("holds no address, whatever columns are asked for", async () => {
    await manySign(here, 3, confirmed);
    const { text } = await exportOf(ALL, signaturesList.columns.map(({ name }) => name));
    expect(text).not.toContain("@");
    expect((await exportOf(ALL, ["name", "email"])).text.split("\r\n")[0]).toBe("Name");
  });

  test("of ticked rows writes those", async () => {
    const made = await manySign(here, 5, confirmed);
    const { text } = await exportOf({ which: "ticked", ids: made.slice(1, 3).map(({ id }) => id) }, ["name"]);
    expect(text).toBe("Name\r\nAda 2\r\nAda 1\r\n");
  });
});
