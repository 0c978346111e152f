import { eq, sql as raw } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { listHistory } from "#app/audit/history.server.ts";
import { changesInWords } from "#app/audit/words.ts";
import { writeAudit } from "#app/audit/write.server.ts";
import { goLive } from "#app/desk/mode.server.ts";
import { pauseTarget, resumeTarget } from "#app/desk/pause.server.ts";
import { findDeskCampaign } from "#app/organizers/desk-campaigns.server.ts";
import { addContact, setContactState } from "#app/retailers/contacts.server.ts";
import { db } from "#db/client.server.ts";
import { auditEntries } from "#db/schema/index.ts";
import { aCampaign, aLetter, anOrganizer, aTarget } from "#tests/build.ts";

let campaign: Awaited<ReturnType<typeof aCampaign>>;
let target: Awaited<ReturnType<typeof aTarget>>;
let grace: Awaited<ReturnType<typeof anOrganizer>>;

beforeEach(async () => {
  campaign = await aCampaign({ isInTestMode: true });
  await aLetter(campaign.id);
  target = await aTarget(campaign.id);
  grace = await anOrganizer(campaign.id);
});

function desk() {
  return { campaignId: campaign.id, by: grace.id };
}

describe("the log", () => {
  test.each([
    ["changed", raw`update audit_entries set act = 'nothing'`],
    ["deleted", raw`delete from audit_entries`],
    ["emptied", raw`truncate audit_entries`],
  ])("cannot be %s, whoever asks", async (_, statement) => {
    await db.transaction((tx) => writeAudit(tx, { ...desk(), act: "opened", subject: "campaign", subjectId: campaign.id, title: "Dear retailers" }));
    await expect(db.execute(statement)).rejects.toMatchObject({ cause: { message: "the audit log is append-only" } });
    expect(await db.select().from(auditEntries).where(eq(auditEntries.campaignId, campaign.id))).toMatchObject([{ act: "opened" }]);
  });

  test("tells nothing of what did not happen", async () => {
    const failing = db.transaction(async (tx) => {
      await writeAudit(tx, { ...desk(), act: "opened", subject: "campaign", subjectId: campaign.id, title: "Dear retailers" });
      throw new Error("It went wrong after all.");
    });
    await expect(failing).rejects.toThrow("after all");
    expect(await db.select().from(auditEntries).where(eq(auditEntries.campaignId, campaign.id))).toEqual([]);
  });

  test("names who paused a retailer, and only when it was not paused already", async () => {
    const pausing = { ...desk(), target: { id: target.id, name: target.retailer.name } };
    await Promise.all([pauseTarget(pausing), pauseTarget(pausing)]);
    await resumeTarget(pausing);
    const history = await listHistory(campaign.id, [{ subject: "target", ids: [target.id] }]);
    expect(history.map(({ act, by, title }) => ({ act, by, title }))).toEqual([
      { act: "resumed", by: "Grace Hopper", title: "Corner Shop" },
      { act: "paused", by: "Grace Hopper", title: "Corner Shop" },
    ]);
  });

  test("says what a contact was before and after", async () => {
    const added = await addContact({ ...desk(), retailerId: target.retailerId, role: "Press", email: "press@corner-shop.example" });
    const id = added.outcome === "added" ? added.id : "";
    await setContactState(id, target.retailerId, { ...desk(), state: "wrong", reason: "It moved." });
    await setContactState(id, target.retailerId, { ...desk(), state: "wrong", reason: "It moved." });
    const history = await listHistory(campaign.id, [{ subject: "contact", ids: [id] }]);
    expect(history.map(({ before, after }) => changesInWords(before, after))).toEqual([
      ["state: new → wrong", "reason: none → It moved."],
      ["role: Press", "email: press@corner-shop.example"],
    ]);
  });

  test("tells of going live once, also when two press at the same time", async () => {
    const found = await findDeskCampaign(grace.id, campaign.slug);
    if (!found) throw new Error("Grace has a desk.");
    const live = () => goLive({ campaign: found, by: grace.id }, { letter: () => "https://example.org/letter" });
    const outcomes = await Promise.all([live(), live()]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["live", "live before"]);
    const history = await listHistory(campaign.id, [{ subject: "campaign", ids: [campaign.id] }]);
    expect(history.map(({ act }) => act)).toEqual(["put live"]);
  });

  test("of one campaign is not shown at the desk of another", async () => {
    await pauseTarget({ ...desk(), target: { id: target.id, name: target.retailer.name } });
    expect(await listHistory((await aCampaign()).id, [{ subject: "target", ids: [target.id] }])).toEqual([]);
  });
});
