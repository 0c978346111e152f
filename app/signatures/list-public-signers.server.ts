import { sql } from "#db/client.server.ts";

const SIGNERS_A_PAGE = 100;
/** A page goes on to the end of its last second, for the next one begins there. More than so many in one second nobody reads. */
const MAX_ON_A_PAGE = 1_100;

export interface PublicSigner {
  name: string;
  country: string;
  confirmedAt: Date;
  /** Only what a reviewer has let through. */
  comment: string | null;
}

/**
 * Signers who chose to be shown, the newest first, of those confirmed before an instant. `next` is where the page after
 * this one begins, to the second; undefined on the last.
 */
export async function listPublicSigners(campaignId: string, before: Date | undefined) {
  const rows = await sql<PublicSigner[]>`
    select name, country, confirmed_at as "confirmedAt", case when comment_review = 'shown' then comment end as comment
    from signatures
    where campaign_id = ${campaignId} and state = 'confirmed' and is_name_shown and confirmed_at < coalesce(${before ?? null}::timestamptz, 'infinity')
    order by confirmed_at desc, id desc limit ${MAX_ON_A_PAGE}`;
  const last = rows[SIGNERS_A_PAGE - 1];
  if (!last || rows.length <= SIGNERS_A_PAGE) return { signers: [...rows], next: undefined };
  const lastSecond = startOfSecond(last.confirmedAt);
  const signers = rows.filter(({ confirmedAt }) => confirmedAt >= lastSecond);
  return { signers, next: signers.length < rows.length ? lastSecond : undefined };
}

function startOfSecond(at: Date) {
  return new Date(Math.floor(at.getTime() / 1000) * 1000);
}
