import { eq, sql as raw } from "drizzle-orm";
import { findLastEditor } from "#app/audit/last-editor.server.ts";
import { type AuditValues, changesBetween } from "#app/audit/words.ts";
import { writeAudit } from "#app/audit/write.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { notify } from "#db/notices.server.ts";
import { campaignColumns, campaigns } from "#db/schema/index.ts";
import { seenOf } from "./seen.server.ts";

/** What the set-up's steps may change; each sends those that are its own. */
export interface Settings {
  name?: string;
  slug?: string;
  goal?: number;
  language?: string;
  frameworkId?: string | null;
  messageSubject?: string;
  messageTemplate?: string;
  senderName?: string;
  privacyContact?: string;
  updatesConsentWording?: string;
  unconfirmedDays?: number;
  remindAfterDays?: number | null;
  sharesAddresses?: boolean;
  keptDaysAfterClosing?: number | null;
  mailsReceipts?: boolean;
  accent?: string | null;
  logoHash?: string | null;
  asksForProof?: boolean;
}

/** What a form was opened at. */
export interface Seen {
  revision: number;
  /** `seenOf` the form's values. */
  seen: string;
}

export interface ChangedMeanwhile {
  outcome: "changed meanwhile";
  theirs: AuditValues;
  by: string | null;
  at: Date;
  revision: number;
}

export type SettingsChange = { outcome: "saved" | "unchanged" } | ChangedMeanwhile;

/**
 * Writes settings, one line of the log, and tells the public pages. Whoever saves after somebody else changed the same
 * settings is told theirs instead; a change of other settings stands in nobody's way.
 * @throws when another campaign has the slug: see `isSlugTaken`.
 */
export async function changeSettings(
  tx: Transaction,
  { campaignId, values, by, ...form }: { campaignId: string; values: Settings; by: string } & Seen,
  now: Date = new Date(),
): Promise<SettingsChange> {
  const [row] = await tx.select(campaignColumns).from(campaigns).where(eq(campaigns.id, campaignId)).for("update");
  if (!row) throw new Error("The campaign is gone.");
  const theirs = settingsOf(row, Object.keys(values));
  if (row.revision !== form.revision && seenOf(theirs) !== form.seen) {
    const editor = await findLastEditor(tx, { campaignId, subject: "settings", subjectId: campaignId }, now);
    return { outcome: "changed meanwhile", theirs, revision: row.revision, ...editor };
  }
  const changes = changesBetween(theirs, { ...theirs, ...values });
  if (!changes) return { outcome: "unchanged" };
  await tx.update(campaigns).set({ ...values, revision: raw`${campaigns.revision} + 1` }).where(eq(campaigns.id, campaignId));
  const act = "slug" in changes.after ? "renamed" : "changed";
  await writeAudit(tx, { campaignId, by, act, subject: "settings", subjectId: campaignId, title: values.name ?? row.name, ...changes }, now);
  if (row.state !== "draft") await notify(tx, "published", values.slug ?? row.slug);
  return { outcome: "saved" };
}

/** The same in a transaction of its own. */
export async function saveSettings(change: Parameters<typeof changeSettings>[1], now: Date = new Date()): Promise<SettingsChange> {
  return db.transaction((tx) => changeSettings(tx, change, now));
}

/** These settings of a campaign by their names, as the log and `seenOf` take them. */
export function settingsOf(campaign: object, names: readonly string[]): AuditValues {
  return Object.fromEntries(names.map((name) => [name, Reflect.get(campaign, name)]));
}
