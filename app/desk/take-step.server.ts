import type { CampaignState } from "#app/campaigns/states.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { archiveCampaign, type CampaignStep, pauseCampaign, reopenCampaign, restoreCampaign, resumeCampaign } from "./campaign-life.server.ts";

type Done = { outcome: "done" | "refused"; words: string };

/** Opening is none of them: it is the end of the set-up, see `publishSetUp`. */
const STEPS = { pause, resume, reopen, archive, restore };

/**
 * One press on the state's page. A step that somebody else has taken meanwhile, or that was pressed twice, is refused
 * with the state that the campaign is in now; what is no step is refused too.
 */
export async function takeStep(step: string | null, who: CampaignStep, now: Date = new Date()): Promise<Done> {
  const take = isStep(step) ? STEPS[step] : undefined;
  if (!take) return refuse("Nothing was chosen.");
  return db.transaction((tx) => take(tx, who, now));
}

function isStep(step: string | null): step is keyof typeof STEPS {
  return step !== null && Object.hasOwn(STEPS, step);
}

async function pause(tx: Transaction, who: CampaignStep, now: Date): Promise<Done> {
  const paused = await pauseCampaign(tx, who, now);
  return paused.outcome === "paused" ? done() : stays(paused.state, "paused");
}

async function resume(tx: Transaction, who: CampaignStep, now: Date): Promise<Done> {
  const resumed = await resumeCampaign(tx, who, now);
  return resumed.outcome === "resumed" ? done() : stays(resumed.state, "open");
}

async function reopen(tx: Transaction, who: CampaignStep, now: Date): Promise<Done> {
  const reopened = await reopenCampaign(tx, who, now);
  if (reopened.outcome === "not possible") return stays(reopened.state, "open");
  if (reopened.outcome === "erased") return refuse("Signers have been erased since: somebody who signed could sign a second time. It stays closed.");
  return done();
}

async function archive(tx: Transaction, who: CampaignStep, now: Date): Promise<Done> {
  const archived = await archiveCampaign(tx, who, now);
  return archived.outcome === "archived" ? done() : stays(archived.state, "archived");
}

async function restore(tx: Transaction, who: CampaignStep, now: Date): Promise<Done> {
  const restored = await restoreCampaign(tx, who, now);
  return restored.outcome === "restored" ? done() : stays(restored.state, "closed");
}

function done(): Done {
  return { outcome: "done", words: "" };
}

/** Pressed twice, the second press finds it done. */
function stays(state: CampaignState, wanted: CampaignState): Done {
  if (state === wanted) return done();
  return refuse(`The campaign is ${state} now, so this could not be done.`);
}

function refuse(words: string): Done {
  return { outcome: "refused", words };
}
