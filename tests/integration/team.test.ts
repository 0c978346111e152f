import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { readTeam } from "#app/desk/team.server.ts";
import { acceptInvitation } from "#app/organizers/accept-invitation.server.ts";
import { changeRole, leaveTeam, removeMember } from "#app/organizers/change-team.server.ts";
import { findDeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import type { Role } from "#app/organizers/roles.ts";
import { findOrganizerBySession } from "#app/organizers/session.server.ts";
import { db, sql } from "#db/client.server.ts";
import { campaigns, memberships, organizers, savedViews } from "#db/schema/index.ts";
import { anOrganizer } from "#tests/build.ts";
import { sessionOf } from "./organizers-steps.ts";
import { aTeam, invitationsOf, invites, logOf, minutesAfter, newestTokenTo, type Team, teamOf, teamUrl } from "./team-steps.ts";

let team: Team;
let campaignId: string;
let sam: { id: string; email: string };
let made = 0;

beforeEach(async () => {
  team = await aTeam();
  campaignId = team.campaign.id;
  sam = await anOrganizer(campaignId, { name: "Sam", role: "reviewer" });
  made += 1;
});

function anotherOwner(name = "Ada") {
  return anOrganizer(campaignId, { name, role: "owner" });
}

function removes(organizer: { id: string }, by: { id: string } = team.grace) {
  return removeMember({ campaignId, organizerId: organizer.id, by: by.id });
}

function leaves(organizer: { id: string }) {
  return leaveTeam({ campaignId, organizerId: organizer.id });
}

function makes(organizer: { id: string }, was: Role, role: Role, by: { id: string } = team.grace) {
  return changeRole({ campaignId, organizerId: organizer.id, by: by.id, was, role });
}

async function isAtTheDesk(organizer: { id: string }) {
  return (await findDeskCampaign(organizer.id, team.campaign.slug)) !== undefined;
}

async function joinsToo(organizer: { id: string }, other: Team) {
  await db.insert(memberships).values({ campaignId: other.campaign.id, organizerId: organizer.id, role: "viewer" });
}

describe("the last owner", () => {
  test("does not leave, is not removed and not lowered", async () => {
    expect(await leaves(team.grace)).toEqual({ outcome: "last owner" });
    expect(await removes(team.grace)).toEqual({ outcome: "last owner" });
    for (const role of ["organizer", "reviewer", "viewer"] as const) expect(await makes(team.grace, "owner", role)).toEqual({ outcome: "last owner" });
    expect(await teamOf(team)).toEqual(["Grace Hopper owner", "Sam reviewer"]);
    expect(await logOf(team)).toEqual([]);
  });

  test("goes once there is another", async () => {
    await anotherOwner();
    expect(await leaves(team.grace)).toEqual({ outcome: "left" });
    expect(await teamOf(team)).toEqual(["Ada owner", "Sam reviewer"]);
  });

  const goings: [string, (owner: { id: string }) => Promise<{ outcome: string }>][] = [
    ["leave", leaves],
    ["lower themselves", (owner) => makes(owner, "owner", "viewer", owner)],
    ["remove themselves", (owner) => removes(owner, owner)],
  ];

  test.each(goings)("of five owners who %s at once one stays", async (_, goes) => {
    const owners = [team.grace, ...(await Promise.all(["Ada", "Bea", "Cora", "Dora"].map(anotherOwner)))];
    const outcomes = await Promise.all(owners.map(goes));
    expect(outcomes.filter(({ outcome }) => outcome === "last owner")).toHaveLength(1);
    expect((await teamOf(team)).filter((member) => member.endsWith(" owner"))).toHaveLength(1);
  });

  test("of two owners who remove each other at once one stays, and of three too, for who is gone removes nobody", async () => {
    const ada = await anotherOwner();
    await anotherOwner("Bea");
    const outcomes = await Promise.all([removes(ada, team.grace), removes(team.grace, ada)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["not allowed", "removed"]);
    expect(await teamOf(team)).toHaveLength(3);
  });

  test("is kept by the database too, whoever writes the row and however close together", async () => {
    const ada = await anotherOwner();
    const gone = [team.grace, ada].map((owner) => sql`delete from memberships where organizer_id = ${owner.id}`.then(() => "gone", (error: Error) => error.message));
    expect((await Promise.all(gone)).toSorted()).toEqual(["a campaign keeps at least one owner", "gone"]);
    await expect(sql`update memberships set role = 'viewer' where campaign_id = ${campaignId}`).rejects.toThrow("at least one owner");
    await expect(sql`delete from memberships where campaign_id = ${campaignId}`).rejects.toThrow("at least one owner");
    await db.delete(campaigns).where(eq(campaigns.id, campaignId));
    expect(await teamOf(team)).toEqual([]);
  });
});

describe("a role", () => {
  test("is in force with the next request", async () => {
    expect(await makes(sam, "reviewer", "organizer")).toEqual({ outcome: "changed" });
    expect(await findDeskCampaign(sam.id, team.campaign.slug)).toMatchObject({ role: "organizer" });
    expect(await logOf(team)).toEqual([
      { who: "Grace Hopper", act: "changed", subject: "team member", title: "Sam", before: { role: "reviewer" }, after: { role: "organizer" } },
    ]);
  });

  test("set twice is set and logged once", async () => {
    const outcomes = await Promise.all([makes(sam, "reviewer", "viewer"), makes(sam, "reviewer", "viewer")]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["changed", "unchanged"]);
    expect(await logOf(team)).toHaveLength(1);
  });

  test("that somebody else changed meanwhile is not written over unseen", async () => {
    const ada = await anotherOwner();
    await makes(sam, "reviewer", "viewer", ada);
    expect(await makes(sam, "reviewer", "owner")).toEqual({ outcome: "overtaken", role: "viewer" });
    expect(await teamOf(team)).toContain("Sam viewer");
  });

  test.each(["organizer", "reviewer", "viewer"] as const)("of nobody is changed by a %s, their own neither", async (role) => {
    const mallory = await anOrganizer(campaignId, { name: "Mallory", role });
    expect(await makes(mallory, role, "owner", mallory)).toEqual({ outcome: "not allowed" });
    expect(await makes(sam, "reviewer", "viewer", mallory)).toEqual({ outcome: "not allowed" });
    expect(await removes(sam, mallory)).toEqual({ outcome: "not allowed" });
    expect(await teamOf(team)).toContain(`Mallory ${role}`);
  });

  test("of another campaign's member is out of reach", async () => {
    const other = await aTeam();
    expect(await makes(other.grace, "owner", "viewer")).toEqual({ outcome: "gone" });
    expect(await removes(other.grace)).toEqual({ outcome: "gone" });
    expect(await changeRole({ campaignId: other.campaign.id, organizerId: other.grace.id, by: team.grace.id, was: "owner", role: "viewer" })).toEqual({ outcome: "not allowed" });
    expect(await removes({ id: "no-such-id" })).toEqual({ outcome: "gone" });
    expect(await teamOf(other)).toEqual(["Grace Hopper owner"]);
  });
});

describe("removing somebody", () => {
  test("ends their way in at once, and all their sessions when it was their last campaign", async () => {
    const session = await sessionOf(sam);
    expect(await removes(sam)).toEqual({ outcome: "removed" });
    expect(await isAtTheDesk(sam)).toBe(false);
    expect(await findOrganizerBySession(session)).toBeUndefined();
    expect(await logOf(team)).toMatchObject([{ who: "Grace Hopper", act: "removed", subject: "team member", title: "Sam", before: { role: "reviewer" } }]);
  });

  test("leaves them signed in for their other campaigns", async () => {
    const other = await aTeam();
    await joinsToo(sam, other);
    const session = await sessionOf(sam);
    await removes(sam);
    expect(await isAtTheDesk(sam)).toBe(false);
    expect(await findOrganizerBySession(session)).toMatchObject({ id: sam.id });
  });

  test("from the last two campaigns at once signs them out all the same", async () => {
    const other = await aTeam();
    await joinsToo(sam, other);
    const session = await sessionOf(sam);
    await Promise.all([removes(sam), removeMember({ campaignId: other.campaign.id, organizerId: sam.id, by: other.grace.id })]);
    expect(await findOrganizerBySession(session)).toBeUndefined();
  });

  test("twice is once", async () => {
    const outcomes = await Promise.all([removes(sam), removes(sam)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["gone", "removed"]);
    expect(await logOf(team)).toHaveLength(1);
  });

  test("takes their saved views with them, and nobody else's", async () => {
    const view = { campaignId, list: "signatures", name: "Mine", query: "state=pending" };
    await db.insert(savedViews).values([{ ...view, organizerId: sam.id }, { ...view, organizerId: team.grace.id }]);
    await removes(sam);
    expect(await db.select().from(savedViews).where(eq(savedViews.campaignId, campaignId))).toMatchObject([{ organizerId: team.grace.id }]);
  });

  test("leaves what they recorded under their name", async () => {
    await removes(sam);
    expect(await db.select().from(organizers).where(eq(organizers.id, sam.id))).toMatchObject([{ name: "Sam" }]);
  });
});

describe("an owner's open invitations", () => {
  const guest = () => `guest-${made}@coalition.example`;

  test.each([
    ["is removed", (ada: { id: string }) => removes(ada)],
    ["leaves", (ada: { id: string }) => leaves(ada)],
    ["is lowered", (ada: { id: string }) => makes(ada, "owner", "organizer")],
  ])("open nothing once the owner %s", async (_, goes) => {
    const ada = await anotherOwner();
    await invites(team, guest(), { by: ada.id });
    await invites(team, `kept-${guest()}`);
    await goes(ada);
    expect(await acceptInvitation({ token: await newestTokenTo(guest()), name: "Guest", teamUrl }, minutesAfter(1))).toEqual({ outcome: "revoked" });
    expect((await invitationsOf(team)).filter(({ revokedAt }) => revokedAt === null)).toMatchObject([{ email: `kept-${guest()}` }]);
    expect(await logOf(team)).toContainEqual(expect.objectContaining({ act: "revoked", subject: "invitation", title: "a reviewer" }));
  });

  test("sent again by another owner are that owner's, and stay", async () => {
    const ada = await anotherOwner();
    await invites(team, guest(), { by: ada.id });
    await invites(team, guest(), { now: minutesAfter(20) });
    await removes(ada);
    expect(await invitationsOf(team)).toMatchObject([{ invitedBy: team.grace.id, revokedAt: null }]);
  });
});

test("leaving stays signed in, and says so in the log", async () => {
  const session = await sessionOf(sam);
  expect(await leaves(sam)).toEqual({ outcome: "left" });
  expect(await leaves(sam)).toEqual({ outcome: "gone" });
  expect(await findOrganizerBySession(session)).toMatchObject({ id: sam.id });
  expect(await logOf(team)).toMatchObject([{ who: "Sam", act: "left", subject: "team member", title: "Sam" }]);
});

test("owners read addresses, last days and invitations; everybody else names and roles", async () => {
  await invites(team, `guest-${made}@coalition.example`);
  await sessionOf(sam);
  const forGrace = await readTeam({ campaignId, organizerId: team.grace.id, canManage: true });
  expect(forGrace.members).toMatchObject([
    { name: "Grace Hopper", isYou: true, known: { email: team.grace.email, lastSeenAt: null } },
    { name: "Sam", role: "reviewer", isYou: false, known: { email: sam.email, lastSeenAt: expect.any(Date) } },
  ]);
  expect(forGrace).toMatchObject({ isOnlyOwner: true, managed: { invitations: [{ role: "reviewer" }] } });
  const forSam = await readTeam({ campaignId, organizerId: sam.id, canManage: false });
  expect(forSam).toMatchObject({ isOnlyOwner: false, managed: undefined });
  expect(JSON.stringify(forSam)).not.toContain("@");
});

test("the row of a membership names one campaign and one organizer", async () => {
  const again = db.insert(memberships).values({ campaignId, organizerId: sam.id, role: "owner" }).onConflictDoNothing().returning();
  expect(await again).toEqual([]);
  expect(await db.select().from(memberships).where(and(eq(memberships.campaignId, campaignId), eq(memberships.organizerId, sam.id)))).toMatchObject([{ role: "reviewer" }]);
});
