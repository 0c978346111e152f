import { countImported } from "#app/signatures/count-imported.server.ts";
import { countPaper } from "#app/signatures/count-paper.server.ts";
import { readCount } from "#app/signatures/count.server.ts";
import { toldStates } from "#app/signatures/told-states.ts";
import { foundInWords, isRight } from "./reconciliation-words.ts";
import { findLastReconciliation } from "./reconciliations.server.ts";

export type PublicCount = Awaited<ReturnType<typeof readPublicCount>>;

/** All that anybody may know of a campaign's numbers: rows that the clock keeps, however many have signed. */
export async function readPublicCount(campaignId: string, now: Date = new Date()) {
  const [count, imported, onPaper, last] = await Promise.all([
    readCount(campaignId, now),
    countImported(campaignId),
    countPaper(campaignId),
    findLastReconciliation(campaignId),
  ]);
  return { ...count, imported, onPaper, night: last ? nightOf(last) : null };
}

/** The states are those of the night, in tens: see told-states.ts. */
function nightOf(last: NonNullable<Awaited<ReturnType<typeof findLastReconciliation>>>) {
  const { pending, suspect, removed, withdrawn } = last;
  return {
    endedAt: last.endedAt ?? last.startedAt,
    counted: last.counted,
    found: foundInWords(last),
    isRight: isRight(last),
    states: toldStates({ pending: pending ?? 0, suspect: suspect ?? 0, removed: removed ?? 0, withdrawn: withdrawn ?? 0 }),
  };
}
