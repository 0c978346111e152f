import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { askToCoSign } from "#app/coalition/ask.server.ts";
import type { CoSignValues } from "#app/coalition/co-sign-form.ts";
import type { CoalitionUrls } from "#app/coalition/coalition-urls.ts";
import { confirmCoSignRequest } from "#app/coalition/confirm-request.server.ts";
import { approveCoSignRequest } from "#app/coalition/decide.server.ts";
import { listCoSignRequests } from "#app/coalition/desk-partners.server.ts";
import { db } from "#db/client.server.ts";
import { coSigners, deliveries } from "#db/schema/index.ts";
import { MORNING, type OpenLetter } from "./signing-steps.ts";

export const coalitionUrls: CoalitionUrls = {
  request: (token) => `https://countersign.example/co-sign/${token}`,
  partnerPage: (token) => `https://countersign.example/partners/${token}`,
  partnerLetter: (slug, partner) => `https://countersign.example/letters/${slug}/with/${partner}`,
};

export const KETTLE_WATCH: CoSignValues = {
  organisation: "Kettle Watch",
  url: "https://kettle-watch.example",
  siteDomain: "kettle-watch.example",
  contactName: "Sam Hill",
  contactRole: "Director",
  email: "sam@kettle-watch.example",
  why: null,
};

export function asks({ campaign }: OpenLetter, values: Partial<CoSignValues> = {}, now = MORNING) {
  return askToCoSign({ campaign, values: { ...KETTLE_WATCH, ...values }, urls: coalitionUrls }, now);
}

const Props = z.object({ url: z.string().optional(), partnerUrl: z.string().optional(), code: z.string().optional() });

/** Mail of one card, the oldest first: to whom, and the token or the code that it holds. */
export async function mailsOf({ campaign }: OpenLetter, card: string) {
  const rows = await db.select().from(deliveries).where(and(eq(deliveries.campaignId, campaign.id), eq(deliveries.card, card))).orderBy(asc(deliveries.id));
  return rows.map(({ toAddress, props }) => {
    const { url, partnerUrl, code = "" } = Props.parse(props);
    return { to: toAddress, token: (url ?? partnerUrl ?? "").split("/")[4] ?? "", code };
  });
}

export async function newestOf(open: OpenLetter, card: string) {
  const mail = (await mailsOf(open, card)).at(-1);
  if (!mail) throw new Error(`No ${card} was mailed.`);
  return mail;
}

/** Asks and confirms: the request waits for the organizers. */
export async function asksAndConfirms(open: OpenLetter, values: Partial<CoSignValues> = {}, now = MORNING) {
  await asks(open, values, now);
  await confirmCoSignRequest((await newestOf(open, "confirm-co-sign")).token, now);
  const request = (await listCoSignRequests(open.campaign.id)).at(-1);
  if (!request) throw new Error("No request waits.");
  return request;
}

/** A partner of this campaign, with the token of its page. */
export async function aPartner(open: OpenLetter, by: string, values: Partial<CoSignValues> = {}) {
  const request = await asksAndConfirms(open, values);
  await approveCoSignRequest({ campaign: open.campaign, requestId: request.id, by, name: request.organisation, urls: coalitionUrls }, MORNING);
  const [coSigner] = await db.select().from(coSigners).where(and(eq(coSigners.campaignId, open.campaign.id), eq(coSigners.name, request.organisation)));
  if (!coSigner) throw new Error("It does not co-sign.");
  return { coSignerId: coSigner.id, key: coSigner.partner ?? "", token: (await newestOf(open, "co-sign-approved")).token };
}
