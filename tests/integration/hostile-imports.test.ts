import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { dropImport, forgetImports } from "#app/desk/imports/drop.server.ts";
import { askForCheck } from "#app/desk/imports/ask.server.ts";
import { findImport, listFaults, previewRows } from "#app/desk/imports/find.server.ts";
import { Mapping } from "#app/desk/imports/mapping.ts";
import { receiveImport } from "#app/desk/imports/receive.server.ts";
import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { runJobs } from "#app/jobs/run.server.ts";
import { openJobFile } from "#app/jobs/file.server.ts";
import { db } from "#db/client.server.ts";
import { importPieces, signatureImports } from "#db/schema/index.ts";
import { anImportPlace, ask, bringIn, FOREVER, type ImportPlace, receive, received, runDry, signers } from "./import-steps.ts";

let here: ImportPlace;

beforeEach(async () => {
  here = await anImportPlace();
});

const HEAD = "name,email,country,postcode,comment,show name,updates,signed at\n";

describe("each fault is told with its line and column, and without what stood there", () => {
  test.each([
    ["no name", ",a@example.org,GB,,,,,", "name", "Enter your name."],
    ["a name that is a formula", "=1+1 Ada,a@example.org,GB,,,,,", "name", "Enter a name that does not begin with = + - or @."],
    ["a name with a NUL", "A\0da,a@example.org,GB,,,,,", "name", "Enter your name without control characters or line breaks."],
    ["a name of 10,000 letters", `${"A".repeat(10_000)},a@example.org,GB,,,,,`, "name", "Enter a name of at most 120 characters."],
    ["no address", "Ada,ada at home,GB,,,,,", "email", "Enter an e-mail address like name@example.org."],
    ["an unknown country", "Ada,a@example.org,Atlantis,,,,,", "country", "Not a country’s code or English name."],
    ["a postcode with signs", "Ada,a@example.org,GB,<b>,,,,", "postcode", "Enter a postcode of letters and digits only."],
    ["a long comment", `Ada,a@example.org,GB,,${"x".repeat(700)},,,`, "comment", "Keep your comment within 600 characters."],
    ["neither yes nor no", "Ada,a@example.org,GB,,,perhaps,,", "show name", "It is neither yes nor no."],
    ["a wish that is no wish", "Ada,a@example.org,GB,,,,perhaps,", "updates", "It is neither yes nor no."],
    ["31 February", "Ada,a@example.org,GB,,,,,31/02/2025", "signed at", "Not a date like 2026-02-28, or not in the order that was chosen."],
    ["a day to come", "Ada,a@example.org,GB,,,,,2999-01-01", "signed at", "It is a day to come."],
    ["too many fields", "Ada,a@example.org,GB,,,,,,,", "", "It has 10 fields, and the header row has 8. A field with a separator in it needs quotation marks."],
  ])("%s", async (_, row, column, reason) => {
    const importId = await received(here, `${HEAD}Sam,sam@example.org,GB,,"Two\nlines",,,\n\n${row}\n`);
    const { id, result, faults } = await runDry(here, importId);
    expect(faults.map(({ line, column: head, reason: why }) => ({ line, column: head, reason: why }))).toEqual([{ line: 5, column, reason }]);
    expect(result).toMatchObject({ "Rows in the file": 2, "To be added": 1, "Faulty, to be left out": 1 });
    const pieces: Buffer[] = [];
    for await (const piece of (await openJobFile({ campaignId: here.campaign.id, jobId: id, by: here.grace.id })) ?? []) pieces.push(piece);
    const [head, line] = Buffer.concat(pieces).toString().split("\r\n");
    expect([head, line?.startsWith(`5,${column},`)]).toEqual(["Line,Column,What is wrong", true]);
  });

  test("a comment that is a formula stays a comment", async () => {
    await bringIn(here, `${HEAD}Ada,ada@example.org,GB,,=HYPERLINK(1),,,\n`);
    expect((await signers(here)).map(({ comment }) => comment)).toEqual(["=HYPERLINK(1)"]);
  });
});

describe("a file that cannot be read to its end says where, and is not imported", () => {
  test.each([
    ["a quote that is never closed", `${HEAD}Ada,ada@example.org,GB,,,,,\nSam,sam@example.org,GB,,"never,,,\n`.concat("Grace,g@example.org,GB,,,,,\n".repeat(20)), 3],
    ["a field of 10 MB", `${HEAD}Ada,ada@example.org,GB,,,,,\nSam,sam@example.org,GB,,"${"x".repeat(10_000_000)}",,,\n`, 3],
  ])("%s", async (_, content, line) => {
    const importId = await received(here, content);
    const { state, result, faults } = await runDry(here, importId);
    expect([state, result?.["Read to its end"], faults.at(-1)?.line]).toEqual(["done", "no", line]);
    expect((await ask(here, importId)).outcome).toBe("not checked");
    expect(await signers(here)).toEqual([]);
  });
});

describe("a file that is none is refused, and leaves nothing behind", () => {
  test.each([
    ["empty", "", "Choose a file that is not empty."],
    ["only line ends", "\n\n\n", "The file has no rows."],
    ["without heads", "Ada,ada@example.org\n", "The first row holds an address. Put a row above it that names the columns, such as: name,email,country"],
    ["of two bytes a letter", Buffer.from("\ufeffname,email\n", "utf16le"), "The file is written in UTF-16. Save it again as “CSV UTF-8”."],
  ])("%s", async (_, content, reason) => {
    expect(await receive(here, content)).toEqual({ outcome: "refused", reason });
    expect(await db.$count(signatureImports, eq(signatureImports.campaignId, here.campaign.id))).toBe(0);
  });

  test("broken off on its way", async () => {
    async function* broken() {
      yield Buffer.alloc(600_000, "a,b\n");
      throw new Error("hung up");
    }
    const sent = receiveImport({ campaignId: here.campaign.id, by: here.grace.id, title: "x.csv", chunks: Readable.from(broken()) });
    await expect(sent).rejects.toThrow("hung up");
    expect(await db.$count(signatureImports, eq(signatureImports.campaignId, here.campaign.id))).toBe(0);
  });
});

describe("what a spreadsheet writes is read", () => {
  test("heads alone are no rows", async () => {
    const importId = await received(here, HEAD);
    expect((await runDry(here, importId)).result).toMatchObject({ "Rows in the file": 0, "To be added": 0, "Read to its end": "yes" });
  });

  test("Windows-1252 with semicolons, and first and last names", async () => {
    const importId = await received(here, Buffer.from("Vorname;Nachname;E-Mail-Adresse;Land\r\nJosé;D\x92Arc;jose@example.org;DE\r\n", "latin1"));
    expect(await findImport(here.campaign.id, importId)).toMatchObject({ encoding: "windows-1252", delimiter: ";", header: ["Vorname", "Nachname", "E-Mail-Adresse", "Land"] });
    await runDry(here, importId);
    expect(await findImport(here.campaign.id, importId)).toMatchObject({ check: { state: "done", result: { "To be added": 1 } } });
    const { outcome } = await ask(here, importId);
    expect(outcome).toBe("asked");
    await runJobs(JOB_KINDS, FOREVER);
    expect((await signers(here)).map(({ name, country }) => [name, country])).toEqual([["José D’Arc", "DE"]]);
  });

  test("UTF-8 with its mark, tabs and old line ends; addresses are not shown", async () => {
    const importId = await received(here, "\ufeffName\tEmail\rAda\tada@example.org\rZoë\tzoe@example.org");
    const found = await findImport(here.campaign.id, importId);
    expect(found).toMatchObject({ encoding: "utf-8", delimiter: "\t", header: ["Name", "Email"] });
    expect(found && (await previewRows(found))).toEqual([["Ada", "…@example.org"], ["Zoë", "…@example.org"]]);
    expect((await runDry(here, importId)).result).toMatchObject({ "To be added": 2 });
  });
});

describe("a file", () => {
  test("is dropped by the clock after a week, and one that never came whole after an hour", async () => {
    const importId = await received(here, `${HEAD}Ada,nobody,GB,,,,,\n`);
    const { faults, id } = await runDry(here, importId);
    expect(faults).toHaveLength(1);
    await db.insert(signatureImports).values({ campaignId: here.campaign.id, uploadedBy: here.grace.id, title: "half.csv" });
    await forgetImports(new Date(Date.now() + 2 * 60 * 60 * 1000));
    expect(await db.$count(signatureImports, eq(signatureImports.campaignId, here.campaign.id))).toBe(1);
    expect(await db.$count(importPieces, eq(importPieces.importId, importId))).toBe(1);
    await forgetImports(new Date(Date.now() + 8 * 24 * 60 * 60 * 1000));
    expect(await db.$count(importPieces, eq(importPieces.importId, importId))).toBe(0);
    const found = await findImport(here.campaign.id, importId);
    expect([found?.droppedAt !== null, found?.check?.id]).toEqual([true, id]);
    expect((await ask(here, importId)).outcome).not.toBe("asked");
  });

  test("that is not wanted is deleted at once", async () => {
    const importId = await received(here, HEAD);
    const drop = { campaignId: here.campaign.id, importId, by: here.grace.id };
    expect([await dropImport(drop), await dropImport(drop)]).toEqual([{ outcome: "dropped" }, { outcome: "not there" }]);
    expect(await db.$count(importPieces, eq(importPieces.importId, importId))).toBe(0);
  });
});

describe("a job's id that somebody sends along", () => {
  test("takes no other campaign's dry run for one's own, nor ends it", async () => {
    const theirs = await anImportPlace();
    const theirImport = await received(theirs, `${HEAD},nobody@example.org,GB,,,,,\n`);
    const { id } = await runDry(theirs, theirImport);
    const importId = await received(here, `${HEAD}Ada,ada@example.org,GB,,,,,\n`);
    const mapping = (await findImport(theirs.campaign.id, theirImport))?.mapping;
    await askForCheck({ id, campaignId: here.campaign.id, importId, by: here.grace.id, mapping: Mapping.parse(mapping) });
    expect(await findImport(here.campaign.id, importId)).toMatchObject({ checkJobId: null, check: undefined });
    await dropImport({ campaignId: here.campaign.id, importId, by: here.grace.id });
    expect(await listFaults(id, { limit: 10 })).toHaveLength(1);
  });

  test("brings no columns in that were never checked: an old form sent again changes nothing", async () => {
    const importId = await received(here, `${HEAD}Ada,ada@example.org,GB,,,,,\n`);
    const { id } = await runDry(here, importId);
    const before = await findImport(here.campaign.id, importId);
    const mapping = { ...Mapping.parse(before?.mapping), country: "FR" };
    expect(await askForCheck({ id, campaignId: here.campaign.id, importId, by: here.grace.id, mapping })).toEqual({ outcome: "asked before" });
    expect((await findImport(here.campaign.id, importId))?.mapping).toEqual(before?.mapping);
  });
});
