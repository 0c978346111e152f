import type { ListDefinition } from "#app/desk/lists/definition.ts";
import { openList } from "#app/desk/lists/open-list.server.ts";
import type { Role } from "#app/organizers/roles.ts";
import { db } from "#db/client.server.ts";
import { signatures } from "#db/schema/index.ts";
import { aCampaign, aLetter, anOrganizer } from "#tests/build.ts";

/** Steps that the stories of the desk's lists share. */
export async function aListedCampaign() {
  const campaign = await aCampaign();
  const letter = await aLetter(campaign.id);
  const grace = await anOrganizer(campaign.id, { role: "organizer" });
  return { campaign, letter, grace };
}

type Listed = Awaited<ReturnType<typeof aListedCampaign>>;

/** The page that a query shows, as its loader has it. */
export function look({ campaign, grace }: Listed, list: ListDefinition, query = "", role: Role = "organizer") {
  return openList(list, { campaign, organizer: grace, role }, new URLSearchParams(query.replace(/^\?/, "")));
}

/** Ada and others, a microsecond or nothing apart. */
export async function manySign({ campaign, letter }: Listed, count: number, given: (number: number) => Partial<typeof signatures.$inferInsert> = () => ({})) {
  const rows = Array.from({ length: count }, (_, number) => ({
    campaignId: campaign.id,
    letterVersionId: letter.id,
    name: `Ada ${number}`,
    email: `ada-${campaign.slug}-${number}@example.org`,
    canonicalEmail: `ada-${campaign.slug}-${number}@example.org`,
    country: "GB",
    isNameShown: number % 2 === 0,
    createdAt: new Date("2026-03-01T12:00:00Z"),
    ...given(number),
  }));
  return db.insert(signatures).values(rows).returning({ id: signatures.id });
}
