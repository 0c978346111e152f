import { and, eq, ne } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { campaigns } from "#db/schema/index.ts";

const columns = {
  id: campaigns.id,
  slug: campaigns.slug,
  name: campaigns.name,
  state: campaigns.state,
  isSample: campaigns.isSample,
  isInTestMode: campaigns.isInTestMode,
  goal: campaigns.goal,
  frameworkId: campaigns.frameworkId,
  messageSubject: campaigns.messageSubject,
  messageTemplate: campaigns.messageTemplate,
  updatesConsentWording: campaigns.updatesConsentWording,
  privacyContact: campaigns.privacyContact,
  openedAt: campaigns.openedAt,
  closedAt: campaigns.closedAt,
};

export type Campaign = NonNullable<Awaited<ReturnType<typeof findCampaign>>>;

/** A campaign that the public may see: a draft is absent. */
export async function findCampaign(slug: string) {
  const [campaign] = await db
    .select(columns)
    .from(campaigns)
    .where(and(eq(campaigns.slug, slug), ne(campaigns.state, "draft")));
  return campaign;
}
