import { checkImportJob } from "#app/desk/imports/check-job.server.ts";
import { importSignaturesJob } from "#app/desk/imports/import-job.server.ts";
import { takeBackImportJob } from "#app/desk/imports/take-back-job.server.ts";
import { exportListJob } from "#app/desk/lists/export-list-job.server.ts";
import { handoverJob } from "#app/register/handover-job.server.ts";
import { askingUrls } from "#app/http/absolute-urls.server.ts";
import { holdSignaturesBackJob, releaseSignaturesJob, removeSignaturesJob, restoreSignaturesJob } from "#app/desk/lists/moderation-jobs.server.ts";
import { type AnyJobKind, asJobKind } from "#app/jobs/job-kind.ts";
import { ASK_AGAIN } from "#app/letters/asking-rules.ts";
import { askSignersAgainJob } from "#app/signatures/letter-changes/ask-again-job.server.ts";

/** Every kind of long work, by the name its row bears in `jobs.kind`. */
export const JOB_KINDS: Readonly<Record<string, AnyJobKind>> = {
  "export list": asJobKind(exportListJob),
  "hand over register": asJobKind(handoverJob),
  "remove signatures": asJobKind(removeSignaturesJob),
  "restore signatures": asJobKind(restoreSignaturesJob),
  [ASK_AGAIN]: asJobKind(askSignersAgainJob(askingUrls)),
  "release signatures": asJobKind(releaseSignaturesJob),
  "hold signatures back": asJobKind(holdSignaturesBackJob),
  "check import": asJobKind(checkImportJob),
  "import signatures": asJobKind(importSignaturesJob),
  "take back import": asJobKind(takeBackImportJob),
};
