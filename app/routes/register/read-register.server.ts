import { requireCampaign } from "#app/http/guards.server.ts";
import { ENTRIES_A_PAGE } from "#app/register/entries.server.ts";
import { findNewestHead, findSize, listDayHeads } from "#app/register/heads.server.ts";
import { listKeys } from "#app/register/keys.server.ts";

const DAYS_SHOWN = 60;

/** What the register's page and its JSON show. */
export async function readRegister(slug: string | undefined) {
  const campaign = await requireCampaign(slug);
  const [head, days, keys, size] = await Promise.all([
    findNewestHead(campaign.id),
    listDayHeads(campaign.id, { limit: DAYS_SHOWN }),
    listKeys(),
    findSize(campaign.id),
  ]);
  return {
    campaign, head, days, pageSize: ENTRIES_A_PAGE, pages: Math.ceil(size / ENTRIES_A_PAGE),
    keys: keys.map(({ id, publicKey, createdAt, retiredAt }) => ({ id, publicKey, createdAt, retiredAt })),
  };
}
