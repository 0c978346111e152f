import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { action as join } from "#app/routes/organize/invitations/invitation.tsx";
import { action as changeMember, loader as openMember } from "#app/routes/organize/team/member.tsx";
import { action as remove } from "#app/routes/organize/team/removal.tsx";
import { action as invite } from "#app/routes/organize/team/team.tsx";
import { db } from "#db/client.server.ts";
import { organizerSessions } from "#db/schema/index.ts";
import { anOrganizer } from "#tests/build.ts";
import { answerOf, browserOf } from "./organizers-steps.ts";
import { aTeam, invitationsOf, invites, newestTokenTo, type Team, teamOf } from "./team-steps.ts";

const context = { isFromThisMachine: false };
let team: Team;
let sam: { id: string; email: string };

beforeEach(async () => {
  team = await aTeam();
  sam = await anOrganizer(team.campaign.id, { name: "Sam", role: "viewer" });
});

async function sends(door: typeof invite, who: { id: string }, fields: Record<string, string>, params: Record<string, string> = {}) {
  const request = (await browserOf(who)).sends("/organize/x", fields);
  return answerOf(door({ request, params: { slug: team.campaign.slug, ...params }, context }));
}

async function wasLongAgo(organizer: { id: string }) {
  await db.update(organizerSessions).set({ provenAt: new Date(0) }).where(eq(organizerSessions.organizerId, organizer.id));
}

describe("a form with its hidden fields edited", () => {
  test("makes nobody more than they are", async () => {
    const ona = await anOrganizer(team.campaign.id, { name: "Ona", role: "organizer" });
    expect((await sends(invite, ona, { email: "friend@ona.example", role: "owner" })).status).toBe(403);
    expect((await sends(changeMember, ona, { role: "owner", was: "organizer" }, { member: ona.id })).status).toBe(403);
    expect((await sends(remove, ona, {}, { member: team.grace.id })).status).toBe(403);
    expect(await teamOf(team)).toEqual(["Grace Hopper owner", "Ona organizer", "Sam viewer"]);
    expect(await invitationsOf(team)).toEqual([]);
  });

  test("names no role that there is not, and no member of another campaign", async () => {
    const other = await aTeam();
    expect(await sendsRaw({ role: "god", was: "viewer" }, sam.id)).toMatchObject({ init: { status: 422 } });
    expect((await sends(changeMember, team.grace, { role: "viewer", was: "owner" }, { member: other.grace.id })).status).toBe(404);
    const request = (await browserOf(team.grace)).gets("/organize/x");
    expect((await answerOf(openMember({ request, params: { slug: team.campaign.slug, member: other.grace.id }, context }))).status).toBe(404);
    expect(await teamOf(other)).toEqual(["Grace Hopper owner"]);
  });

  test("says so when somebody else changed the role meanwhile", async () => {
    const answer = await sendsRaw({ role: "owner", was: "reviewer" }, sam.id);
    expect(answer).toMatchObject({ init: { status: 409 }, data: { typed: { role: "owner", was: "viewer" }, errors: { role: expect.stringContaining("viewer") } } });
    expect(await teamOf(team)).toContain("Sam viewer");
  });

  async function sendsRaw(fields: Record<string, string>, member: string) {
    const request = (await browserOf(team.grace)).sends("/organize/x", fields);
    return changeMember({ request, params: { slug: team.campaign.slug, member }, context });
  }
});

describe("a browser that was left open", () => {
  test("removes nobody, changes no role and makes no owner without a fresh proof", async () => {
    const browser = await browserOf(team.grace);
    await wasLongAgo(team.grace);
    const params = { slug: team.campaign.slug, member: sam.id };
    const answers = [
      await answerOf(remove({ request: browser.sends("/organize/x"), params, context })),
      await answerOf(changeMember({ request: browser.sends("/organize/x", { role: "owner", was: "viewer" }), params, context })),
      await answerOf(invite({ request: browser.sends("/organize/x", { email: "friend@x.example", role: "owner" }), params, context })),
    ];
    for (const answer of answers) expect(answer.headers.get("Location")).toMatch(/^\/organize\/proof/);
    expect(await teamOf(team)).toEqual(["Grace Hopper owner", "Sam viewer"]);
    expect(await invitationsOf(team)).toEqual([]);
  });
});

describe("joining by the link", () => {
  test("signs somebody new in, and leads an organizer who is not signed in to the sign-in page", async () => {
    await invites(team, "new@coalition.example", { now: new Date() });
    const params = { token: await newestTokenTo("new@coalition.example") };
    const stranger = await browserOf(undefined);
    const joined = await answerOf(join({ request: stranger.sends("/organize/x", { name: "Nora" }), params, context }));
    expect(joined.headers.get("Set-Cookie")).toMatch(/^organizer=/);
    const again = await answerOf(join({ request: stranger.sends("/organize/x", { name: "Nora" }), params, context }));
    expect([again.headers.get("Set-Cookie"), again.headers.get("Location")]).toEqual([null, `/organize/invitations/${params.token}`]);

    const other = await aTeam();
    await invites(team, other.grace.email, { now: new Date(), role: "viewer" });
    const passedOn = { token: await newestTokenTo(other.grace.email) };
    const thief = await answerOf(join({ request: stranger.sends("/organize/x"), params: passedOn, context }));
    expect(thief.headers.get("Set-Cookie")).toBeNull();
    expect(thief.headers.get("Location")).toMatch(/^\/organize\/sign-in\?next=/);
  });

  test("under a name that is a link or a formula is refused", async () => {
    await invites(team, "evil@coalition.example", { now: new Date() });
    const params = { token: await newestTokenTo("evil@coalition.example") };
    for (const name of ["https://evil.example", "=1+1", "  "]) {
      const request = (await browserOf(undefined)).sends("/organize/x", { name });
      expect(await join({ request, params, context })).toMatchObject({ init: { status: 422 }, data: { typed: { name } } });
    }
    expect(await teamOf(team)).toEqual(["Grace Hopper owner", "Sam viewer"]);
  });
});
