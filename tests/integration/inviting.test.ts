import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { acceptInvitation, acceptOwnInvitation, readInvitation } from "#app/organizers/accept-invitation.server.ts";
import { revokeInvitation } from "#app/organizers/revoke-invitation.server.ts";
import { findOrganizerBySession } from "#app/organizers/session.server.ts";
import { listOwnInvitations } from "#app/organizers/team.server.ts";
import { db } from "#db/client.server.ts";
import { deliveries, invitations, organizers, organizerSessions } from "#db/schema/index.ts";
import { anOrganizer } from "#tests/build.ts";
import { sessionOf } from "./organizers-steps.ts";
import {
  aTeam, daysAfter, invitationsOf, invites, logOf, minutesAfter, newestTokenTo, NINE, type Team, teamOf, teamUrl, tokensTo,
} from "./team-steps.ts";

let team: Team;
let ada: string;
let made = 0;

beforeEach(async () => {
  team = await aTeam();
  made += 1;
  ada = `ada-${made}@coalition.example`;
});

function accepts(token: string, { name = "Ada Lovelace", now = minutesAfter(10) } = {}) {
  return acceptInvitation({ token, name, teamUrl }, now);
}

async function adasRow() {
  const [row] = await invitationsOf(team);
  if (!row) throw new Error("Nobody is invited.");
  return row;
}

describe("an invitation", () => {
  test("is one mail that says who, to what, as what and until when; its token is stored as a hash only", async () => {
    expect(await invites(team, ` ${ada.toUpperCase()} `)).toEqual({ outcome: "invited" });
    const [mail, ...others] = await db.select().from(deliveries).where(eq(deliveries.toAddress, ada));
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      card: "invitation",
      campaignId: team.campaign.id,
      props: { inviterName: "Grace Hopper", campaignName: "Dear retailers", role: "reviewer", expiresOn: "2026-03-09" },
    });
    expect(await invitationsOf(team)).toMatchObject([{ email: ada, role: "reviewer", expiresAt: daysAfter(7), acceptedAt: null }]);
    expect((await adasRow()).tokenHash).not.toBe(await newestTokenTo(ada));
  });

  test("may be looked at without being used up", async () => {
    await invites(team, ada);
    const token = await newestTokenTo(ada);
    const seen = { state: "open", email: ada, role: "reviewer", knownAs: null, campaignName: "Dear retailers", invitedBy: "Grace Hopper" };
    expect(await readInvitation(token, minutesAfter(1))).toMatchObject(seen);
    expect(await readInvitation(token, minutesAfter(2))).toMatchObject(seen);
    expect(await teamOf(team)).toEqual(["Grace Hopper owner"]);
  });

  test("accepted, makes the organizer, adds them to the team and signs them in", async () => {
    await invites(team, ada);
    const accepted = await accepts(await newestTokenTo(ada));
    expect(accepted).toMatchObject({ outcome: "joined", campaignSlug: team.campaign.slug });
    expect(await teamOf(team)).toEqual(["Grace Hopper owner", "Ada Lovelace reviewer"]);
    const session = accepted.outcome === "joined" ? (accepted.sessionToken ?? "") : "";
    expect(await findOrganizerBySession(session, minutesAfter(11))).toMatchObject({ name: "Ada Lovelace" });
  });

  test("of somebody who is an organizer already joins them under the name they have", async () => {
    const sam = await anOrganizer((await aTeam()).campaign.id, { name: "Sam", email: ada });
    await invites(team, ada);
    expect(await readInvitation(await newestTokenTo(ada), NINE)).toMatchObject({ knownAs: "Sam" });
    expect(await accepts(await newestTokenTo(ada), { name: "Somebody else" })).toMatchObject({ outcome: "joined" });
    expect(await teamOf(team)).toEqual(["Grace Hopper owner", "Sam reviewer"]);
    expect(await db.select().from(organizers).where(eq(organizers.email, ada))).toMatchObject([{ id: sam.id, name: "Sam" }]);
  });

  test("passed on, signs nobody in to an account that is there already", async () => {
    const sam = await anOrganizer((await aTeam()).campaign.id, { name: "Sam", email: ada });
    await invites(team, ada);
    expect(await accepts(await newestTokenTo(ada))).toMatchObject({ outcome: "joined", sessionToken: null, mustSignIn: true });
    expect(await db.select().from(organizerSessions).where(eq(organizerSessions.organizerId, sam.id))).toEqual([]);
  });

  test("goes straight on in a browser that is signed in as that organizer", async () => {
    const sam = await anOrganizer((await aTeam()).campaign.id, { name: "Sam", email: ada });
    await invites(team, ada);
    const visitor = { sessionToken: await sessionOf(sam) };
    const accepted = await acceptInvitation({ token: await newestTokenTo(ada), name: undefined, teamUrl }, minutesAfter(10), visitor);
    expect(accepted).toMatchObject({ outcome: "joined", sessionToken: null, mustSignIn: false });
  });

  test("asks for a name before anything happens", async () => {
    await invites(team, ada);
    expect(await acceptInvitation({ token: await newestTokenTo(ada), name: undefined, teamUrl }, NINE)).toEqual({ outcome: "name missing" });
    expect(await teamOf(team)).toEqual(["Grace Hopper owner"]);
    expect(await db.select().from(organizers).where(eq(organizers.email, ada))).toEqual([]);
  });

  test("works once, also when its button is pressed ten times at once", async () => {
    await invites(team, ada);
    const token = await newestTokenTo(ada);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => accepts(token)));
    expect(outcomes.filter(({ outcome }) => outcome === "joined")).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === "used")).toHaveLength(9);
    expect(await teamOf(team)).toEqual(["Grace Hopper owner", "Ada Lovelace reviewer"]);
    expect(await db.select().from(deliveries).where(eq(deliveries.toAddress, team.grace.email))).toHaveLength(1);
  });

  test("works for seven days, and leaves no organizer behind when it comes too late", async () => {
    await invites(team, ada);
    expect(await readInvitation(await newestTokenTo(ada), daysAfter(7))).toEqual({ state: "expired" });
    expect(await accepts(await newestTokenTo(ada), { now: daysAfter(7) })).toEqual({ outcome: "expired" });
    expect(await db.select().from(organizers).where(eq(organizers.email, ada))).toEqual([]);
  });

  test("that was revoked or never made opens nothing", async () => {
    await invites(team, ada);
    const { id } = await adasRow();
    expect(await revokeInvitation({ campaignId: team.campaign.id, invitationId: id, by: team.grace.id }, minutesAfter(1))).toEqual({ outcome: "revoked" });
    expect(await revokeInvitation({ campaignId: team.campaign.id, invitationId: id, by: team.grace.id }, minutesAfter(2))).toEqual({ outcome: "gone" });
    expect(await accepts(await newestTokenTo(ada))).toEqual({ outcome: "revoked" });
    expect(await accepts("nonsense")).toEqual({ outcome: "unknown" });
    expect(await teamOf(team)).toEqual(["Grace Hopper owner"]);
  });

  test("revoked and accepted at once is one of the two, never both", async () => {
    await invites(team, ada);
    const { id } = await adasRow();
    const token = await newestTokenTo(ada);
    const [revoked, accepted] = await Promise.all([
      revokeInvitation({ campaignId: team.campaign.id, invitationId: id, by: team.grace.id }, minutesAfter(1)),
      accepts(token),
    ]);
    expect([`${revoked.outcome}, ${accepted.outcome}`]).toContainEqual(expect.stringMatching(/^(revoked, revoked|gone, joined)$/));
  });

  test("tells whoever sent it, with the address it went to", async () => {
    await invites(team, ada);
    await accepts(await newestTokenTo(ada));
    expect(await db.select().from(deliveries).where(eq(deliveries.toAddress, team.grace.email))).toMatchObject([
      { card: "invitation-accepted", props: { name: "Ada Lovelace", address: ada, role: "reviewer", url: teamUrl(team.campaign.slug) } },
    ]);
  });
});

describe("inviting twice", () => {
  test("is one invitation, mailed again a quarter of an hour later: only the newer link works", async () => {
    await invites(team, ada);
    expect(await invites(team, ada, { now: minutesAfter(16), role: "organizer" })).toEqual({ outcome: "invited" });
    expect(await invitationsOf(team)).toMatchObject([{ role: "organizer", expiresAt: new Date(daysAfter(7).getTime() + 16 * 60_000) }]);
    const [older = "", newer = "", ...others] = await tokensTo(ada);
    expect(others).toEqual([]);
    expect(await accepts(older, { now: minutesAfter(17) })).toEqual({ outcome: "unknown" });
    expect(await accepts(newer, { now: minutesAfter(17) })).toMatchObject({ outcome: "joined" });
    expect(await teamOf(team)).toEqual(["Grace Hopper owner", "Ada Lovelace organizer"]);
  });

  test("at once is one mail", async () => {
    const outcomes = await Promise.all([invites(team, ada), invites(team, ada), invites(team, ada)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["invited", "mailed lately", "mailed lately"]);
    expect(await tokensTo(ada)).toHaveLength(1);
  });

  test("within minutes and with another role corrects the invitation, whose link stays good", async () => {
    await invites(team, ada, { role: "owner" });
    expect(await invites(team, ada, { role: "viewer", now: minutesAfter(1) })).toEqual({ outcome: "role changed" });
    await accepts(await newestTokenTo(ada));
    expect(await teamOf(team)).toEqual(["Grace Hopper owner", "Ada Lovelace viewer"]);
  });

  test("by revoking in between mails no quicker", async () => {
    await invites(team, ada);
    await revokeInvitation({ campaignId: team.campaign.id, invitationId: (await adasRow()).id, by: team.grace.id }, minutesAfter(1));
    expect(await invites(team, ada, { now: minutesAfter(2) })).toEqual({ outcome: "mailed lately", nextMailAt: minutesAfter(15) });
  });

  test("somebody who is in the team says so", async () => {
    const sam = await anOrganizer(team.campaign.id, { name: "Sam", role: "viewer" });
    expect(await invites(team, sam.email, { role: "owner" })).toEqual({ outcome: "already a member" });
    expect(await tokensTo(sam.email)).toEqual([]);
  });

  test("and joining by another way meanwhile leaves the role as it is", async () => {
    await invites(team, ada, { role: "owner" });
    await anOrganizer(team.campaign.id, { name: "Ada Lovelace", email: ada, role: "viewer" });
    expect(await accepts(await newestTokenTo(ada))).toMatchObject({ outcome: "joined" });
    expect(await teamOf(team)).toEqual(["Grace Hopper owner", "Ada Lovelace viewer"]);
  });
});

describe("on one's own desk", () => {
  test("an invitation to one's address waits, and joins without the mail", async () => {
    const sam = await anOrganizer((await aTeam()).campaign.id, { name: "Sam", email: ada });
    await invites(team, ada);
    const [own, ...others] = await listOwnInvitations(sam.id, minutesAfter(1));
    expect(others).toEqual([]);
    expect(own).toMatchObject({ role: "reviewer", campaignName: "Dear retailers", invitedBy: "Grace Hopper" });
    const accepting = { invitationId: own?.id ?? "", organizerId: sam.id, teamUrl };
    const outcomes = await Promise.all([acceptOwnInvitation(accepting, minutesAfter(2)), acceptOwnInvitation(accepting, minutesAfter(2))]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["gone", "joined"]);
    expect(await teamOf(team)).toEqual(["Grace Hopper owner", "Sam reviewer"]);
    expect(await listOwnInvitations(sam.id, minutesAfter(3))).toEqual([]);
  });

  test("another's invitation is nobody else's to accept, nor an expired one one's own", async () => {
    const sam = await anOrganizer((await aTeam()).campaign.id, { name: "Sam" });
    await invites(team, ada);
    const { id } = await adasRow();
    expect(await acceptOwnInvitation({ invitationId: id, organizerId: sam.id, teamUrl }, minutesAfter(1))).toEqual({ outcome: "gone" });
    await invites(team, sam.email);
    const [own] = await db.select().from(invitations).where(eq(invitations.email, sam.email));
    expect(await acceptOwnInvitation({ invitationId: own?.id ?? "", organizerId: sam.id, teamUrl }, daysAfter(8))).toEqual({ outcome: "gone" });
    expect(await listOwnInvitations(sam.id, daysAfter(8))).toEqual([]);
    expect(await teamOf(team)).toEqual(["Grace Hopper owner"]);
  });
});

test("the log says who invited whom to what, and names no address", async () => {
  await invites(team, ada);
  await invites(team, ada, { role: "viewer", now: minutesAfter(1) });
  await accepts(await newestTokenTo(ada));
  const log = await logOf(team);
  expect(log).toMatchObject([
    { who: "Grace Hopper", act: "invited", subject: "invitation", title: "a reviewer", after: { role: "reviewer" } },
    { who: "Grace Hopper", act: "changed", subject: "invitation", title: "a viewer", before: { role: "reviewer" }, after: { role: "viewer" } },
    { who: "Ada Lovelace", act: "joined", subject: "team member", title: "Ada Lovelace", after: { role: "viewer", invitedBy: "Grace Hopper" } },
  ]);
  expect(JSON.stringify(log)).not.toContain("@");
});
