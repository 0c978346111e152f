import { checkImportJob } from "#app/desk/imports/check-job.server.ts";
import { importSignaturesJob } from "#app/desk/imports/import-job.server.ts";
import { takeBackImportJob } from "#app/desk/imports/take-back-job.server.ts";
import { exportListJob } from "#app/desk/lists/export-list-job.server.ts";
import { removeSignaturesJob, restoreSignaturesJob } from "#app/desk/lists/moderation-jobs.server.ts";
import { type AnyJobKind, asJobKind } from "#app/jobs/job-kind.ts";

/** Every kind of long work, by the name its row bears in `jobs.kind`. */
export const JOB_KINDS: Readonly<Record<string, AnyJobKind>> = {
  "export list": asJobKind(exportListJob),
  "remove signatures": asJobKind(removeSignaturesJob),
  "restore signatures": asJobKind(restoreSignaturesJob),
  "check import": asJobKind(checkImportJob),
  "import signatures": asJobKind(importSignaturesJob),
  "take back import": asJobKind(takeBackImportJob),
};
