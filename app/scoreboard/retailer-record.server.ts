import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { statesThat } from "#app/campaigns/states.ts";
import { db } from "#db/client.server.ts";
import { campaigns, demands, targets } from "#db/schema/index.ts";
import { countMessagesByTarget } from "#app/messages/counts.server.ts";
import { countsOf } from "#app/messages/message-counts.ts";
import { dayOf } from "#app/responses/calendar-days.ts";
import { needsFreshLook } from "#app/responses/evidence.ts";
import { listPublishedResponses, type ResponseRow } from "#app/responses/list.server.ts";
import { listStanceHistory, type StanceRow } from "#app/responses/stances.server.ts";
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
  const targetIds = asked.map(({ target }) => target.id);
  const [demandRows, stances, responses, messageCounts] = await Promise.all([
    listDemandsOf(asked.map(({ campaign }) => campaign.id)),
    listStanceHistory(targetIds),
    listPublishedResponses(targetIds),
    Promise.all(asked.map(({ campaign }) => countMessagesByTarget(campaign.id))),
  ]);

  const records = asked.map(({ target, campaign: { id: campaignId, ...campaign } }, index) => {
    const { sent, delivered, opened } = countsOf(messageCounts[index] ?? new Map(), target.id);
    const ownResponses = responses.filter(({ targetId }) => targetId === target.id);
    const ownStances = stances.filter(({ targetId }) => targetId === target.id);
    return {
      campaign,
      contact: contactOn(today, {
        askedOn: target.askedOn,
        sentMessages: sent,
        hasContacts: contacts.length > 0,
        hasWorkingContact: contacts.some(({ state }) => CONTACT_STATES[state].canBeWrittenTo),
        responses: ownResponses,
      }),
      messages: { sent, delivered, opened },
      demands: demandRows
        .filter((demand) => demand.campaignId === campaignId)
        .map(({ id, slug, title, summary }) => {
          const ofDemand = ownStances.filter(({ demandId }) => demandId === id);
          return { slug, title, summary, ...standingOn(today, ofDemand, ownResponses) };
        }),
      /** Oldest first. */
      responses: ownResponses.toReversed().map((response) => ({
        ...evidenceFrom(response),
        needsFreshLook: needsFreshLook(response.capturedOn, today),
        isBeforeAsked: target.askedOn !== null && response.happenedOn < target.askedOn,
        stances: response.stances.map(({ demandSlug, demandTitle, value }) => ({ demandSlug, demandTitle, value })),
      })),
    };
  });
  return { asOf: today, campaigns: records };
}

/** Where a target stands on one demand and how that came about, oldest first; the last is where it stands. */
function standingOn(today: string, stances: readonly StanceRow[], responses: readonly ResponseRow[]) {
  return {
    current: cellOn(today, stances.at(-1)),
    history: stances.map((stance) => {
      const response = responses.find(({ id }) => id === stance.responseId);
      return {
        ...cellOn(today, stance),
        id: stance.id,
        reason: stance.reason,
        publishedOn: stance.publishedOn,
        evidence: response ? evidenceFrom(response) : null,
      };
    }),
  };
}

/** Campaigns the public may see that ask this retailer, newest first. */
async function listCampaignsAsking(retailerId: string) {
  return db
    .select({
      target: { id: targets.id, askedOn: targets.askedOn },
      campaign: {
        id: campaigns.id,
        slug: campaigns.slug,
        name: campaigns.name,
        state: campaigns.state,
        privacyContact: campaigns.privacyContact,
      },
    })
    .from(targets)
    .innerJoin(campaigns, eq(campaigns.id, targets.campaignId))
    .where(and(eq(targets.retailerId, retailerId), inArray(campaigns.state, statesThat("isPublic"))))
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

/** Chosen for the public: who recorded it stays in the house, how many people reviewed it does not. */
function evidenceFrom({
  id, happenedOn, channel, kind, summary, quote, sourceUrl, sourceTitle, capturedOn, review,
}: ResponseRow) {
  return { id, happenedOn, channel, kind, summary, quote, sourceUrl, sourceTitle, capturedOn, review };
}
