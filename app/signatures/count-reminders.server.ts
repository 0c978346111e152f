import { sql } from "#db/client.server.ts";
import { boundedUnconfirmedDays } from "./erasure.ts";
import { daysAfter } from "./links.ts";
import { reminderDays } from "./reminding.ts";

interface Waiting {
  id: string;
  unconfirmedDays: number;
  remindAfterDays: number | null;
}

/** How many requests a run at this moment would remind of; beyond `limit` nobody counts. */
export async function countDueReminders(campaign: Waiting, now: Date, limit: number): Promise<number> {
  const days = reminderDays(campaign);
  if (days === null) return 0;
  const [after, until] = [daysAfter(now, -boundedUnconfirmedDays(campaign.unconfirmedDays)), daysAfter(now, -days)];
  const [mark] = await sql<{ throughAt: Date }[]>`select through_at as "throughAt" from reminder_marks where campaign_id = ${campaign.id}`;
  const waits = sql`campaign_id = ${campaign.id} and state = 'pending' and reminded_at is null and mailed_at > ${after} and mailed_at <= ${until}`;
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from (
      select id from signatures where ${waits} and is_name_shown = any('{true,false}'::boolean[]) and (comment is not null) = any('{true,false}'::boolean[])
        and created_at > ${mark?.throughAt ?? after} and created_at <= ${until}
      union
      select id from signatures where ${waits} and mailed_at <> created_at
      limit ${limit}
    ) due`;
  return row?.count ?? 0;
}
