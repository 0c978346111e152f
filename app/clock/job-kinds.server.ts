import type { AnyJobKind } from "#app/jobs/job-kind.ts";

/** Every kind of long work, by the name its row bears in `jobs.kind`. */
export const JOB_KINDS: Readonly<Record<string, AnyJobKind>> = {};
