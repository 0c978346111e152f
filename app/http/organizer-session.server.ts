import { redirect, redirectDocument } from "@remix-run/node";
import { findNewDeskSlug } from "#app/campaigns/moved.server.ts";
import { env } from "#app/env.server.ts";
import { findDeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import { type Act, may } from "#app/organizers/roles.ts";
import { findOrganizerBySession } from "#app/organizers/session.server.ts";
import { SESSION_DAYS } from "#app/organizers/sign-in-rules.ts";
import { readCookie } from "./cookies.ts";
import { movedStatus, withSlug } from "./moved-address.ts";
import { paths } from "./paths.ts";
import { deskPathOr, withNext } from "./sign-in-next.ts";

const NAME = "organizer";
const SESSION_SECONDS = SESSION_DAYS * 24 * 3600;

export function readOrganizerCookie(request: Request): string | undefined {
  return readCookie(request, NAME);
}

export function organizerCookie(sessionToken: string): string {
  return spell(sessionToken, SESSION_SECONDS);
}

export function endedOrganizerCookie(): string {
  return spell("", 0);
}

/** @throws a redirect to the sign-in page, which leads back here. */
export async function requireOrganizer(request: Request) {
  const organizer = await findOrganizerBySession(readOrganizerCookie(request));
  if (organizer) return organizer;
  const { pathname, search } = new URL(request.url);
  const next = request.method === "GET" ? deskPathOr(undefined, pathname + search) : undefined;
  throw redirectDocument(withNext(paths.signIn(), next));
}

/**
 * Who is at this campaign's desk, and as what.
 * @throws a redirect for a stranger and for a campaign's old slug, 404 for somebody else's campaign, 403 when the role does not allow the act.
 */
export async function requireDesk(request: Request, slug: string | undefined, act: Act) {
  const organizer = await requireOrganizer(request);
  const campaign = await findDeskCampaign(organizer.id, slug ?? "");
  if (!campaign) throw await movedDesk(request, organizer.id, slug);
  if (!may(campaign.role, act)) throw new Response(null, { status: 403 });
  return { organizer, campaign, role: campaign.role };
}

/** On to the campaign's present slug; 404 when the organizer has no campaign that ever bore this one. */
async function movedDesk(request: Request, organizerId: string, oldSlug = "") {
  const slug = await findNewDeskSlug(organizerId, oldSlug);
  if (slug === undefined) return new Response(null, { status: 404 });
  const { pathname, search } = new URL(request.url);
  return redirect(withSlug(pathname + search, slug), { status: movedStatus(request.method), headers: { "Cache-Control": "no-store" } });
}

function spell(value: string, maxAgeSeconds: number) {
  const secure = env.isSecure ? "; Secure" : "";
  // Not the desk's path: Remix fetches what its first page shows from beside it, at /organize.data.
  return `${NAME}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
