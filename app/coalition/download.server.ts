import { and, eq, gt, isNotNull, isNull, lt, lte, or, sql as raw } from "drizzle-orm";
import { writeAudit } from "#app/audit/write.server.ts";
import { enqueueMail } from "#app/mail/enqueue.server.ts";
import { hashCode, hashToken, newCode } from "#app/tokens.server.ts";
import { db } from "#db/client.server.ts";
import { campaigns, coSigners, partners } from "#db/schema/index.ts";
import type { CoalitionUrls } from "./coalition-urls.ts";
import { countContacts, writeContacts } from "./contacts.server.ts";
import { minutesBefore } from "./request-days.ts";

export const CODE_MINUTES = 15;
const MINUTES_BETWEEN_CODES = 5;
const MAX_TRIES = 5;

/** Mails the contact six digits: the link alone may have been passed on. At most one each five minutes. */
export async function mailDownloadCode({ token, urls }: { token: string; urls: Pick<CoalitionUrls, "partnerLetter"> }, now: Date = new Date()): Promise<{ outcome: "mailed" | "not now" }> {
  const tokenHash = hashToken(token);
  const code = newCode();
  return db.transaction(async (tx) => {
    const [mailed] = await tx
      .update(partners)
      .set({ codeHash: hashCode(code, tokenHash), codeTries: 0, codeMailedAt: now })
      .where(
        and(
          eq(partners.tokenHash, tokenHash),
          eq(partners.mayDownload, true),
          or(isNull(partners.codeMailedAt), lte(partners.codeMailedAt, minutesBefore(now, MINUTES_BETWEEN_CODES))),
        ),
      )
      .returning({ coSignerId: partners.coSignerId, email: partners.email });
    if (!mailed) return { outcome: "not now" };
    const [own] = await tx
      .select({ organisation: coSigners.name, partner: coSigners.partner, slug: campaigns.slug, campaignId: campaigns.id, campaignName: campaigns.name, senderName: campaigns.senderName })
      .from(coSigners)
      .innerJoin(campaigns, eq(campaigns.id, coSigners.campaignId))
      .where(eq(coSigners.id, mailed.coSignerId));
    if (!own) throw new Error("A partner without its campaign.");
    const { campaignId, slug, partner, ...words } = own;
    const letterUrl = urls.partnerLetter(slug, partner ?? "");
    await enqueueMail(tx, { card: "partner-code", to: mailed.email, campaignId, dueAt: now, props: { ...words, letterUrl, code, minutes: CODE_MINUTES } });
    return { outcome: "mailed" };
  });
}

/**
 * The contacts that agreed, once: whoever comes second finds it taken, until an organizer allows another. The log
 * has how many rows, and nobody's name. A try is counted before it is compared, so that guesses at once count each.
 */
export async function takeContacts({ token, code }: { token: string; code: string }, now: Date = new Date()) {
  const tokenHash = hashToken(token);
  return db.transaction(async (tx) => {
    const [tried] = await tx
      .update(partners)
      .set({ codeTries: raw`${partners.codeTries} + 1` })
      .where(
        and(
          eq(partners.tokenHash, tokenHash),
          eq(partners.mayDownload, true),
          isNotNull(partners.codeHash),
          lt(partners.codeTries, MAX_TRIES),
          gt(partners.codeMailedAt, minutesBefore(now, CODE_MINUTES)),
        ),
      )
      .returning({ coSignerId: partners.coSignerId, codeHash: partners.codeHash });
    if (tried?.codeHash !== hashCode(code, tokenHash)) return { outcome: "refused" } as const;
    await tx.update(partners).set({ mayDownload: false, downloadedAt: now, codeHash: null }).where(eq(partners.coSignerId, tried.coSignerId));
    const [own] = await tx.select({ campaignId: coSigners.campaignId, name: coSigners.name, partner: coSigners.partner }).from(coSigners).where(eq(coSigners.id, tried.coSignerId));
    if (!own) throw new Error("A partner that is no co-signer.");
    const rows = await countContacts(tx, tried.coSignerId, now);
    await writeAudit(tx, { campaignId: own.campaignId, by: null, act: "downloaded", subject: "co-signer", subjectId: tried.coSignerId, title: own.name, after: { contacts: rows } }, now);
    return { outcome: "taken", partner: own.partner ?? "partner", lines: writeContacts(tried.coSignerId, now) } as const;
  });
}
