import { createHash } from "node:crypto";
import type { AuditValues } from "#app/audit/words.ts";

/**
 * Names what somebody saw, so that it can be told later whether it is still the same. A campaign's revision counts every
 * change of its settings; this tells whether one of them was to what stands in the form.
 */
export function seenOf(values: AuditValues): string {
  const sorted = Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex").slice(0, 24);
}
