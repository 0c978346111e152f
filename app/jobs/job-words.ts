import type { JobRow } from "./find.server.ts";

export type JobState = JobRow["state"];

export const JOB_STATES: Record<JobState, { word: string; isOpen: boolean }> = {
  waiting: { word: "waits for its turn", isOpen: true },
  running: { word: "under way", isOpen: true },
  done: { word: "done", isOpen: false },
  failed: { word: "failed", isOpen: false },
  cancelled: { word: "cancelled", isOpen: false },
};

interface Progress {
  done: number;
  total: number | null;
  startedAt: Date | null;
}

/** How long the rest takes if it goes on as it went, in seconds; undefined as long as nothing is known. */
export function secondsLeft({ done, total, startedAt }: Progress, now: Date): number | undefined {
  if (!startedAt || total === null || done === 0) return undefined;
  const seconds = (now.getTime() - startedAt.getTime()) / 1000;
  if (seconds < 1) return undefined;
  return Math.max(0, Math.round((seconds / done) * (total - done)));
}

/** "about 40 seconds", "about 3 minutes", "about 2 hours". */
export function spanInWords(seconds: number): string {
  const units: [number, string][] = [
    [3600, "hour"],
    [60, "minute"],
    [1, "second"],
  ];
  const [size = 1, unit = "second"] = units.find(([length]) => seconds >= length * 1.5) ?? [];
  const count = Math.max(1, Math.round(seconds / size));
  return `about ${count} ${unit}${count === 1 ? "" : "s"}`;
}
