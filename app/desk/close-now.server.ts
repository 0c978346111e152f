import { db } from "#db/client.server.ts";
import { type CampaignStep, closeCampaign } from "./campaign-life.server.ts";

/** Closes by an organizer's hand; closed twice is closed once, as the first said. */
export async function closeNow(step: CampaignStep & { isWon: boolean }, now: Date = new Date()) {
  return db.transaction((tx) => closeCampaign(tx, step, now));
}
