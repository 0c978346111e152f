import { sql } from "#db/client.server.ts";

/**
 * The clock's questions ask for signatures by their instant, whatever else they are; the indexes have columns before
 * it, which the desk's lists need. Naming all the values that those can have lets one index answer both, so that a
 * signature is not written into another one. To be joined by "and" to a campaign and an instant.
 */

/** For `created_at` of all signatures: the index signatures_listed. */
export function everyStretch() {
  return sql`
    state = any(enum_range(null::signature_state)) and is_name_shown = any('{true,false}'::boolean[])
    and (comment is not null) = any('{true,false}'::boolean[])`;
}

/** For `confirmed_at` of confirmed signatures: the index confirmed_signatures. */
export function everyConfirmed() {
  return sql`state = 'confirmed' and is_name_shown = any('{true,false}'::boolean[])`;
}

/**
 * For `state_changed_at` of signatures that changed after they were first confirmed: the index signatures_by_change.
 * All others that have ever been confirmed are in `everyConfirmed`, and changed when they were.
 */
export function changedSinceConfirmed() {
  return sql`confirmed_at is not null and (state <> 'confirmed' or state_changed_at <> confirmed_at)`;
}
