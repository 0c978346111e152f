import type { Transaction } from "../client.server.ts";
import { campaigns, coSigners, contacts, criteria, demands, frameworks, letterVersions, responses, retailers, stances, targets } from "../schema/index.ts";
import * as seed from "./dear-retailers/campaign.ts";
import { coSigners as organisations } from "./dear-retailers/co-signers.ts";
import { letter } from "./dear-retailers/letter.ts";
import * as companies from "./dear-retailers/retailers.ts";
import { framework, standards } from "./dear-retailers/standards.ts";
import { only } from "./only.ts";

/** The campaign that Countersign was born from, with what its sources support and nothing else. */
export async function seedDearRetailers(tx: Transaction, now: Date) {
  const { id: frameworkId } = only(await tx.insert(frameworks).values(framework).returning({ id: frameworks.id }));
  await tx.insert(criteria).values(standards.map((standard, position) => ({ frameworkId, position, ...standard })));
  const { id: campaignId } = only(await tx.insert(campaigns).values({ ...seed.campaign, frameworkId, state: "open", openedAt: now }).returning({ id: campaigns.id }));
  const campaignDemands = await tx
    .insert(demands)
    .values(seed.demands.map((demand, position) => ({ campaignId, position, ...demand })))
    .returning({ id: demands.id });
  await tx.insert(coSigners).values(
    organisations.map((organisation, position) => ({ campaignId, position, joinedOn: companies.ASKED_ON, ...organisation })),
  );
  await tx.insert(letterVersions).values({ campaignId, publishedAt: now, ...letter });
  for (const [position, company] of companies.retailers.entries()) {
    const targetId = await seedTarget(tx, campaignId, company, position);
    await seedRecord(tx, targetId, company.acts, campaignDemands.map(({ id }) => id), now);
  }
  return campaignId;
}

type Company = (typeof companies.retailers)[number];

async function seedTarget(tx: Transaction, campaignId: string, { slug, name, websiteUrl }: Company, position: number) {
  const { id: retailerId } = only(await tx.insert(retailers).values({ slug, name, websiteUrl, country: "US" }).returning({ id: retailers.id }));
  const role = "Placeholder, until an organizer enters a real contact";
  await tx.insert(contacts).values({ retailerId, role, email: `customer-care@${slug}.example` });
  const { id } = only(await tx.insert(targets).values({ campaignId, retailerId, position, askedOn: companies.ASKED_ON }).returning({ id: targets.id }));
  return id;
}

/** What the retailer did and said of itself, and the search that found no answer: the evidence of its stance on each demand. */
async function seedRecord(tx: Transaction, targetId: string, acts: Company["acts"], demandIds: string[], now: Date) {
  const published = { targetId, publishedAt: now };
  for (const act of acts) {
    await tx.insert(responses).values({ ...published, ...act, channel: "press", capturedOn: companies.search.capturedOn });
  }
  const { id: responseId } = only(await tx.insert(responses).values({ ...published, ...companies.search, channel: "none", kind: "no_answer" }).returning({ id: responses.id }));
  const stance = { ...published, responseId, value: "no_answer" as const, sinceOn: companies.ASKED_ON, reason: companies.STANCE_REASON };
  await tx.insert(stances).values(demandIds.map((demandId) => ({ ...stance, demandId })));
}
