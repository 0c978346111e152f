import type postgres from "postgres";
import { sql } from "#db/client.server.ts";
import { byCampaign, idsOf, type WaitingKind } from "./waiting-kind.ts";

/** Beyond these nobody counts by eye. */
const COUNTED = 10_000;

interface SignaturesWaiting extends Pick<WaitingKind, "name" | "title"> {
  /** Which signatures `s` of a campaign these are: spelled as an index of theirs has it, for they may be millions. */
  which: () => postgres.PendingQuery<postgres.Row[]>;
  /** Since when each waits. */
  since: () => postgres.PendingQuery<postgres.Row[]>;
  /** After their number, e.g. "to look at". */
  words: string;
  path: (campaignSlug: string) => string;
}

/** Signatures that a moderator has to look at: told as one thing with their number, for they are seen in a list of their own. */
export function signaturesWaiting({ name, title, which, since, words, path }: SignaturesWaiting): WaitingKind {
  const waiting = () => sql`(select ${since()} as since from signatures s where s.campaign_id = c.id and ${which()} limit ${COUNTED})`;
  return {
    name,
    title,
    act: "moderate",
    path,
    async count(campaigns) {
      return byCampaign(await sql`
        select c.id as "campaignId", found.count from campaigns c, lateral (select count(*)::int as count from ${waiting()} one) found
        where c.id in ${sql(idsOf(campaigns))} and found.count > 0`);
    },
    async list(campaign) {
      const [found] = await sql<{ count: number; since: Date | null }[]>`
        select count(*)::int as count, min(one.since) as since from campaigns c, lateral ${waiting()} one where c.id = ${campaign.id}`;
      if (!found || found.count === 0) return [];
      const number = found.count === COUNTED ? `${COUNTED.toLocaleString("en")} or more` : found.count.toLocaleString("en");
      return [{ id: name, words: `${number} ${words}`, since: found.since, path: path(campaign.slug) }];
    },
  };
}
