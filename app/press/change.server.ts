import { eq, type SQL, sql as raw } from "drizzle-orm";
import { v7 } from "uuid";
import { writeAudit } from "#app/audit/write.server.ts";
import type { AuditAct, AuditValues } from "#app/audit/words.ts";
import { keepFile } from "#app/campaigns/files.server.ts";
import { db, type Transaction } from "#db/client.server.ts";
import { isId } from "#db/id.ts";
import { notify } from "#db/notices.server.ts";
import { campaigns, pressContacts, pressImages, pressQuotes } from "#db/schema/index.ts";
import { checkPicture, PICTURES_MAX } from "./picture.ts";
import type { PressContactValues, PressImageValues, QuoteValues } from "./press-form.ts";

/** Whose press page, and who changes it. */
interface Desk {
  campaignId: string;
  by: string;
}

type Added = { outcome: "added" | "added before" };

/** The form's own id, so that sending it twice adds one. */
export async function addQuote({ campaignId, by }: Desk, id: string | undefined, values: QuoteValues): Promise<Added> {
  const { quote, speaker, role } = values;
  return add({ campaignId, by }, `Quote of ${speaker}`, { quote, speaker, role }, async (tx) => {
    const position = afterAll("quotes", campaignId);
    const rows = await tx.insert(pressQuotes).values({ id: id ?? v7(), campaignId, position, ...values }).onConflictDoNothing().returning({ id: pressQuotes.id });
    return rows.length > 0;
  });
}

export async function addPressContact({ campaignId, by }: Desk, id: string | undefined, values: PressContactValues): Promise<Added> {
  return add({ campaignId, by }, values.name, { role: values.role }, async (tx) => {
    const position = afterAll("contacts", campaignId);
    const rows = await tx.insert(pressContacts).values({ id: id ?? v7(), campaignId, position, ...values }).onConflictDoNothing().returning({ id: pressContacts.id });
    return rows.length > 0;
  });
}

/** A picture is taken for what its bytes are, never for what its name says; the same one stands on the page once. */
export async function addImage(
  { campaignId, by }: Desk,
  id: string | undefined,
  { content, ...values }: PressImageValues & { content: Uint8Array },
): Promise<Added | { outcome: "refused"; reason: string }> {
  const picture = checkPicture(content);
  if (!picture.ok) return { outcome: "refused", reason: picture.reason };
  if ((await db.$count(pressImages, eq(pressImages.campaignId, campaignId))) >= PICTURES_MAX) {
    return { outcome: "refused", reason: `The page has ${PICTURES_MAX} pictures, which is all that it can have. Remove one first.` };
  }
  return add({ campaignId, by }, values.alt, { ...values }, async (tx) => {
    const position = afterAll("images", campaignId);
    const fileHash = await keepFile(tx, { content, kind: picture.kind });
    const rows = await tx
      .insert(pressImages)
      .values({ id: id ?? v7(), campaignId, position, fileHash, ...values })
      .onConflictDoNothing()
      .returning({ id: pressImages.id });
    return rows.length > 0;
  });
}

const TABLES = { quotes: "press_quotes", contacts: "press_contacts", images: "press_images" } as const;
/** What the log calls one, as when it was added. */
const TITLES = { quotes: raw`'Quote of ' || speaker`, contacts: raw`name`, images: raw`alt` };

export type PressKind = keyof typeof TABLES;

type One = Desk & { kind: PressKind; id: string };

/** The id comes from a form: one of another campaign, or none at all, finds nothing. */
export async function removeFromPress(one: One): Promise<{ outcome: "removed" | "gone" }> {
  const isDone = await change(one, "removed", (table) => raw`delete from ${table} where campaign_id = ${one.campaignId} and id = ${one.id}`);
  return { outcome: isDone ? "removed" : "gone" };
}

/** Before all others of its kind. */
export async function putFirst(one: One): Promise<{ outcome: "put first" | "gone" }> {
  const isDone = await change(
    one,
    "changed",
    (table) => raw`
      update ${table} set position = (select coalesce(min(position), 0) - 1 from ${table} where campaign_id = ${one.campaignId})
      where campaign_id = ${one.campaignId} and id = ${one.id}`,
  );
  return { outcome: isDone ? "put first" : "gone" };
}

async function change({ campaignId, kind, by, id }: One, act: AuditAct, statement: (table: ReturnType<typeof raw.identifier>) => SQL) {
  if (!isId(id)) return false;
  return db.transaction(async (tx) => {
    const [changed] = await tx.execute<{ title: string }>(raw`${statement(raw.identifier(TABLES[kind]))} returning ${TITLES[kind]} as title`);
    if (!changed) return false;
    await tell(tx, { campaignId, by, act, after: { what: kind, title: changed.title } });
    return true;
  });
}

async function add({ campaignId, by }: Desk, title: string, after: AuditValues, insert: (tx: Transaction) => Promise<boolean>): Promise<Added> {
  return db.transaction(async (tx) => {
    const isAdded = await insert(tx);
    if (isAdded) await tell(tx, { campaignId, by, act: "created", after: { title, ...after } });
    return { outcome: isAdded ? "added" : "added before" };
  });
}

function afterAll(kind: PressKind, campaignId: string) {
  return raw`(select coalesce(max(position), 0) + 1 from ${raw.identifier(TABLES[kind])} where campaign_id = ${campaignId})`;
}

async function tell(tx: Transaction, { campaignId, ...entry }: Desk & { act: AuditAct; after: AuditValues }) {
  const [campaign] = await tx.select({ slug: campaigns.slug, name: campaigns.name }).from(campaigns).where(eq(campaigns.id, campaignId));
  if (!campaign) throw new Error("The campaign is gone.");
  await writeAudit(tx, { campaignId, subject: "press page", subjectId: campaignId, title: campaign.name, ...entry });
  await notify(tx, "published", campaign.slug);
}
