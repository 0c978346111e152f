import { sql } from "#db/client.server.ts";
import type { Clock, Round } from "./round.ts";

interface Note {
  started_at: Date | null;
  ended_at: Date | null;
  outcome: "done" | "failed" | null;
  error: string | null;
  failed_at: Date | null;
}

/**
 * What each round did last, for the desk. It is noted here, and written for all of them at once every so often: some run
 * each second. Of several workers the one that ended last is told.
 */
export function noteRounds(schedule: readonly Round[], clock: Clock) {
  const notes = new Map<string, Note>(schedule.map(({ name }) => [name, { started_at: null, ended_at: null, outcome: null, error: null, failed_at: null }]));
  const noting = (name: string, note: Partial<Note>) => Object.assign(notes.get(name) ?? {}, note);
  return {
    started: (name: string) => noting(name, { started_at: clock() }),
    done: (name: string) => noting(name, { ended_at: clock(), outcome: "done" }),
    failed: (name: string, reference: string) => noting(name, { ended_at: clock(), outcome: "failed", error: reference, failed_at: clock() }),
    write: () => write(schedule.map(({ name, everySeconds }) => ({ name, every_seconds: everySeconds, noted_at: clock(), ...notes.get(name) }))),
  };
}

async function write(rows: object[]) {
  // In one order for all workers, so that none waits for another in a ring.
  await sql`
    insert into clock_rounds as kept (name, every_seconds, started_at, ended_at, outcome, error, failed_at, noted_at)
    select name, every_seconds, started_at, ended_at, outcome, error, failed_at, noted_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as noted(
      name text, every_seconds int, started_at timestamptz, ended_at timestamptz, outcome text, error text, failed_at timestamptz, noted_at timestamptz
    ) order by name
    on conflict (name) do update set
      every_seconds = excluded.every_seconds, started_at = greatest(kept.started_at, excluded.started_at), ended_at = greatest(kept.ended_at, excluded.ended_at),
      outcome = case when excluded.ended_at >= coalesce(kept.ended_at, '-infinity') then excluded.outcome else kept.outcome end,
      error = case when excluded.failed_at >= coalesce(kept.failed_at, '-infinity') then excluded.error else kept.error end,
      failed_at = greatest(kept.failed_at, excluded.failed_at), noted_at = greatest(kept.noted_at, excluded.noted_at)`;
}
