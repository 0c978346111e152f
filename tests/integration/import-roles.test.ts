import { expect, test } from "vitest";
import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { runJobs } from "#app/jobs/run.server.ts";
import { findJob } from "#app/jobs/find.server.ts";
import { action as cancel } from "#app/routes/organize/jobs/job.tsx";
import { action as undo } from "#app/routes/organize/jobs/undo.ts";
import { anOrganizer } from "#tests/build.ts";
import { anImportPlace, ask, bringIn, FOREVER, received, runDry, signers } from "./import-steps.ts";
import { answerOf, browserOf } from "./organizers-steps.ts";

const context = { isFromThisMachine: false };
const ONE = "name,email,country\nAda,ada@example.org,GB\n";

test("a reviewer neither ends nor takes back an import, which only organizers bring in; an organizer does", async () => {
  const here = await anImportPlace();
  const { campaign } = here;
  const { job } = await bringIn(here, ONE, "mail");
  const params = { slug: campaign.slug, job: job?.id ?? "" };
  const [reviewer, organizer] = [await anOrganizer(campaign.id, { role: "reviewer" }), await anOrganizer(campaign.id, { role: "organizer" })];
  const undoneBy = async (who: { id: string }) => (await answerOf(undo({ request: (await browserOf(who)).sends("/organize/x"), params, context }))).status;
  expect(await undoneBy(reviewer)).toBe(403);
  await runJobs(JOB_KINDS, FOREVER);
  expect(await signers(here)).toHaveLength(1);
  expect(await undoneBy(organizer)).toBe(303);
  await runJobs(JOB_KINDS, FOREVER);
  expect(await signers(here)).toEqual([]);

  const importId = await received(here, ONE);
  await runDry(here, importId);
  const { id } = await ask(here, importId);
  const cancelled = await answerOf(cancel({ request: (await browserOf(reviewer)).sends("/organize/x"), params: { ...params, job: id }, context }));
  expect([cancelled.status, (await findJob(campaign.id, id))?.state]).toEqual([403, "waiting"]);
});
