import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";
import { campaigns, memberships } from "#db/schema/index.ts";
import { BLANK } from "./blank.ts";
import { isSlugTaken } from "./slug-taken.server.ts";

interface Start {
  /** Made with the form, so that sending it twice starts one campaign. */
  id: string;
  slug: string;
  name: string;
  /** BCP 47. */
  language: string;
  by: string;
}

/** A campaign from nothing: a draft in test mode. Whoever starts it owns it. */
export async function startCampaign(start: Start, now: Date = new Date()): Promise<{ outcome: "started" | "started before" | "slug taken" }> {
  return insertCampaign(start, now).catch((error: unknown) => {
    if (isSlugTaken(error)) return { outcome: "slug taken" } as const;
    throw error;
  });
}

async function insertCampaign({ id, slug, name, language, by }: Start, now: Date) {
  return db.transaction(async (tx) => {
    const [started] = await tx
      .insert(campaigns)
      .values({ ...BLANK, id, slug, name, language, createdAt: now })
      .onConflictDoNothing({ target: campaigns.id })
      .returning({ id: campaigns.id });
    if (!started) return { outcome: "started before" } as const;
    await tx.insert(memberships).values({ campaignId: id, organizerId: by, role: "owner" });
    await writeAudit(tx, { campaignId: id, by, act: "created", subject: "campaign", subjectId: id, title: name, after: { name, slug, language } }, now);
    return { outcome: "started" } as const;
  });
}
