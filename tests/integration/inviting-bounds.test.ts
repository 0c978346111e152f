import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { acceptInvitation } from "#app/organizers/accept-invitation.server.ts";
import { mailInvitationAgain } from "#app/organizers/invite.server.ts";
import { forgetOldInvitations, revokeInvitation } from "#app/organizers/revoke-invitation.server.ts";
import { db } from "#db/client.server.ts";
import { deliveries, memberships } from "#db/schema/index.ts";
import { anOrganizer } from "#tests/build.ts";
import { aTeam, daysAfter, invitationsOf, invites, linkTo, minutesAfter, newestTokenTo, NINE, type Team, teamUrl } from "./team-steps.ts";

let team: Team;
let ada: string;
let made = 0;

beforeEach(async () => {
  team = await aTeam();
  made += 1;
  ada = `ada-${made}@coalition.example`;
});

async function adasRow() {
  const [row] = await invitationsOf(team);
  if (!row) throw new Error("Nobody is invited.");
  return row;
}

function sendsAgain(invitationId: string, now: Date, by = team.grace.id) {
  return mailInvitationAgain({ campaignId: team.campaign.id, invitationId, by, linkTo }, now);
}

describe("the bounds", () => {
  test("twenty invitations an hour leave a campaign, and the next hour starts anew", async () => {
    for (let guest = 0; guest < 22; guest += 1) await invites(team, `guest-${guest}-${ada}`);
    expect(await invitationsOf(team)).toHaveLength(20);
    expect(await invites(team, ada)).toEqual({ outcome: "too many" });
    expect(await invites(team, ada, { now: minutesAfter(61) })).toEqual({ outcome: "invited" });
  });

  test("another campaign of the same owner has no twenty of its own", async () => {
    for (let guest = 0; guest < 20; guest += 1) await invites(team, `guest-${guest}-${ada}`);
    const second = await aTeam();
    await db.insert(memberships).values({ campaignId: second.campaign.id, organizerId: team.grace.id, role: "owner" });
    expect(await invites(second, ada, { by: team.grace.id })).toEqual({ outcome: "too many" });
    expect(await invites(second, ada)).toEqual({ outcome: "invited" });
  });

  test("an expired invitation is sent again, with a new link and seven more days", async () => {
    await invites(team, ada);
    expect(await sendsAgain((await adasRow()).id, minutesAfter(5))).toMatchObject({ outcome: "mailed lately" });
    expect(await sendsAgain((await adasRow()).id, daysAfter(8))).toEqual({ outcome: "invited" });
    expect(await acceptInvitation({ token: await newestTokenTo(ada), name: "Ada", teamUrl }, daysAfter(14))).toMatchObject({ outcome: "joined" });
    expect(await sendsAgain((await adasRow()).id, daysAfter(15))).toEqual({ outcome: "gone" });
    expect(await sendsAgain("no-such-id", daysAfter(15))).toEqual({ outcome: "gone" });
  });

  test("the address of somebody who did not come is forgotten a month later, in the record of mail too", async () => {
    await invites(team, ada);
    await db.update(deliveries).set({ createdAt: NINE }).where(eq(deliveries.toAddress, ada));
    await forgetOldInvitations(daysAfter(36));
    expect(await invitationsOf(team)).toHaveLength(1);
    await forgetOldInvitations(daysAfter(38));
    expect(await invitationsOf(team)).toEqual([]);
    expect(await db.select().from(deliveries).where(eq(deliveries.toAddress, ada))).toEqual([]);
  });
});

describe("whoever may not invite", () => {
  test.each(["organizer", "reviewer", "viewer"] as const)("a %s invites, sends again and revokes nothing", async (role) => {
    const sam = await anOrganizer(team.campaign.id, { role, name: "Sam" });
    await invites(team, ada);
    const { id } = await adasRow();
    expect(await invites(team, `b-${ada}`, { by: sam.id, role: "owner" })).toEqual({ outcome: "not allowed" });
    expect(await sendsAgain(id, minutesAfter(20), sam.id)).toEqual({ outcome: "not allowed" });
    expect(await revokeInvitation({ campaignId: team.campaign.id, invitationId: id, by: sam.id })).toEqual({ outcome: "not allowed" });
    expect(await invitationsOf(team)).toMatchObject([{ email: ada, revokedAt: null }]);
  });

  test("an owner of another campaign reaches no invitation of this one", async () => {
    const other = await aTeam();
    await invites(team, ada);
    const { id } = await adasRow();
    const theirs = { campaignId: other.campaign.id, invitationId: id, by: other.grace.id };
    expect(await revokeInvitation(theirs)).toEqual({ outcome: "gone" });
    expect(await mailInvitationAgain({ ...theirs, linkTo }, minutesAfter(20))).toEqual({ outcome: "gone" });
    expect(await invitationsOf(team)).toMatchObject([{ revokedAt: null, mailedAt: NINE }]);
  });
});
