import { asc, eq } from "drizzle-orm";
import { listOwnLinks, listOwnSessions, listTraces } from "#app/signatures/own/traces.server.ts";
import { keptUntil } from "#app/signatures/own/kept.ts";
import { listEnded, listOwnConsents, listOwnMails } from "#app/signatures/own/mails.server.ts";
import type { OwnPage, OwnSignature } from "#app/signatures/own/own-page.server.ts";
import { db } from "#db/client.server.ts";
import { openings, retailers, targets } from "#db/schema/index.ts";
import { listMessages } from "./list.server.ts";

const MAILS_AT_MOST = 10_000;

/** Everything that is held for one address, as its owner takes it along. A new field may come; one that is there keeps its meaning. */
export async function writeOwnFile(own: OwnPage, urls: { letter(slug: string): string }, now: Date = new Date()) {
  const ids = own.signatures.map(({ id }) => id);
  const [links, sessions, signatures] = await Promise.all([
    listOwnLinks(ids),
    listOwnSessions(own.canonicalEmail, [...new Set(own.signatures.map(({ campaign }) => campaign.id))]),
    Promise.all(own.signatures.map((signature) => tellSignature(signature, urls))),
  ]);
  return { format: "countersign-signer/1", madeAt: now.toISOString(), address: own.canonicalEmail, signatures, links, browsers: sessions };
}

async function tellSignature(signature: OwnSignature, urls: { letter(slug: string): string }) {
  const { id, state, campaign, letter } = signature;
  const [messages, opened, consents, ended, mails, traces] = await Promise.all([
    listMessages(id), listOpenings(id), listOwnConsents(id), listEnded(id), state === "pending" ? [] : listOwnMails([id], MAILS_AT_MOST), listTraces(id),
  ]);
  const { name, email, country, postcode, comment, isNameShown, source, signedAt, confirmedAt, withdrawnAt, removedAt } = signature;
  return {
    id, campaign: { name: campaign.name, url: urls.letter(campaign.slug) }, letter,
    state, counts: state === "confirmed", signedAt, confirmedAt, withdrawnAt, removedAt, kept: keptUntil(signature),
    name, email, country, postcode, comment, isNameShown, cameFrom: source,
    consents, ended, traces, openedInOwnMailProgram: opened,
    messages: messages.map(({ retailerName, subject, body, status, updatedAt, sentAt, replyRoute }) => ({
      retailer: retailerName, subject, body, status, writtenAt: updatedAt, sentAt, answersGoTo: replyRoute === "signer" ? "you" : "the campaign",
    })),
    mails: mails.map(({ card, to, state: fate, dueAt, sentAt }) => ({ mail: card, to, state: fate, dueAt, sentAt })),
  };
}

function listOpenings(signatureId: string) {
  return db
    .select({ retailer: retailers.name, program: openings.program, at: openings.openedAt })
    .from(openings)
    .innerJoin(targets, eq(targets.id, openings.targetId))
    .innerJoin(retailers, eq(retailers.id, targets.retailerId))
    .where(eq(openings.signatureId, signatureId))
    .orderBy(asc(openings.openedAt));
}
