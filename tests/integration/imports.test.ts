import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { findJob } from "#app/jobs/find.server.ts";
import { runJobs } from "#app/jobs/run.server.ts";
import { undoJob } from "#app/jobs/undo.server.ts";
import { countImported, countImports } from "#app/signatures/count-imported.server.ts";
import { countSignatures } from "#app/signatures/count.server.ts";
import { tallySignatures } from "#app/signatures/tally.server.ts";
import { db, sql } from "#db/client.server.ts";
import { auditEntries, consents, importKeys, signings } from "#db/schema/index.ts";
import { aSignature } from "#tests/build.ts";
import { signs } from "./signing-steps.ts";
import { anImportPlace, ask, bringIn, FOREVER, type ImportPlace, received, runDry, signers } from "./import-steps.ts";

let here: ImportPlace;

beforeEach(async () => {
  here = await anImportPlace();
});

const THREE = "Name,E-mail,Country,Comment,Show name,Updates,Signed on\nAda Lovelace,Ada@Example.org,GB,\"Safe,\nplease.\",yes,yes,2025-05-04\nJosé Pérez,jose@example.org,spain,,no,,2025-05-05 14:05\nGrace,grace@example.org,,,1,0,\n";

describe("an import of what was confirmed elsewhere", () => {
  test("brings each person in as the file tells, and they count at once, told apart", async () => {
    const { job } = await bringIn(here, THREE);
    expect(job).toMatchObject({ state: "done", done: 3, total: 3, result: { Added: 3, "Already there": 0, "Twice in the file": 0, "Faulty, left out": 0 } });
    const [ada, grace, jose] = await signers(here);
    expect(ada).toMatchObject({
      name: "Ada Lovelace", email: "Ada@Example.org", canonicalEmail: "ada@example.org", nameKey: "ada lovelace", country: "GB", comment: "Safe,\nplease.", isNameShown: true,
      state: "confirmed", source: "old-petition", confirmedAt: new Date("2025-05-04T00:00:00Z"), createdAt: new Date("2025-05-04T00:00:00Z"), importJobId: job?.id,
    });
    expect(jose).toMatchObject({ country: "ES", isNameShown: false, confirmedAt: new Date("2025-05-05T14:05:00Z") });
    expect(grace).toMatchObject({ country: "GB", isNameShown: true, state: "confirmed" });
    expect(await db.select({ signatureId: consents.signatureId, wording: consents.wording }).from(consents)).toContainEqual({ signatureId: ada?.id, wording: "Tell me what happens." });
    await tallySignatures();
    await countImports();
    expect([await countSignatures(here.campaign.id), await countImported(here.campaign.id)]).toEqual([3, 3]);
    const log = await db.select().from(auditEntries).where(eq(auditEntries.campaignId, here.campaign.id));
    expect(log.at(-1)).toMatchObject({ act: "imported", title: "3 signatures", after: { entered: "confirmed elsewhere", verified: "Each by a mailed link, in May.", added: 3 } });
    expect(JSON.stringify(log)).not.toMatch(/Lovelace|@/);
  });

  test("leaves those who are there as they are, and takes of two rows of one person the first", async () => {
    await aSignature({ campaignId: here.campaign.id, letterVersionId: here.letter.id }, { email: "ada@example.org", name: "Ada L." });
    const importId = await received(here, "name,email\nAda Lovelace,ADA@example.org\nSam,sam.one@gmail.com\nSam Two,samone+x@gmail.com\n");
    expect(await runDry(here, importId)).toMatchObject({ result: { "To be added": 1, "Already there": 1, "Twice in the file": 1 } });
    const { id } = await ask(here, importId);
    await runJobs(JOB_KINDS, FOREVER);
    expect((await findJob(here.campaign.id, id))?.result).toMatchObject({ Added: 1, "Already there": 1, "Twice in the file": 1 });
    expect((await signers(here)).map(({ name, state }) => [name, state])).toEqual([["Ada L.", "pending"], ["Sam", "confirmed"]]);
  });

  test("seats two of different names at one address, where the campaign allows it", async () => {
    here = await anImportPlace({ sharesAddresses: true });
    const importId = await received(here, "name,email\nAda,us@example.org\nSam,us@example.org\nada,us@example.org\nGrace,us@example.org\n");
    expect(await runDry(here, importId)).toMatchObject({ result: { "To be added": 2, "Twice in the file": 2 } });
    await ask(here, importId);
    await runJobs(JOB_KINDS, FOREVER);
    expect((await signers(here)).map(({ name, seat }) => [name, seat])).toEqual([["Ada", 1], ["Sam", 2]]);
  });

  test("meets people who sign in the same moment, and everybody is there once", async () => {
    const people = Array.from({ length: 60 }, (_, number) => `ada-${number}@example.org`);
    const importId = await received(here, `name,email\n${people.map((email) => `Ada,${email}`).join("\n")}\n`);
    await runDry(here, importId);
    const { id } = await ask(here, importId);
    await Promise.all([runJobs(JOB_KINDS, FOREVER), ...people.map((email) => signs({ campaign: here.campaign, letter: here.letter }, { email, name: "Ada" }))]);
    expect((await signers(here)).map(({ canonicalEmail }) => canonicalEmail)).toEqual(people.toSorted());
    expect(await findJob(here.campaign.id, id)).toMatchObject({ state: "done", done: 60 });
  });

  test("is taken back as a whole, and can be given back", async () => {
    const { id } = await bringIn(here, THREE);
    const undoId = v7();
    expect(await undoJob(JOB_KINDS, { id: undoId, campaignId: here.campaign.id, jobId: id, by: here.grace.id })).toMatchObject({ outcome: "asked" });
    await runJobs(JOB_KINDS, FOREVER);
    expect((await signers(here)).map(({ state, removalReason }) => [state, removalReason])).toEqual(Array.from({ length: 3 }, () => ["removed", "import taken back"]));
    expect(await findJob(here.campaign.id, undoId)).toMatchObject({ state: "done", result: { "Requests deleted": 0, "Signatures removed": 3 } });
    await undoJob(JOB_KINDS, { id: v7(), campaignId: here.campaign.id, jobId: undoId, by: here.grace.id });
    await runJobs(JOB_KINDS, FOREVER);
    expect((await signers(here)).map(({ state }) => state)).toEqual(["confirmed", "confirmed", "confirmed"]);
  });
});

describe("an import that is mailed to confirm", () => {
  test("asks for a mail to each that is new, and nothing counts before", async () => {
    await aSignature({ campaignId: here.campaign.id, letterVersionId: here.letter.id }, { email: "grace@example.org" });
    await bringIn(here, THREE, "mail");
    const asked = await db.select().from(signings).where(eq(signings.campaignId, here.campaign.id));
    expect(asked.map(({ kind, canonicalEmail }) => [kind, canonicalEmail])).toEqual([["released", "ada@example.org"], ["released", "jose@example.org"]]);
    expect((await signers(here)).map(({ state, confirmedAt }) => [state, confirmedAt])).toEqual(Array.from({ length: 3 }, () => ["pending", null]));
    expect(await countImported(here.campaign.id)).toBe(0);
  });

  test("taken back, it deletes the requests that nobody acted on, and keeps who has confirmed", async () => {
    const { id } = await bringIn(here, THREE, "mail");
    const [ada] = await signers(here);
    await sql`update signatures set state = 'confirmed', confirmed_at = now(), state_changed_at = now() where id = ${ada?.id ?? ""}`;
    await undoJob(JOB_KINDS, { id: v7(), campaignId: here.campaign.id, jobId: id, by: here.grace.id });
    await runJobs(JOB_KINDS, FOREVER);
    expect((await signers(here)).map(({ name, state }) => [name, state])).toEqual([["Ada Lovelace", "confirmed"]]);
  });
});

describe("a dry run", () => {
  test("writes nothing but its report, and foretells the import", async () => {
    const rows = Array.from({ length: 5_000 }, (_, number) => `Ada,ada-${number % 4_500}@example.org`);
    const importId = await received(here, `name,email\n${rows.join("\n")}\nAda,no address\n`);
    const dry = await runDry(here, importId);
    expect(dry.result).toEqual({ "Rows in the file": 5_001, "To be added": 4_500, "Already there": 0, "Twice in the file": 500, "Faulty, to be left out": 1, "Read to its end": "yes" });
    expect(await signers(here)).toEqual([]);
    expect(await db.$count(importKeys, eq(importKeys.jobId, dry.id))).toBe(0);
    const { id } = await ask(here, importId);
    await runJobs(JOB_KINDS, FOREVER);
    expect((await findJob(here.campaign.id, id))?.result).toEqual({ Added: 4_500, "Already there": 0, "Twice in the file": 500, "Faulty, left out": 1 });
  });

  test("must come before the import, and the file is brought in once", async () => {
    const importId = await received(here, THREE);
    expect((await ask(here, importId)).outcome).toBe("not checked");
    await runDry(here, importId);
    expect((await ask(here, importId)).outcome).toBe("asked");
    expect((await ask(here, importId)).outcome).toBe("not there");
  });
});
