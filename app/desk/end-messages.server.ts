import { and, eq, sql as raw } from "drizzle-orm";
import { findLastEditor } from "#app/audit/last-editor.server.ts";
import { changesBetween } from "#app/audit/words.ts";
import { writeAudit } from "#app/audit/write.server.ts";
import { db } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns } from "#db/schema/index.ts";
import { type Conflict, conflictBetween } from "./difference.ts";

export interface EndMessages {
  closingMessage: string;
  victoryMessage: string;
}

type Saving = EndMessages & { campaignId: string; revision: number; by: string };

/** What stands in the place of the form once the campaign is closed, and once it is won. */
export async function saveEndMessages(
  { campaignId, revision, by, ...messages }: Saving,
  now: Date = new Date(),
): Promise<{ outcome: "saved" } | { outcome: "conflict"; conflict: Conflict }> {
  return db.transaction(async (tx) => {
    const [before] = await tx
      .select({
        slug: campaigns.slug,
        name: campaigns.name,
        revision: campaigns.revision,
        closingMessage: campaigns.closingMessage,
        victoryMessage: campaigns.victoryMessage,
      })
      .from(campaigns)
      .where(eq(campaigns.id, campaignId))
      .for("update");
    if (!before) throw new Error("The campaign is gone.");
    const { slug, name, revision: newest, ...theirs } = before;
    const changes = changesBetween(theirs, { ...messages });
    if (!changes) return { outcome: "saved" } as const;
    const [saved] = await tx
      .update(campaigns)
      .set({ ...messages, revision: raw`${campaigns.revision} + 1` })
      .where(and(eq(campaigns.id, campaignId), eq(campaigns.revision, revision)))
      .returning({ id: campaigns.id });
    if (!saved) {
      return {
        outcome: "conflict",
        conflict: conflictBetween({ ...(await findLastEditor(tx, { campaignId, subject: "settings", subjectId: campaignId }, now)), revision: newest }, [
          { label: "Closing message", theirs: theirs.closingMessage, yours: messages.closingMessage },
          { label: "Victory message", theirs: theirs.victoryMessage, yours: messages.victoryMessage },
        ]),
      } as const;
    }
    await writeAudit(tx, { campaignId, by, act: "changed", subject: "settings", subjectId: campaignId, title: name, ...changes }, now);
    await notify(tx, "published", slug);
    return { outcome: "saved" } as const;
  });
}
