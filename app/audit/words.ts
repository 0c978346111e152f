/** The verbs of the log, as they stand after a name: "Grace Hopper published …". */
export const AUDIT_ACTS = [
  "created", "changed", "deleted", "published", "recorded", "opened", "paused", "resumed", "closed", "archived", "reopened",
  "scheduled", "renamed", "put live", "returned to test mode", "invited", "joined", "left", "removed", "restored", "revoked",
  "unscheduled", "erased", "withdrew", "corrected", "approved", "declined", "asked for", "asked again", "cancelled", "downloaded", "imported", "exported", "undid",
  "released", "held back", "looked at",
  "dismissed", "signed again",
] as const;

/** What is acted on: words of the product. */
export const AUDIT_SUBJECTS = [
  "campaign", "letter", "demand", "co-signer", "target", "retailer", "contact", "response", "signature", "comment", "message", "delivery", "team member", "invitation",
  "mail domain", "session", "passkey", "code app", "second step", "job", "list", "signatures", "post", "press page", "settings", "test view", "test message",
  "screening rule", "finding", "import", "paper count", "count",
] as const;

export type AuditAct = (typeof AUDIT_ACTS)[number];
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];
export type AuditValues = Record<string, string | number | boolean | null | string[]>;

/** Who did it, as the log says it: only their owners touch signatures without an organizer's name beside it. */
export function actorOf({ by, subject }: { by: string | null; subject: string }): string {
  return by ?? (subject === "signature" ? "A signer" : "The house");
}

/** Only what differs, so that an entry says what changed and nothing else; undefined when nothing did. */
export function changesBetween<Values extends AuditValues>(before: Values, after: Values) {
  const names = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (names.length === 0) return undefined;
  const pick = (values: AuditValues) => Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}

/** "goal: 100 → 200": what an entry says of its change, one line a field. */
export function changesInWords(before: Record<string, unknown> | null, after: Record<string, unknown> | null): string[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names.map((name) => {
    const [old, present] = [before?.[name], after?.[name]].map(spell);
    const word = name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
    return before && Object.hasOwn(before, name) ? `${word}: ${old} → ${present}` : `${word}: ${present}`;
  });
}

function spell(value: unknown): string {
  if (value === null || value === undefined || value === "") return "none";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
