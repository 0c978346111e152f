import { data } from "@remix-run/node";
import type { ChangedMeanwhile } from "#app/campaigns/settings.server.ts";
import { type Conflict, conflictBetween } from "#app/desk/difference.ts";
import type { Refill, TypedFields } from "./form.ts";

/**
 * The same form again for whoever saved second: what was typed, what somebody else saved meanwhile, and the newer
 * revision. `labels` names the form's fields; a setting's own name and its field's differ in their capitals alone.
 */
export function refillAfter({ theirs, by, at, revision }: ChangedMeanwhile, { typed, labels }: { typed: TypedFields; labels: Record<string, string> }) {
  const byField = new Map(Object.entries(theirs).map(([name, value]) => [name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`), value]));
  const fields = Object.entries(labels)
    .filter(([field]) => byField.has(field))
    .map(([field, label]) => ({ label, theirs: String(byField.get(field) ?? ""), yours: typed[field] ?? "" }));
  const again: Refill & { conflict: Conflict } = {
    errors: {},
    typed: { ...typed, revision: String(revision) },
    conflict: conflictBetween({ by, at, revision }, fields),
  };
  return data(again, { status: 409 });
}
