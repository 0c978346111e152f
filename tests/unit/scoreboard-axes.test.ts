import { describe, expect, it } from "vitest";
import { boardSummary, cellNotes, responseRate } from "#app/components/board-words.ts";
import { STANCE_VALUES, listStanceMeanings } from "#app/responses/stance-values.ts";
import { cellOn, tallyStances } from "#app/scoreboard/cell.ts";
import { contactOn, contactState } from "#app/scoreboard/contact-axis.ts";
import { boardOrder, orderRows } from "#app/scoreboard/order.ts";
import { stanceValue } from "#db/schema/index.ts";

const ASKED = { askedOn: "2026-01-10", sentMessages: 0, hasContacts: true, hasWorkingContact: true, responses: [] };
const TODAY = "2026-03-02";

describe("the contact with a retailer", () => {
  it("begins with the letter or with a message that really left", () => {
    expect(contactState({ ...ASKED, askedOn: null })).toBe("not_asked");
    expect(contactState({ ...ASKED, askedOn: null, sentMessages: 1 })).toBe("asked");
    expect(contactState(ASKED)).toBe("asked");
  });

  it("is undeliverable when none of its addresses takes mail, unless it spoke", () => {
    const unreachable = { ...ASKED, hasWorkingContact: false };
    expect(contactState(unreachable)).toBe("undeliverable");
    expect(contactState({ ...unreachable, hasContacts: false })).toBe("asked");
    expect(contactState({ ...unreachable, responses: [{ kind: "acknowledgement", happenedOn: "2026-01-12" }] })).toBe("acknowledged");
  });

  it("is a reply when it answered or stated something after it was asked", () => {
    expect(contactState({ ...ASKED, responses: [{ kind: "answer", happenedOn: "2026-01-10" }] })).toBe("replied");
    expect(contactState({ ...ASKED, responses: [{ kind: "statement", happenedOn: "2026-02-01" }] })).toBe("replied");
    expect(contactState({ ...ASKED, responses: [{ kind: "statement", happenedOn: "2026-01-09" }] })).toBe("asked");
  });

  it.each(["action", "no_answer"] as const)("is no reply when all there is is %s", (kind) => {
    expect(contactState({ ...ASKED, responses: [{ kind, happenedOn: "2025-12-01" }, { kind, happenedOn: "2026-02-01" }] })).toBe("asked");
  });

  it("stays silent through a receipt; a reply ends the silence", () => {
    expect(contactOn(TODAY, ASKED)).toMatchObject({ daysSinceAsked: 51, daysOfSilence: 51 });
    const receipt = [{ kind: "acknowledgement" as const, happenedOn: "2026-01-12" }];
    expect(contactOn(TODAY, { ...ASKED, responses: receipt })).toMatchObject({ daysSinceAsked: 51, daysOfSilence: 51 });
    const answer = [{ kind: "answer" as const, happenedOn: "2026-01-12" }];
    expect(contactOn(TODAY, { ...ASKED, responses: answer })).toMatchObject({ daysSinceAsked: 51, daysOfSilence: null });
  });
});

describe("a stance", () => {
  const pledge = { value: "pledged", sinceOn: "2026-01-20", dueOn: "2026-03-02", capturedOn: "2026-01-21" } as const;

  it("has the same nine values as the database, in one order, each with a shape of its own", () => {
    expect([...STANCE_VALUES]).toEqual(stanceValue.enumValues);
    const meanings = listStanceMeanings();
    expect(new Set(meanings.map(({ mark }) => mark)).size).toBe(9);
    expect(new Set(meanings.map(({ word }) => word)).size).toBe(9);
    expect(meanings.filter(({ needsSource }) => !needsSource).map(({ value }) => value)).toEqual(["not_assessed"]);
  });

  it("is “not assessed” where nothing was published", () => {
    expect(cellOn(TODAY, undefined)).toMatchObject({ stance: "not_assessed", sinceOn: null, days: null, isOverdue: false });
  });

  it("is overdue from the day after its own deadline", () => {
    expect(cellNotes(cellOn("2026-03-02", pledge))).toEqual(["by 2 March 2026"]);
    expect(cellNotes(cellOn("2026-03-03", pledge))).toEqual(["overdue since 2 March 2026"]);
    expect(cellNotes(cellOn(TODAY, { ...pledge, dueOn: null }))).toEqual(["no deadline named"]);
  });

  it("counts the days of silence", () => {
    expect(cellNotes(cellOn(TODAY, { value: "no_answer", sinceOn: "2026-03-01", dueOn: null, capturedOn: "2026-03-01" }))).toEqual(["for 1 day"]);
    expect(cellNotes(cellOn(TODAY, { value: "no_answer", sinceOn: "2019-02-12", dueOn: null, capturedOn: "2026-03-01" }))).toEqual(["for 2,575 days"]);
  });

  it("says that its evidence is old after two years, a leap day too", () => {
    const done = { value: "done_own_word", sinceOn: "2020-01-01", dueOn: null } as const;
    expect(cellOn(TODAY, { ...done, capturedOn: "2024-03-02" }).needsFreshLook).toBe(false);
    expect(cellOn(TODAY, { ...done, capturedOn: "2024-03-01" }).needsFreshLook).toBe(true);
    expect(cellOn("2028-02-29", { ...done, capturedOn: "2026-02-28" }).needsFreshLook).toBe(true);
  });

  it("is tallied in a row from the farthest along, without what nobody looked into", () => {
    const at = (value: (typeof STANCE_VALUES)[number]) => cellOn(TODAY, { value, sinceOn: "2026-01-20", dueOn: null, capturedOn: TODAY });
    expect(tallyStances([at("declined"), cellOn(TODAY, undefined), at("pledged"), at("declined")])).toEqual([
      { stance: "pledged", count: 1 },
      { stance: "declined", count: 2 },
    ]);
    expect(tallyStances([cellOn(TODAY, undefined)])).toEqual([{ stance: "not_assessed", count: 1 }]);
  });
});

describe("the sentence above the board", () => {
  const none = { retailers: 4, asked: 0, answered: 0, overdue: 0, sent: 0, delivered: 0 };

  it("tells the response rate in counts", () => {
    expect(responseRate({ ...none, asked: 4, answered: 1 })).toBe("1 of 4 retailers asked has answered");
    expect(responseRate({ ...none, asked: 4 })).toBe("0 of 4 retailers asked have answered");
    expect(responseRate({ ...none, asked: 1 })).toBe("0 of 1 retailers asked have answered");
    expect(responseRate(none)).toBe("none of the retailers has been asked yet");
  });

  it("tells overdue pledges and messages", () => {
    expect(boardSummary({ ...none, overdue: 1, sent: 1_200, delivered: 1_190 })).toEqual([
      "1 pledge is past the deadline.",
      "1,200 messages sent to them by signers, 1,190 delivered.",
    ]);
    expect(boardSummary(none)).toEqual(["No message has been sent to them through this site yet."]);
  });
});

describe("sorting", () => {
  const row = (name: string, state: "asked" | "replied" | "not_asked", daysSinceAsked: number | null) => ({ retailer: { name }, contact: { state, daysSinceAsked } });
  const rows = [row("Corner Shop", "asked", 10), row("big market", "replied", 30), row("Ångström", "not_asked", null)];
  const names = (order: string | null) => orderRows(rows, boardOrder(order)).map(({ retailer }) => retailer.name);

  it("goes by name, by reply, by days, and otherwise as the campaign lists its retailers", () => {
    expect(names("name")).toEqual(["Ångström", "big market", "Corner Shop"]);
    expect(names("answered")).toEqual(["big market", "Corner Shop", "Ångström"]);
    expect(names("days")).toEqual(["big market", "Corner Shop", "Ångström"]);
    expect(names("drop table")).toEqual(["Corner Shop", "big market", "Ångström"]);
    expect(names(null)).toEqual(["Corner Shop", "big market", "Ångström"]);
  });
});
