import { eq } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import type { Campaign } from "#app/campaigns/find.server.ts";
import { db } from "#db/client.server.ts";
import { organizers, signOffs } from "#db/schema/index.ts";
import type { SignOffState } from "./set-up-needs.ts";
import { fingerprintViews } from "./test-views.server.ts";

export type TestView = "letter" | "message";

/** Who found which view right, and whether that view is still the one they saw. */
export async function readSignOffs(campaign: Campaign, urls: { letter(slug: string): string }) {
  const [fingerprints, given] = await Promise.all([
    fingerprintViews(campaign, urls),
    db
      .select({ view: signOffs.view, fingerprint: signOffs.fingerprint, by: organizers.name, at: signOffs.at })
      .from(signOffs)
      .innerJoin(organizers, eq(organizers.id, signOffs.organizerId))
      .where(eq(signOffs.campaignId, campaign.id)),
  ]);
  function read(view: TestView) {
    const found = given.find((one) => one.view === view);
    const fingerprint = fingerprints[view];
    const state: SignOffState = stateOf(found?.fingerprint, fingerprint);
    return { fingerprint, state, by: found?.by ?? null, at: found?.at ?? null };
  }
  return { letter: read("letter"), message: read("message") };
}

/** One person has looked at a view and finds it right. What changed since their page was opened has to be looked at first. */
export async function signOff(
  { campaign, view, fingerprint, by }: { campaign: Campaign; view: TestView; fingerprint: string; by: string },
  urls: { letter(slug: string): string },
  now: Date = new Date(),
): Promise<{ outcome: "signed off" | "changed meanwhile" }> {
  const current = await fingerprintViews(campaign, urls);
  if (fingerprint === "" || current[view] !== fingerprint) return { outcome: "changed meanwhile" };
  await db.transaction(async (tx) => {
    const row = { campaignId: campaign.id, view, fingerprint, organizerId: by, at: now };
    await tx.insert(signOffs).values(row).onConflictDoUpdate({ target: [signOffs.campaignId, signOffs.view], set: row });
    await writeAudit(tx, { campaignId: campaign.id, by, act: "approved", subject: "test view", subjectId: view, title: `of the ${view}` }, now);
  });
  return { outcome: "signed off" };
}

function stateOf(given: string | undefined, current: string): SignOffState {
  if (given === undefined) return "none";
  return given === current ? "given" : "outdated";
}
