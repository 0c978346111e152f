import { exportListJob } from "#app/desk/lists/export-list-job.server.ts";
import { holdSignaturesBackJob, releaseSignaturesJob, removeSignaturesJob, restoreSignaturesJob } from "#app/desk/lists/moderation-jobs.server.ts";
import { type AnyJobKind, asJobKind } from "#app/jobs/job-kind.ts";

/** Every kind of long work, by the name its row bears in `jobs.kind`. */
export const JOB_KINDS: Readonly<Record<string, AnyJobKind>> = {
  "export list": asJobKind(exportListJob),
  "remove signatures": asJobKind(removeSignaturesJob),
  "restore signatures": asJobKind(restoreSignaturesJob),
  "release signatures": asJobKind(releaseSignaturesJob),
  "hold signatures back": asJobKind(holdSignaturesBackJob),
};
