import type { z } from "zod";
import type { Transaction } from "#db/client.server.ts";

/** What one step of a job is given. */
export interface JobMoment<Input> {
  jobId: string;
  campaignId: string;
  requestedBy: string;
  input: Input;
  /** What the last step left; null for the first. Check it with Zod: it was stored as JSON. */
  cursor: unknown;
  /** So many were done before this step. */
  done: number;
  now: Date;
}

/** What one step did. */
export interface JobStep {
  /** Where the next step begins. */
  cursor: unknown;
  /** How many it did. */
  done: number;
  /** How many there are in all, once that is known. */
  total?: number;
  /** A line for the job's log. No personal data. */
  note?: string;
  /** The next piece of the file that the job makes. */
  piece?: Buffer;
  isLast: boolean;
  /** The next step is not taken before then: it waits for something else. */
  restsUntil?: Date;
  /** With the last step: what came of it, in words and numbers for its page. */
  result?: Record<string, unknown>;
}

/**
 * One kind of long work, registered in app/clock/job-kinds.server.ts. A step takes at most a second or two, and all
 * that it writes goes through its transaction, together with the new cursor.
 */
export interface JobKind<Input> {
  input: z.ZodType<Input>;
  step(tx: Transaction, moment: JobMoment<Input>): Promise<JobStep>;
  /** For a kind that makes a file. */
  file?: { name: string; mediaType: string };
  /** The kind of job that takes this one back; its input is `{ jobId }`. */
  undoneBy?: string;
  /** Who ends it, or takes it back, must be let do this too; moderating is asked for in any case. */
  asks?: "edit";
}

/** A kind as the runner sees it, whatever its input. */
export type AnyJobKind = Pick<JobKind<unknown>, "step" | "file" | "undoneBy" | "asks">;

/** Makes a kind ready for the list of kinds: its input is parsed before each step. */
export function asJobKind<Input>({ input, step, ...rest }: JobKind<Input>): AnyJobKind {
  return { ...rest, step: (tx, moment) => step(tx, { ...moment, input: input.parse(moment.input) }) };
}
