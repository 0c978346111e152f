import { redirect, redirectDocument } from "@remix-run/node";
import { findNewDeskSlug } from "#app/campaigns/moved.server.ts";
import { env } from "#app/env.server.ts";
import { browserWords } from "#app/organizers/browser-words.ts";
import { findDeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import { type Act, may } from "#app/organizers/roles.ts";
import { findOrganizerBySession, findOwnerOfEndedSession, type Organizer } from "#app/organizers/session.server.ts";
import { FORM_GRACE_DAYS, SESSION_DAYS } from "#app/organizers/sign-in-rules.ts";
import type { Visitor } from "#app/organizers/sign-in.server.ts";
import { readCookie } from "./cookies.ts";
import { forgetIfSent, wayBack } from "./keep-form.server.ts";
import { movedStatus, withSlug } from "./moved-address.ts";
import { paths } from "./paths.ts";
import { notAllowed, notFound } from "./closed-doors.ts";
import { withNext } from "./sign-in-next.ts";

/** Over HTTPS no other host, not even a sister of ours, can set a cookie that bears this prefix. */
const NAME = env.isSecure ? "__Host-organizer" : "organizer";

export function readOrganizerCookie(request: Request): string | undefined {
  return readCookie(request, NAME);
}

/** It outlives its session by a day, and then still says whose a form is that the browser sends. */
export function organizerCookie(sessionToken: string): string {
  return spell(sessionToken, (SESSION_DAYS + FORM_GRACE_DAYS) * 24 * 3600);
}

export function endedOrganizerCookie(): string {
  return spell("", 0);
}

/**
 * Who sits at this browser.
 * @throws a redirect to the sign-in page, which leads back here. A form whose session has ended is kept for its owner.
 */
export async function requireOrganizer(request: Request): Promise<Organizer> {
  const token = readOrganizerCookie(request);
  const organizer = await findOrganizerBySession(token);
  if (!organizer) throw leadTo(request, paths.signIn(), await wayBack(request, await findOwnerOfEndedSession(token)));
  await forgetIfSent(request, organizer.id);
  return organizer;
}

/**
 * Who is at this campaign's desk, and as what.
 * @throws a redirect for a stranger, for a campaign's old slug, and for whoever still owes the second step that the
 * campaign asks for; 404 for somebody else's campaign, 403 when the role does not allow the act.
 */
export async function requireDesk(request: Request, slug: string | undefined, act: Act) {
  const organizer = await requireOrganizer(request);
  const campaign = await findDeskCampaign(organizer.id, slug ?? "");
  if (!campaign) throw await movedDesk(request, organizer.id, slug);
  if (campaign.requiresSecondStep && !organizer.session.secondStepAt) {
    throw leadTo(request, paths.secondStep(), await wayBack(request, organizer.id));
  }
  if (!may(campaign.role, act)) throw notAllowed();
  return { organizer, campaign, role: campaign.role };
}

/** On to the campaign's present slug; 404 when the organizer has no campaign that ever bore this one. */
async function movedDesk(request: Request, organizerId: string, oldSlug = "") {
  const slug = await findNewDeskSlug(organizerId, oldSlug);
  if (slug === undefined) return notFound();
  const { pathname, search } = new URL(request.url);
  return redirect(withSlug(pathname + search, slug), { status: movedStatus(request.method), headers: { "Cache-Control": "no-store" } });
}

/** What is noted of the browser that signs in. */
export function visitorOf(request: Request): Visitor {
  return { browser: browserWords(request.headers.get("User-Agent")), sessionToken: readOrganizerCookie(request) };
}

/** By a new document: the pages in front of the desk are none of its rooms. */
export function leadTo(request: Request, path: string, next: string | undefined) {
  return redirectDocument(withNext(path, next), request.method === "GET" ? 302 : 303);
}

function spell(value: string, maxAgeSeconds: number) {
  const secure = env.isSecure ? "; Secure" : "";
  // Not the desk's path: Remix fetches what its first page shows from beside it, at /organize.data.
  return `${NAME}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
