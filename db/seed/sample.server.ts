import type { Transaction } from "../client.server.ts";
import { campaigns, coSigners, contacts, demands, letterVersions, responses, retailers, stances, targets } from "../schema/index.ts";
import { only } from "./only.ts";
import { type Answer, type Shop, shops } from "./sample/answers.ts";
import * as seed from "./sample/campaign.ts";
import { seedCrowd } from "./sample-crowd.server.ts";

/** The sample stays in test mode: no mail of it ever leaves. */
export async function seedSample(tx: Transaction, now: Date) {
  const openedAt = daysBefore(now, 96);
  const { id: campaignId } = only(
    await tx
      .insert(campaigns)
      .values({ ...seed.campaign, state: "open", isSample: true, isInTestMode: true, openedAt, createdAt: openedAt })
      .returning({ id: campaigns.id }),
  );
  const { id: letterVersionId } = only(
    await tx
      .insert(letterVersions)
      .values({ campaignId, datedOn: dayBefore(now, 96), publishedAt: openedAt, ...seed.letter })
      .returning({ id: letterVersions.id }),
  );
  const asked = await tx
    .insert(demands)
    .values(seed.demands.map((demand, position) => ({ campaignId, position, ...demand })))
    .returning({ id: demands.id, slug: demands.slug });
  await tx.insert(coSigners).values(
    seed.coSigners.map(({ joinedDaysAgo, ...organisation }, position) => ({
      campaignId,
      position,
      joinedOn: dayBefore(now, joinedDaysAgo),
      ...organisation,
    })),
  );
  const crowdTargets = [];
  for (const [position, shop] of shops.entries()) {
    const target = await seedTarget(tx, campaignId, shop, position, now);
    for (const answer of shop.answers) await seedAnswer(tx, target.id, answer, asked, now);
    crowdTargets.push(target);
  }
  await seedCrowd(tx, { campaignId, letterVersionId, targets: crowdTargets, now });
  return campaignId;
}

async function seedTarget(tx: Transaction, campaignId: string, shop: Shop, position: number, now: Date) {
  const { slug, name, country } = shop;
  const { id: retailerId } = only(
    await tx.insert(retailers).values({ slug, name, country, isSample: true }).returning({ id: retailers.id }),
  );
  const contact = await tx
    .insert(contacts)
    .values(shop.contacts.map(({ role, state }, number) => ({ retailerId, role, state, email: `desk-${number + 1}@${slug}.example` })))
    .returning({ id: contacts.id, email: contacts.email });
  const askedOn = shop.askedDaysAgo === null ? null : dayBefore(now, shop.askedDaysAgo);
  const { id } = only(await tx.insert(targets).values({ campaignId, retailerId, position, askedOn }).returning({ id: targets.id }));
  const isReachable = shop.contacts.some(({ state }) => state === "working");
  return { id, contact: only(contact), isWrittenTo: shop.askedDaysAgo !== null, isReachable };
}

async function seedAnswer(tx: Transaction, targetId: string, answer: Answer, asked: { id: string; slug: string }[], now: Date) {
  const { daysAgo, kind, channel, summary, quote = null } = answer;
  const happenedOn = dayBefore(now, daysAgo);
  const publishedAt = daysBefore(now, daysAgo - 1);
  const source = { sourceUrl: "https://example.org/made-up-source", sourceTitle: "A made-up source", capturedOn: happenedOn };
  const { id: responseId } = only(
    await tx
      .insert(responses)
      .values({ targetId, happenedOn, channel, kind, summary, quote, ...source, publishedAt, createdAt: publishedAt })
      .returning({ id: responses.id }),
  );
  const changed = asked.flatMap(({ id: demandId, slug }) => {
    const stance = answer.stances[slug];
    if (!stance) return [];
    const dueOn = stance.dueInDays === undefined ? null : dayBefore(now, -stance.dueInDays);
    const { value, reason } = stance;
    return [{ targetId, demandId, responseId, value, reason, dueOn, sinceOn: happenedOn, publishedAt, createdAt: publishedAt }];
  });
  if (changed.length > 0) await tx.insert(stances).values(changed);
}

function daysBefore(now: Date, days: number) {
  return new Date(now.getTime() - days * 86_400_000);
}

function dayBefore(now: Date, days: number) {
  return daysBefore(now, days).toISOString().slice(0, 10);
}
