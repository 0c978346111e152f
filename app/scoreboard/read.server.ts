import { listDemands } from "#app/campaigns/demands.server.ts";
import { countMessagesByTarget } from "#app/messages/counts.server.ts";
import { countsOf } from "#app/messages/message-counts.ts";
import { dayOf } from "#app/responses/calendar-days.ts";
import { listResponseDays } from "#app/responses/list.server.ts";
import { listCurrentStances } from "#app/responses/stances.server.ts";
import { listTargets } from "#app/retailers/targets.server.ts";
import { cellOn } from "./cell.ts";
import { contactOn } from "./contact-axis.ts";

export type Scoreboard = Awaited<ReturnType<typeof readScoreboard>>;
export type ScoreboardRow = Scoreboard["rows"][number];

/** All stances of a campaign as of now, in the campaign's own order; five queries, however many retailers. */
export async function readScoreboard(campaign: { id: string }, now: Date = new Date()) {
  const today = dayOf(now);
  const [targets, demands, messages] = await Promise.all([
    listTargets(campaign.id),
    listDemands(campaign.id),
    countMessagesByTarget(campaign.id),
  ]);
  const targetIds = targets.map(({ id }) => id);
  const [stances, responses] = await Promise.all([listCurrentStances(targetIds), listResponseDays(targetIds)]);

  const rows = targets.map((target) => {
    const { sent, delivered, opened } = countsOf(messages, target.id);
    const contact = contactOn(today, {
      askedOn: target.askedOn,
      sentMessages: sent,
      hasContacts: target.contactStates.length > 0,
      hasWorkingContact: target.hasWorkingContact,
      responses: responses.filter(({ targetId }) => targetId === target.id),
    });
    const cells = demands.map((demand) => ({
      demand: { slug: demand.slug, title: demand.title, shortTitle: demand.shortTitle },
      ...cellOn(today, stances.find(({ targetId, demandId }) => targetId === target.id && demandId === demand.id)),
    }));
    return {
      retailer: { slug: target.slug, name: target.name, country: target.country },
      contact,
      messages: { sent, delivered, opened },
      cells,
    };
  });

  return {
    asOf: today,
    demands: demands.map(({ slug, title, shortTitle, summary }) => ({ slug, title, shortTitle, summary })),
    rows,
    totals: totalOf(rows),
  };
}

interface Counted {
  contact: { state: string; isAsked: boolean };
  messages: { sent: number; delivered: number; opened: number };
  cells: { isOverdue: boolean }[];
}

function totalOf(rows: readonly Counted[]) {
  return {
    retailers: rows.length,
    asked: rows.filter(({ contact }) => contact.isAsked).length,
    answered: rows.filter(({ contact }) => contact.state === "replied").length,
    overdue: rows.flatMap(({ cells }) => cells).filter(({ isOverdue }) => isOverdue).length,
    sent: sum(rows.map(({ messages }) => messages.sent)),
    delivered: sum(rows.map(({ messages }) => messages.delivered)),
    opened: sum(rows.map(({ messages }) => messages.opened)),
  };
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0);
}
