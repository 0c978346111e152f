import { describe, expect, test } from "vitest";
import { lastNight, nextReconciliation } from "#app/desk/counting/night.ts";
import { foundInWords, isRight } from "#app/desk/counting/reconciliation-words.ts";
import { SenderForm } from "#app/desk/set-up-forms.ts";
import { reminderDays } from "#app/signatures/reminding.ts";
import { toldStates } from "#app/signatures/told-states.ts";

const RIGHT = { wrongBy: 0, wrongMinutes: 0, wrongHours: 0, wrongDays: 0 };

test.each([
  [RIGHT, "Nothing was wrong"],
  [{ ...RIGHT, wrongBy: 1200, wrongMinutes: 3 }, "The count was wrong by 1,200 (too high) and was corrected"],
  [{ ...RIGHT, wrongBy: -1, wrongMinutes: 1 }, "The count was wrong by 1 (too low) and was corrected"],
  [{ ...RIGHT, wrongMinutes: 2 }, "The count was right; 2 minutes of it counted wrongly and were corrected"],
  [{ ...RIGHT, wrongHours: 1, wrongDays: 1 }, "The count was right; the graph was wrong in 1 hour and is counted anew"],
  [{ ...RIGHT, wrongDays: 4 }, "The count was right; the desk’s numbers of 4 days were wrong and are counted anew"],
])("what a night found is told in words: %o", (found, words) => {
  expect(foundInWords(found)).toBe(words);
  expect(isRight(found)).toBe(found === RIGHT);
});

test("what does not count is told in tens, rounded down, and fewer than ten as none", () => {
  expect(toldStates({ pending: 0, suspect: 9, removed: 10, withdrawn: 1_239 })).toEqual({ pending: 0, suspect: 0, removed: 10, withdrawn: 1_230 });
});

test.each([
  ["2026-03-04T02:59:59Z", "2026-03-03", "2026-03-04T03:00:00Z"],
  ["2026-03-04T03:00:00Z", "2026-03-04", "2026-03-05T03:00:00Z"],
  ["2026-03-04T23:59:59Z", "2026-03-04", "2026-03-05T03:00:00Z"],
])("at %s the last night was that of %s, and the next is due at %s", (now, night, next) => {
  expect(lastNight(new Date(now))).toBe(night);
  expect(nextReconciliation(new Date(now))).toEqual(new Date(next));
});

describe("the reminder", () => {
  test.each([[30, 3, 3], [30, null, null], [3, 3, 2], [2, 40, 1], [1, 1, null], [400, 95, 89], [30, 0, 1]])(
    "of a campaign that forgets after %s days and reminds after %s comes after %s",
    (unconfirmedDays, remindAfterDays, days) => expect(reminderDays({ unconfirmedDays, remindAfterDays })).toBe(days),
  );

  const form = (unconfirmed: string, remind?: string) =>
    SenderForm.safeParse({ privacy_contact: "a@example.org", updates_consent_wording: "Tell me.", unconfirmed_days: unconfirmed, ...(remind === undefined ? {} : { remind_after_days: remind }) });

  test.each([["30", "3", 3], ["30", "29", 29], ["30", "", null], ["1", undefined, null]])("is taken before the end: %s, %s", (unconfirmed, remind, days) => {
    expect(form(unconfirmed, remind).data?.values.remindAfterDays).toBe(days);
  });

  test.each([["30", "30"], ["1", "1"], ["30", "0"], ["30", "-1"], ["30", "3.5"], ["30", "soon"]])("is refused beside its field: %s, %s", (unconfirmed, remind) => {
    expect(form(unconfirmed, remind).error?.issues.map(({ path }) => path.join("."))).toEqual(["remind_after_days"]);
  });
});
