import { z } from "zod";
import type { JobKind } from "#app/jobs/job-kind.ts";
import { holdBackAgain, listReleasedBy, releaseSuspects } from "#app/signatures/release-suspects.server.ts";
import { listRemovedBy } from "#app/signatures/remove.server.ts";
import { removeFromLetter, restoreToLetter } from "../moderate.server.ts";
import { Selection } from "./selection.ts";
import { endStep, nextOfJob, nextSelected } from "./walk-signatures.server.ts";

const askedAt = z.iso.datetime();
/** Who signs after it was asked for is not touched, whatever the filters say. */
export const RemovalInput = z.object({ selection: Selection, reason: z.string(), askedAt });
/** What is selected, or just what an earlier job removed: then it undoes that job. */
export const RestorationInput = z.union([z.object({ selection: Selection }), z.object({ jobId: z.guid() })]);
export const ReleaseInput = z.object({ selection: Selection, askedAt });
export const UndoingInput = z.object({ jobId: z.guid() });

/** Removes what was selected, as far as it had been signed when that was asked for. */
export const removeSignaturesJob: JobKind<z.infer<typeof RemovalInput>> = {
  input: RemovalInput,
  undoneBy: "restore signatures",
  async step(tx, moment) {
    const { campaignId, jobId, input, now } = moment;
    const walk = await nextSelected(moment, input.selection, input.askedAt);
    const changed = await removeFromLetter(tx, { campaignId, ids: walk.ids, reason: input.reason, jobId }, now);
    return endStep(tx, moment, { ...walk, changed, act: "removed", told: { reason: input.reason, which: walk.words } });
  },
};

/** Gives those that were selected, or those that a job removed, their states back. */
export const restoreSignaturesJob: JobKind<z.infer<typeof RestorationInput>> = {
  input: RestorationInput,
  async step(tx, moment) {
    const { campaignId, input, now } = moment;
    const removedBy = (jobId: string) => nextOfJob(moment, "what an earlier removal took", (page) => listRemovedBy(tx, { campaignId, jobId, ...page }));
    const walk = "selection" in input ? await nextSelected(moment, input.selection) : await removedBy(input.jobId);
    const changed = await restoreToLetter(tx, { campaignId, ids: walk.ids }, now);
    return endStep(tx, moment, { ...walk, changed, act: "restored", told: { which: walk.words } });
  },
};

/** Lets the suspects among those selected go on: their owners get the mail that they would have had. */
export const releaseSignaturesJob: JobKind<z.infer<typeof ReleaseInput>> = {
  input: ReleaseInput,
  undoneBy: "hold signatures back",
  async step(tx, moment) {
    const { campaignId, jobId, input, now } = moment;
    const walk = await nextSelected(moment, input.selection, input.askedAt);
    const changed = await releaseSuspects(tx, { campaignId, ids: walk.ids, jobId }, now);
    return endStep(tx, moment, { ...walk, changed, act: "released", told: { which: walk.words } });
  },
};

/** Makes suspects again of what a job released, but for those that their owners confirmed since. */
export const holdSignaturesBackJob: JobKind<z.infer<typeof UndoingInput>> = {
  input: UndoingInput,
  async step(tx, moment) {
    const { campaignId, input, now } = moment;
    const walk = await nextOfJob(moment, "what an earlier release let go", (page) => listReleasedBy(tx, { jobId: input.jobId, ...page }));
    const changed = await holdBackAgain(tx, { campaignId, ids: walk.ids }, now);
    return endStep(tx, moment, { ...walk, changed, act: "held back", told: { which: walk.words } });
  },
};
