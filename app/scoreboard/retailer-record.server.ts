import { and, asc, desc, eq, inArray, ne } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { campaigns, demands, targets } from "#db/schema/index.ts";
import { countMessagesByTarget, countsOf } from "#app/messages/counts.server.ts";
import { dayOf } from "#app/responses/calendar-days.ts";
import { needsFreshLook } from "#app/responses/evidence.ts";
import { listPublishedResponses, type ResponseRow } from "#app/responses/list.server.ts";
import { listStanceHistory } from "#app/responses/stances.server.ts";
import { CONTACT_STATES } from "#app/retailers/contact-states.ts";
import { listContacts } from "#app/retailers/contacts.server.ts";
import { cellOn } from "./cell.ts";
import { contactOn } from "./contact-axis.ts";

export type RetailerRecord = Awaited<ReturnType<typeof readRetailerRecord>>;
export type CampaignRecord = RetailerRecord["campaigns"][number];
export type DemandRecord = CampaignRecord["demands"][number];
export type PublishedResponse = CampaignRecord["responses"][number];

/** All that the public may know of one retailer, per campaign: where it stands, how that came about, what it said. */
export async function readRetailerRecord(retailerId: string, now: Date = new Date()) {
  const today = dayOf(now);
  const [asked, contacts] = await Promise.all([listCampaignsAsking(retailerId), listContacts(retailerId)]);
  const targetIds = asked.map(({ targetId }) => targetId);
  const [allDemands, history, responses, counts] = await Promise.all([
    listDemandsOf(asked.map(({ campaignId }) => campaignId)),
    listStanceHistory(targetIds),
    listPublishedResponses(targetIds),
    Promise.all(asked.map(({ campaignId }) => countMessagesByTarget(campaignId))),
  ]);

  const records = asked.map(({ targetId, campaignId, askedOn, ...campaign }, index) => {
    const { sent, delivered, opened } = countsOf(counts[index] ?? new Map(), targetId);
    const ownResponses = responses.filter((response) => response.targetId === targetId);
    const contact = contactOn(today, {
      askedOn,
      sentMessages: sent,
      hasContacts: contacts.length > 0,
      hasWorkingContact: contacts.some(({ state }) => CONTACT_STATES[state].canBeWrittenTo),
      responses: ownResponses,
    });
    const demandRecords = allDemands
      .filter((demand) => demand.campaignId === campaignId)
      .map(({ id, slug, title, summary }) => {
        const stances = history.filter((stance) => stance.targetId === targetId && stance.demandId === id);
        return {
          slug,
          title,
          summary,
          current: cellOn(today, stances.at(-1)),
          /** Oldest first; the last is where it stands. */
          history: stances.map((stance) => ({
            ...cellOn(today, stance),
            reason: stance.reason,
            publishedOn: stance.publishedOn,
            evidence: evidenceOf(ownResponses, stance.responseId),
          })),
        };
      });
    return {
      campaign,
      contact,
      messages: { sent, delivered, opened },
      demands: demandRecords,
      /** Oldest first. */
      responses: ownResponses.toReversed().map((response) => ({
        ...evidenceFrom(response),
        needsFreshLook: needsFreshLook(response.capturedOn, today),
        isBeforeAsked: askedOn !== null && response.happenedOn < askedOn,
        stances: response.stances.map(({ demandSlug, demandTitle, value }) => ({ demandSlug, demandTitle, value })),
      })),
    };
  });
  return { asOf: today, campaigns: records };
}

/** Campaigns the public may see that ask this retailer, newest first. */
async function listCampaignsAsking(retailerId: string) {
  return db
    .select({
      targetId: targets.id,
      askedOn: targets.askedOn,
      campaignId: campaigns.id,
      slug: campaigns.slug,
      name: campaigns.name,
      state: campaigns.state,
      isSample: campaigns.isSample,
    })
    .from(targets)
    .innerJoin(campaigns, eq(campaigns.id, targets.campaignId))
    .where(and(eq(targets.retailerId, retailerId), ne(campaigns.state, "draft")))
    .orderBy(desc(campaigns.openedAt), asc(campaigns.slug));
}

async function listDemandsOf(campaignIds: string[]) {
  if (campaignIds.length === 0) return [];
  return db
    .select({
      id: demands.id,
      campaignId: demands.campaignId,
      slug: demands.slug,
      title: demands.title,
      summary: demands.summary,
    })
    .from(demands)
    .where(inArray(demands.campaignId, campaignIds))
    .orderBy(asc(demands.position));
}

function evidenceOf(responses: readonly ResponseRow[], responseId: string) {
  const response = responses.find(({ id }) => id === responseId);
  return response ? evidenceFrom(response) : undefined;
}

/** Chosen for the public: who recorded it stays in the house, how many people reviewed it does not. */
function evidenceFrom({
  id, happenedOn, channel, kind, summary, quote, sourceUrl, sourceTitle, capturedOn, review,
}: ResponseRow) {
  return { id, happenedOn, channel, kind, summary, quote, sourceUrl, sourceTitle, capturedOn, review };
}
