import { and, eq, inArray, lte } from "drizzle-orm";
import { changesBetween } from "#app/audit/words.ts";
import { writeAudit } from "#app/audit/write.server.ts";
import type { Campaign } from "#app/campaigns/find.server.ts";
import { statesBefore } from "#app/campaigns/states.ts";
import { publishWholeLetters } from "#app/letters/publish-whole.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { campaignColumns, campaigns } from "#db/schema/index.ts";
import { type CampaignStep, closeCampaign, openCampaign } from "./campaign-life.server.ts";
import { whatHindersOpening } from "./set-up.server.ts";

interface Schedule {
  opensAt: Date | null;
  closesAt: Date | null;
}

/** The same in a transaction of its own. */
export async function setSchedule(schedule: CampaignStep & Schedule, now: Date = new Date()) {
  return db.transaction((tx) => scheduleCampaign(tx, schedule, now));
}

/** Both times as they now stand, null for none: a schedule is taken back as it was made. An open campaign opens no more. */
async function scheduleCampaign(
  tx: Transaction,
  { campaignId, by, opensAt, closesAt }: CampaignStep & Schedule,
  now: Date = new Date(),
): Promise<{ outcome: "scheduled" | "unscheduled" | "as before" | "not possible" }> {
  const [before] = await tx
    .select({ state: campaigns.state, name: campaigns.name, opensAt: campaigns.opensAt, closesAt: campaigns.closesAt })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId))
    .for("update");
  if (!before || before.state === "closed" || before.state === "archived") return { outcome: "not possible" };
  const after = { opensAt: before.state === "draft" ? opensAt : null, closesAt };
  const changes = changesBetween(inWords(before), inWords(after));
  if (!changes) return { outcome: "as before" };
  await tx.update(campaigns).set(after).where(eq(campaigns.id, campaignId));
  const isTakenBack = after.opensAt === null && after.closesAt === null;
  const act = isTakenBack ? "unscheduled" : "scheduled";
  await writeAudit(tx, { campaignId, by, act, subject: "campaign", subjectId: campaignId, title: before.name, ...changes }, now);
  return { outcome: act };
}

function inWords({ opensAt, closesAt }: Schedule) {
  return { opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null };
}

/**
 * Opens and closes what is due; with a campaign opens every letter that is whole by then. The clock asks no less than the
 * set-up does: one that lacks something at its time stays a draft and says so on its desk; it opens as soon as it is
 * ready, unless the schedule is taken back. Returns how many changed their state.
 */
export async function openAndCloseOnTime(urls: { letter(slug: string): string }, now: Date = new Date()): Promise<number> {
  const opened = await eachDue(
    "opensAt",
    now,
    async (tx, campaignId) => {
      await publishWholeLetters(tx, { campaignId, by: null }, now);
      return (await openCampaign(tx, { campaignId, by: null }, now)).outcome === "opened";
    },
    async (campaign) => (await whatHindersOpening(campaign, urls)).length === 0,
  );
  const closed = await eachDue(
    "closesAt",
    now,
    async (tx, campaignId) => (await closeCampaign(tx, { campaignId, by: null, isWon: false }, now)).outcome === "closed",
  );
  return opened + closed;
}

/** Each in a transaction of its own, and looked at again under its lock: another worker may have been quicker, or an organizer. */
async function eachDue(
  at: "opensAt" | "closesAt",
  now: Date,
  step: (tx: Transaction, campaignId: string) => Promise<boolean>,
  isReady: (campaign: Campaign) => Promise<boolean> = async () => true,
) {
  const from = at === "opensAt" ? statesBefore("open").filter((state) => state === "draft") : statesBefore("closed").filter((state) => state !== "archived");
  const isDue = and(lte(campaigns[at], now), inArray(campaigns.state, from));
  const due = await db.select(campaignColumns).from(campaigns).where(isDue);
  let done = 0;
  for (const campaign of due) {
    const { id } = campaign;
    if (!(await isReady(campaign))) continue;
    const isDone = await db.transaction(async (tx) => {
      const [still] = await tx.select({ id: campaigns.id }).from(campaigns).where(and(eq(campaigns.id, id), isDue)).for("update");
      return still ? step(tx, id) : false;
    });
    if (isDone) done += 1;
  }
  return done;
}
