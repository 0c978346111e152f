import { eq } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import type { Campaign } from "#app/campaigns/find.server.ts";
import { MAIL_PRIORITY } from "#app/mail/enqueue.server.ts";
import { db } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { deliveries, organizers } from "#db/schema/index.ts";
import type { CardProps } from "#emails/index.ts";
import type { MessageUrls } from "./queue.server.ts";

interface TestMessage {
  /** Made with the form, so that sending it twice sends one mail. */
  id: string;
  campaign: Pick<Campaign, "id" | "slug" | "name">;
  message: { retailer: string; subject: string; body: string; signer: string; country: string };
  by: string;
}

/** Sends a message as a retailer would get it to the organizer who asks for it, and to nobody else. */
export async function sendTestMessage({ id, campaign, message, by }: TestMessage, urls: MessageUrls, now: Date = new Date()) {
  return db.transaction(async (tx) => {
    const [organizer] = await tx.select({ email: organizers.email }).from(organizers).where(eq(organizers.id, by));
    if (!organizer) throw new Error("The organizer is gone.");
    const props: CardProps<"demands"> = {
      subject: message.subject,
      body: message.body,
      signerName: message.signer,
      signerPlace: message.country,
      retailerName: message.retailer,
      campaignName: campaign.name,
      letterUrl: urls.letter(campaign.slug),
      aboutUrl: urls.howWeMail(),
      testFor: message.retailer,
    };
    const [sent] = await tx
      .insert(deliveries)
      .values({ id, card: "demands", props, toAddress: organizer.email, priority: MAIL_PRIORITY.awaited, campaignId: campaign.id, isTest: true, dueAt: now })
      .onConflictDoNothing()
      .returning({ id: deliveries.id });
    if (!sent) return { outcome: "sent before", to: organizer.email } as const;
    await writeAudit(tx, { campaignId: campaign.id, by, act: "asked for", subject: "test message", subjectId: id, title: `to ${message.retailer}` }, now);
    await notify(tx, "mail");
    return { outcome: "sent", to: organizer.email } as const;
  });
}
