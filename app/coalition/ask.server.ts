import { and, count, eq, gt, lte, sql as raw } from "drizzle-orm";
import type { Campaign } from "#app/campaigns/find.server.ts";
import { enqueueMail } from "#app/mail/enqueue.server.ts";
import { hashToken, newToken } from "#app/tokens.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { coSignRequests } from "#db/schema/index.ts";
import type { CoSignValues } from "./co-sign-form.ts";
import type { CoalitionUrls } from "./coalition-urls.ts";
import { minutesBefore, UNCONFIRMED_REQUEST_DAYS } from "./request-days.ts";

const MINUTES_BETWEEN_MAILS = 10;
/** More new ones than that are nobody's wish to sign, but to have mail sent about. */
const MAX_MAILS_AN_HOUR = 60;

interface Asking {
  campaign: Pick<Campaign, "id" | "name" | "senderName">;
  values: CoSignValues;
  urls: Pick<CoalitionUrls, "request">;
}

/**
 * One open request per site and campaign. Asking again while nobody has confirmed puts the newer words in place of the
 * older and mails anew, at most each ten minutes; whatever is there, the answer is the same.
 */
export async function askToCoSign({ campaign, values, urls }: Asking, now: Date = new Date()) {
  const token = newToken();
  const { siteDomain, ...typed } = values;
  const asked = { ...typed, tokenHash: hashToken(token), mailedAt: now };
  await db.transaction(async (tx) => {
    if ((await countMailedLately(tx, campaign.id, now)) >= MAX_MAILS_AN_HOUR) return;
    const [row] = await tx
      .insert(coSignRequests)
      .values({ campaignId: campaign.id, siteDomain, createdAt: now, ...asked })
      .onConflictDoUpdate({
        target: [coSignRequests.campaignId, coSignRequests.siteDomain],
        targetWhere: raw`state in ('asked', 'confirmed')`,
        set: asked,
        setWhere: raw`${eq(coSignRequests.state, "asked")} and ${lte(coSignRequests.mailedAt, minutesBefore(now, MINUTES_BETWEEN_MAILS))}`,
      })
      .returning({ id: coSignRequests.id });
    if (!row) return;
    await enqueueMail(tx, {
      card: "confirm-co-sign",
      to: values.email,
      campaignId: campaign.id,
      dueAt: now,
      props: {
        contactName: values.contactName,
        organisation: values.organisation,
        campaignName: campaign.name,
        senderName: campaign.senderName,
        url: urls.request(token),
        expiresInDays: UNCONFIRMED_REQUEST_DAYS,
      },
    });
  });
  return { outcome: "asked" } as const;
}

async function countMailedLately(tx: Transaction, campaignId: string, now: Date) {
  const [row] = await tx
    .select({ mailed: count() })
    .from(coSignRequests)
    .where(and(eq(coSignRequests.campaignId, campaignId), eq(coSignRequests.state, "asked"), gt(coSignRequests.mailedAt, minutesBefore(now, 60))));
  return row?.mailed ?? 0;
}
