import { listDemands } from "#app/campaigns/demands.server.ts";
import { countsOf } from "#app/messages/message-counts.ts";
import { readRolledCounts } from "#app/messages/rolled-counts.server.ts";
import { dayOf } from "#app/responses/calendar-days.ts";
import { listResponses } from "#app/responses/list.server.ts";
import { listCurrentStances } from "#app/responses/stances.server.ts";
import { listContacts } from "#app/retailers/contacts.server.ts";
import { findTarget, type Target } from "#app/retailers/targets.server.ts";
import { cellOn } from "#app/scoreboard/cell.ts";

/** One target of a campaign, as its organizers see it; undefined when the campaign does not ask this retailer. */
export async function readDeskTarget(campaignId: string, retailerSlug: string, now: Date = new Date()) {
  const target = await findTarget(campaignId, retailerSlug);
  if (!target) return undefined;
  const [contacts, responses, counts, demands] = await Promise.all([
    listContacts(target.retailerId),
    listResponses(target.id),
    readRolledCounts(campaignId),
    readStanding(campaignId, target, now),
  ]);
  return {
    id: target.id,
    slug: target.slug,
    name: target.name,
    askedOn: target.askedOn,
    isPaused: target.pausedAt !== null,
    contacts: contacts.map(({ id, role, email, state, stateReason }) => ({ id, role, email, state, stateReason })),
    demands,
    messages: countsOf(counts, target.id),
    responses: responses.map(({ id, kind, channel, happenedOn, summary, publishedAt }) => ({
      id, kind, channel, happenedOn, summary, isPublished: publishedAt !== null,
    })),
  };
}

/** Where a target stands on each demand today, in the campaign's order of demands. */
export async function readStanding(campaignId: string, target: Pick<Target, "id">, now: Date = new Date()) {
  const [demands, stances] = await Promise.all([listDemands(campaignId), listCurrentStances([target.id])]);
  return demands.map(({ id, slug, title }) => ({
    slug,
    title,
    ...cellOn(dayOf(now), stances.find(({ demandId }) => demandId === id)),
  }));
}
