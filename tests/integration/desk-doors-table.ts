import { type Act, may, mayStartCampaigns } from "#app/organizers/roles.ts";
import type { Fixture } from "./desk-doors-world.ts";

/** What a door asks for: an act of the campaign's role; what asks for no campaign; nothing. */
type Ask = Act | Standing | "open";
/** That one runs some campaign, that the thing is one's own, that one is signed in. */
const STANDINGS = ["start campaigns", "own", "signed in"] as const;
type Standing = (typeof STANDINGS)[number];
/** Only pages are read there. */
const NOTHING = "no action";

export interface DeskDoor {
  pattern: string;
  get: Ask;
  post: Ask | typeof NOTHING;
  /** Which fixture fills a parameter, where it is not the one of the same name. */
  fill?: Record<string, Fixture>;
  /** What a permitted form says; most are refused as empty, and that is an answer too. */
  fields?: Record<string, string>;
}

/** As a form brings one along, so that sending it twice is sending it once. */
const AN_ID = "01a20fd2-3bb2-72a0-83a4-e9b932086f57";

/**
 * Every address under /organize: what reading it asks for, and what sending a form there asks for. A new route is a
 * line here; what its parameters stand for is in desk-doors-world.ts.
 */
export const DESK_DOORS: DeskDoor[] = [
  door("/organize/sign-in", "open", "open"),
  door("/organize/sign-in/:token", "open", "open", { fill: { token: "signInToken" } }),
  door("/organize/sign-in/question", "open", "open"),
  door("/organize/sign-out", "open", "open"),
  door("/organize/invitations/:token", "open", "open", { fill: { token: "invitationToken" } }),
  door("/organize/own-invitations/:invitation", "signed in", "signed in"),
  door("/organize/second-step", "signed in", "signed in"),
  door("/organize/proof", "signed in", "signed in"),
  door("/organize", "signed in", "no action"),
  door("/organize?index", "signed in", "no action"),
  door("/organize/new", "start campaigns", "start campaigns"),
  door("/organize/retailers", "signed in", "start campaigns"),
  door("/organize/mail-domains", "signed in", "start campaigns"),
  door("/organize/mail-domains/:domain/removal", "start campaigns", "start campaigns", { fill: { domain: "mailDomain" } }),
  door("/organize/account", "signed in", "signed in"),
  door("/organize/account/sessions", "signed in", "signed in"),
  door("/organize/account/passkeys", "signed in", "signed in"),
  door("/organize/account/passkeys/question", "signed in", "signed in"),
  door("/organize/account/passkeys/removal", "signed in", "signed in"),
  door("/organize/account/code-app", "signed in", "signed in"),
  door("/organize/account/code-app/removal", "signed in", "signed in"),
  door("/organize/kept/:form", "own", "own"),
  door("/organize/campaigns/:slug", "view", "no action"),
  door("/organize/campaigns/:slug?index", "view", "no action"),
  door("/organize/campaigns/:slug/set-up", "view", "no action"),
  door("/organize/campaigns/:slug/set-up?index", "view", "no action"),
  door("/organize/campaigns/:slug/set-up/name", "edit", "edit"),
  door("/organize/campaigns/:slug/set-up/demands", "edit", "edit"),
  door("/organize/campaigns/:slug/set-up/demands/:demand", "edit", "edit"),
  door("/organize/campaigns/:slug/set-up/co-signers", "edit", "edit"),
  door("/organize/campaigns/:slug/set-up/retailers", "edit", "edit"),
  door("/organize/campaigns/:slug/set-up/template", "edit", "edit"),
  door("/organize/campaigns/:slug/set-up/test-message", "edit", "edit", { fields: { id: AN_ID } }),
  door("/organize/campaigns/:slug/set-up/sender", "edit", "edit"),
  door("/organize/campaigns/:slug/set-up/look", "edit", "edit"),
  door("/organize/campaigns/:slug/set-up/logo", "edit", "edit"),
  door("/organize/campaigns/:slug/set-up/checklist", "edit", "edit", { fields: { view: "letter", fingerprint: "of an older one" } }),
  door("/organize/campaigns/:slug/set-up/publish", "open and close", "open and close"),
  door("/organize/campaigns/:slug/waiting/:kind", "view", "no action"),
  door("/organize/campaigns/:slug/links", "view", "no action"),
  door("/organize/campaigns/:slug/register", "view", "export"),
  door("/organize/campaigns/:slug/folder", "export", "no action"),
  door("/organize/campaigns/:slug/folder.zip", "export", "export"),
  door("/organize/campaigns/:slug/mode", "go live", "go live"),
  door("/organize/campaigns/:slug/targets/:retailer", "view", "pause"),
  door("/organize/campaigns/:slug/targets/:retailer/contacts", "write contacts", "write contacts"),
  door("/organize/campaigns/:slug/targets/:retailer/responses/new", "record", "record"),
  door("/organize/campaigns/:slug/responses/:response", "view", "no action"),
  door("/organize/campaigns/:slug/responses/:response/publication", "view", "publish"),
  door("/organize/campaigns/:slug/second-step", "manage team", "manage team"),
  door("/organize/campaigns/:slug/state", "view", "open and close"),
  door("/organize/campaigns/:slug/state/pause", "view", "pause"),
  door("/organize/campaigns/:slug/state/closing", "open and close", "open and close"),
  door("/organize/campaigns/:slug/state/schedule", "open and close", "open and close"),
  door("/organize/campaigns/:slug/state/messages", "edit", "edit"),
  door("/organize/campaigns/:slug/clock", "view", "no action"),
  door("/organize/campaigns/:slug/clock/reconciliations", "view", "no action"),
  door("/organize/campaigns/:slug/clock/reconciliations/:reconciliation", "view", "edit"),
  door("/organize/campaigns/:slug/jobs", "view", "no action"),
  door("/organize/campaigns/:slug/jobs/:job", "view", "moderate"),
  door("/organize/campaigns/:slug/jobs/:job/file", "view", "export"),
  door("/organize/campaigns/:slug/jobs/:job/undo", "view", "moderate"),
  door("/organize/campaigns/:slug/letter", "view", "edit"),
  door("/organize/campaigns/:slug/letter/:language", "edit", "edit"),
  door("/organize/campaigns/:slug/letter/:language/publication", "view", "open and close"),
  door("/organize/campaigns/:slug/letter/:language/main", "view", "edit"),
  door("/organize/campaigns/:slug/letter/:language/versions/:number", "view", "no action"),
  door("/organize/campaigns/:slug/letter/:language/versions/:number/asking", "view", "open and close"),
  door("/organize/campaigns/:slug/letter/:language/comparison", "view", "no action"),
  door("/organize/campaigns/:slug/letter/:language/page", "view", "no action"),
  door("/organize/campaigns/:slug/letter/:language/preview", "edit", "edit"),
  door("/organize/campaigns/:slug/posts", "view", "no action"),
  door("/organize/campaigns/:slug/posts/new", "edit", "edit"),
  door("/organize/campaigns/:slug/posts/:post", "view", "edit"),
  door("/organize/campaigns/:slug/posts/:post/publication", "view", "publish"),
  door("/organize/campaigns/:slug/press", "view", "no action"),
  door("/organize/campaigns/:slug/press/quotes", "edit", "edit"),
  door("/organize/campaigns/:slug/press/contacts", "edit", "edit"),
  door("/organize/campaigns/:slug/press/images", "edit", "edit"),
  door("/organize/campaigns/:slug/signatures", "view", "no action"),
  door("/organize/campaigns/:slug/signatures/release", "moderate", "moderate"),
  door("/organize/campaigns/:slug/signatures/removal", "moderate", "moderate"),
  door("/organize/campaigns/:slug/paper", "view", "record"),
  door("/organize/campaigns/:slug/paper/:count", "record", "record"),
  door("/organize/campaigns/:slug/paper/:count/removal", "record", "record"),
  door("/organize/campaigns/:slug/imports", "edit", "no action"),
  door("/organize/campaigns/:slug/imports/new", "edit", "edit"),
  door("/organize/campaigns/:slug/imports/:import", "edit", "edit"),
  door("/organize/campaigns/:slug/imports/:import/faults", "edit", "no action"),
  door("/organize/campaigns/:slug/imports/:import/entry", "edit", "edit"),
  door("/organize/campaigns/:slug/imports/:import/removal", "edit", "edit"),
  door("/organize/campaigns/:slug/signatures/restoration", "moderate", "moderate"),
  door("/organize/campaigns/:slug/signatures/:signature", "view", "moderate"),
  door("/organize/campaigns/:slug/comments", "moderate", "moderate"),
  door("/organize/campaigns/:slug/co-sign-requests", "edit", "edit"),
  door("/organize/campaigns/:slug/screening", "view", "no action"),
  door("/organize/campaigns/:slug/screening/limits", "edit", "edit"),
  door("/organize/campaigns/:slug/screening/rules", "edit", "edit"),
  door("/organize/campaigns/:slug/screening/proof", "view", "edit"),
  door("/organize/campaigns/:slug/screening/findings/:finding", "view", "moderate"),
  door("/organize/campaigns/:slug/messages", "view", "no action"),
  door("/organize/campaigns/:slug/messages/:message", "view", "no action"),
  door("/organize/campaigns/:slug/deliveries", "view", "no action"),
  door("/organize/campaigns/:slug/retailers", "view", "no action"),
  door("/organize/campaigns/:slug/log", "view", "no action"),
  door("/organize/campaigns/:slug/exports/:list", "export", "export"),
  door("/organize/campaigns/:slug/views/:list", "view", "view"),
  door("/organize/campaigns/:slug/team", "view", "manage team"),
  door("/organize/campaigns/:slug/team/leaving", "view", "view"),
  door("/organize/campaigns/:slug/team/members/:member", "manage team", "manage team"),
  door("/organize/campaigns/:slug/team/members/:member/removal", "manage team", "manage team"),
  door("/organize/campaigns/:slug/team/invitations/:invitation/mail", "manage team", "manage team"),
  door("/organize/campaigns/:slug/team/invitations/:invitation/revocation", "manage team", "manage team"),
];

/** Who knocks: nobody signed in, the owner of another campaign, and each role of this one. */
export const KNOCKERS = ["stranger", "outsider", "viewer", "reviewer", "organizer", "owner"] as const;
export type Knocker = (typeof KNOCKERS)[number];

/** What a door answered: "in" is whatever it says to those it lets in. */
export type Verdict = "in" | "sign in" | "403" | "404" | "nothing" | "broken";

export function isLetIn(ask: DeskDoor["get" | "post"], knocker: Knocker) {
  return isAsTold(ask, knocker, "in");
}

export function isAsTold(ask: DeskDoor["get" | "post"], knocker: Knocker, verdict: Verdict) {
  // Signing out leads to the sign-in page, and that is what was asked for.
  if (ask === "open") return verdict === "in" || verdict === "sign in";
  // Where there is nothing, Remix says so before or after the layouts have looked who is there.
  if (ask === NOTHING) return verdict === "nothing" || (knocker === "stranger" && verdict === "sign in");
  return verdict === answerTo(ask, knocker);
}

function answerTo(ask: Exclude<Ask, "open">, knocker: Knocker): Verdict {
  if (knocker === "stranger") return "sign in";
  if (isStanding(ask)) return answerToStanding(ask, knocker);
  if (knocker === "outsider") return "404";
  return may(knocker, ask) ? "in" : "403";
}

function answerToStanding(ask: Standing, knocker: Exclude<Knocker, "stranger">): Verdict {
  if (ask === "signed in") return "in";
  // What is one's own is the owner's in this world.
  if (ask === "own") return knocker === "owner" ? "in" : "404";
  return mayStartCampaigns([knocker === "outsider" ? "owner" : knocker]) ? "in" : "403";
}

export function isStanding(ask: string): ask is Standing {
  return STANDINGS.some((standing) => standing === ask);
}

function door(pattern: string, get: DeskDoor["get"], post: DeskDoor["post"], rest: Pick<DeskDoor, "fill" | "fields"> = {}): DeskDoor {
  return { pattern, get, post, ...rest };
}
