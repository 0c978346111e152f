import type { Campaign } from "#app/campaigns/find.server.ts";
import { enqueueMail } from "#app/mail/enqueue.server.ts";
import type { Transaction } from "#db/client.server.ts";
import type { CoalitionUrls } from "./coalition-urls.ts";

export type PartnersCampaign = Pick<Campaign, "id" | "slug" | "name" | "senderName">;

interface PartnerMail {
  campaign: PartnersCampaign;
  organisation: string;
  partner: string;
  contactName: string;
  email: string;
  token: string;
  urls: Omit<CoalitionUrls, "request">;
}

/** The organisation's link to the letter and the one to its own page, in the transaction that made them. */
export async function mailPartnerPage(tx: Transaction, { campaign, organisation, partner, contactName, email, token, urls }: PartnerMail, now: Date) {
  await enqueueMail(tx, {
    card: "co-sign-approved",
    to: email,
    campaignId: campaign.id,
    dueAt: now,
    props: {
      contactName,
      organisation,
      campaignName: campaign.name,
      senderName: campaign.senderName,
      letterUrl: urls.partnerLetter(campaign.slug, partner),
      partnerUrl: urls.partnerPage(token),
    },
  });
}
