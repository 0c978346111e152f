import { expect, test } from "vitest";
import { placeOfForm, spokenFields } from "#app/desk/sent-form.ts";

const campaigns = [{ slug: "dear-retailers", name: "Dear retailers" }];
const ID = "01890000-0000-7000-8000-000000000000";

test.each([
  ["/organize/campaigns/dear-retailers/targets/corner-shop/contacts", "Dear retailers, targets, corner shop, contacts"],
  [`/organize/campaigns/dear-retailers/responses/${ID}/publication?x=1`, "Dear retailers, responses, publication"],
  ["/organize/campaigns/somebody-elses/mode", "campaigns, somebody elses, mode"],
  ["/organize/account", "account"],
])("%s is said in plain words", (path, place) => {
  expect(placeOfForm({ path }, campaigns)).toBe(place);
});

test("what a person filled in is shown, and what the form carries for itself is not", () => {
  const fields: [string, string][] = [["happened_on", "2026-02-01"], ["summary", "It\nanswered."], ["quote", " "], ["revision", "3"], ["draft_id", ID]];
  expect(spokenFields({ fields })).toEqual([
    { label: "Happened on", value: "2026-02-01" },
    { label: "Summary", value: "It\nanswered." },
  ]);
});
