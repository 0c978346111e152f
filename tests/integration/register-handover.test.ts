import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { runJobs } from "#app/jobs/run.server.ts";
import { askForHandover } from "#app/register/ask-handover.server.ts";
import { checkHandover } from "#app/register/check-handover.ts";
import type { Known } from "#app/register/check-head.ts";
import { readHandoverStart } from "#app/register/handover.ts";
import { findNewestHead } from "#app/register/heads.server.ts";
import { nodeTools } from "#app/register/node-tools.server.ts";
import { withdrawSignature } from "#app/signatures/withdraw.server.ts";
import { db, sql } from "#db/client.server.ts";
import { campaigns, jobPieces, signatures } from "#db/schema/index.ts";
import { anOrganizer } from "#tests/build.ts";
import { aCrowd, enters, faultsIn } from "./register-steps.ts";
import { after, anOpenLetter, type OpenLetter } from "./signing-steps.ts";

let open: OpenLetter;

beforeEach(async () => {
  await db.update(campaigns).set({ state: "draft" });
  open = await anOpenLetter();
});

function crowd(size: number) {
  return aCrowd(open, size, after(0));
}

describe("a file for handing over", () => {
  async function handOver() {
    const grace = await anOrganizer(open.campaign.id);
    const id = "01a20fd2-3bb2-72a0-83a4-e9b932086f58";
    await sql`delete from jobs`;
    await askForHandover({ id, campaignId: open.campaign.id, by: grace.id }, after(20));
    await runJobs(JOB_KINDS, new AbortController().signal, () => new Date());
    const pieces = await db.select().from(jobPieces).where(eq(jobPieces.jobId, id)).orderBy(jobPieces.position);
    return Buffer.concat(pieces.map(({ content }) => content)).toString().trimEnd().split("\n");
  }

  function check([first = "", ...rows]: string[], known: Known = {}) {
    const start = readHandoverStart(first);
    if (!start) throw new Error("This is no file for handing over.");
    const handover = checkHandover(start, nodeTools, known);
    for (const row of rows) handover.readLine(row);
    return handover.result();
  }

  test("holds every entry and no person, and its count can be recounted", async () => {
    const people = await crowd(70);
    await enters(after(5));
    await withdrawSignature({ signatureId: people[9]?.id ?? "", campaignSlug: open.campaign.slug }, after(6));
    await db.delete(signatures).where(eq(signatures.id, people[10]?.id ?? ""));
    const early = await findNewestHead(open.campaign.id);
    await enters(after(7));
    const lines = await handOver();
    expect(lines).toHaveLength(73);
    expect(lines.join("\n")).not.toContain("example.org");
    const { findings, countries } = check(lines, early ? { head: early } : {});
    expect(faultsIn(findings)).toEqual([]);
    expect(countries).toEqual([["GB", 68]]);
  });

  test("does not hold with one row changed, left out, or added", async () => {
    await crowd(9);
    await enters(after(5));
    const lines = await handOver();
    const [country, kind] = [(lines[4] ?? "").replace('"GB"', '"FR"'), (lines[4] ?? "").replace("confirmed", "imported")];
    expect(faultsIn(check(lines.with(4, country)).findings)).toEqual(["Entry 4 was opened with what it does not stand for."]);
    expect(faultsIn(check(lines.with(4, kind)).findings)).not.toEqual([]);
    expect(faultsIn(check(lines.slice(0, -1)).findings)).not.toEqual([]);
    expect(faultsIn(check([...lines, (lines.at(-1) ?? "").replace("[8", "[9")]).findings)).not.toEqual([]);
    expect(faultsIn(check(lines.with(0, (lines[0] ?? "").replace('"count":9', '"count":8'))).findings)).toHaveLength(2);
  });
});
