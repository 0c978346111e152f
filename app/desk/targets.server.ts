import { countsOf } from "#app/messages/message-counts.ts";
import { readRolledCounts } from "#app/messages/rolled-counts.server.ts";
import { dayOf } from "#app/responses/calendar-days.ts";
import { listPublishedResponses } from "#app/responses/list.server.ts";
import { listTargets } from "#app/retailers/targets.server.ts";
import { contactMeaning, contactOn } from "#app/scoreboard/contact-axis.ts";

export type DeskTarget = Awaited<ReturnType<typeof readDeskTargets>>[number];

/** A campaign's targets with what an organizer looks at: reach, messages, the last published response. */
export async function readDeskTargets(campaignId: string, now: Date = new Date()) {
  const [targets, counts] = await Promise.all([listTargets(campaignId), readRolledCounts(campaignId)]);
  const responses = await listPublishedResponses(targets.map(({ id }) => id));
  return targets.map((target) => {
    const messages = countsOf(counts, target.id);
    const own = responses.filter(({ targetId }) => targetId === target.id);
    const contact = contactOn(dayOf(now), {
      askedOn: target.askedOn,
      sentMessages: messages.sent,
      hasContacts: target.contactStates.length > 0,
      hasWorkingContact: target.hasWorkingContact,
      responses: own,
    });
    const [last] = own;
    return {
      slug: target.slug,
      name: target.name,
      askedOn: target.askedOn,
      isPaused: target.pausedAt !== null,
      hasWorkingContact: target.hasWorkingContact,
      contactCount: target.contactStates.length,
      contact: contactMeaning(contact.state).word,
      messages,
      lastResponse: last ? { kind: last.kind, happenedOn: last.happenedOn } : null,
    };
  });
}
