import { JOB_KINDS } from "#app/clock/job-kinds.server.ts";
import { may, type Role } from "#app/organizers/roles.ts";

/** Whoever moderates ends a job and takes it back; what only editors ask for, only editors do. */
export function mayEnd(kind: string, role: Role): boolean {
  const { asks } = JOB_KINDS[kind] ?? {};
  return may(role, "moderate") && (asks === undefined || may(role, asks));
}
