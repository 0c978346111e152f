import { describe, expect, it } from "vitest";
import { checkFields } from "#app/http/form.ts";
import { responseForm } from "#app/responses/response-form.ts";

const NOW = new Date("2026-03-02T09:00:00Z");
const DEMANDS = [{ id: "id-endorse", slug: "endorse" }, { id: "id-drop", slug: "drop" }];

const ANSWER = {
  happened_on: "2026-02-20",
  channel: "website",
  kind: "answer",
  summary: "Corner Shop wrote that it will endorse the standards.",
  quote: "",
  source_url: "https://corner-shop.example/news",
  source_title: "Corner Shop news",
  captured_on: "2026-03-01",
  stance_endorse: "pledged",
};

function read(fields: Record<string, string>) {
  return checkFields(new URLSearchParams(fields), responseForm(DEMANDS, NOW));
}

function errorsOf(fields: Record<string, string>) {
  const reading = read(fields);
  return reading.ok ? {} : reading.errors;
}

describe("an answer with its source", () => {
  it("becomes a record, and only the demands that change get a stance", () => {
    const reading = read({ ...ANSWER, due_on_endorse: "2026-12-31", reason_endorse: "It named a day." });
    expect(reading).toMatchObject({
      ok: true,
      values: {
        happenedOn: "2026-02-20",
        channel: "website",
        quote: null,
        capturedOn: "2026-03-01",
        stances: [
          { demandId: "id-endorse", value: "pledged", sinceOn: "2026-02-20", dueOn: "2026-12-31", reason: "It named a day." },
        ],
      },
    });
  });

  it("may pledge without naming a deadline", () => {
    expect(read(ANSWER)).toMatchObject({ ok: true, values: { stances: [{ dueOn: null }] } });
  });

  it("may change no stance at all, and then needs no source", () => {
    expect(errorsOf({ ...ANSWER, source_url: "", captured_on: "", stance_endorse: "" })).toEqual({});
  });
});

describe("no stance without a source", () => {
  it("asks for a page when the words were public", () => {
    expect(errorsOf({ ...ANSWER, source_url: "" })).toEqual({
      source_url: "Give the page that shows this. No stance is set without a source.",
    });
  });

  it.each(["email", "letter", "phone", "meeting"])("takes the words themselves when they came by %s", (channel) => {
    const came = { ...ANSWER, channel, source_url: "" };
    expect(errorsOf({ ...came, quote: "We will endorse them." })).toEqual({});
    expect(errorsOf(came)).toHaveProperty("quote");
  });

  it("asks when the source was read", () => {
    expect(errorsOf({ ...ANSWER, captured_on: "" })).toEqual({ captured_on: "Say on which day you read the source." });
  });

  it("lets a review be taken back to “not assessed” without one", () => {
    expect(errorsOf({ ...ANSWER, source_url: "", captured_on: "", stance_endorse: "not_assessed" })).toEqual({});
  });
});

describe("a search without a result", () => {
  const search = { ...ANSWER, channel: "none", kind: "no_answer", source_url: "", source_title: "", stance_endorse: "no_answer" };

  it("is its own source, with the day of the search", () => {
    expect(errorsOf({ ...search, since_on_endorse: "2026-01-10" })).toEqual({});
    expect(errorsOf({ ...search, since_on_endorse: "2026-01-10", captured_on: "" })).toEqual({
      captured_on: "Say on which day you searched.",
    });
  });

  it("cannot show anything but silence", () => {
    expect(errorsOf({ ...search, stance_endorse: "declined" })).toHaveProperty("stance_endorse");
  });

  it("says since when there was silence", () => {
    expect(errorsOf(search)).toHaveProperty("since_on_endorse");
  });

  it("is the only thing that comes by no channel", () => {
    expect(errorsOf({ ...ANSWER, channel: "none" })).toHaveProperty("channel");
  });
});

describe("what was typed wrongly", () => {
  it("is told all at once, each beside its field", () => {
    expect(Object.keys(errorsOf({})).toSorted()).toEqual(["channel", "happened_on", "kind", "summary"]);
  });

  it.each([
    ["2026-03-03", "This day is still to come."],
    ["2026-02-30", "Write the day as year-month-day, for example 2026-03-01."],
    ["last week", "Write the day as year-month-day, for example 2026-03-01."],
  ])("refuses %s as the day it happened", (day, message) => {
    expect(errorsOf({ ...ANSWER, happened_on: day })).toHaveProperty("happened_on", message);
  });

  it("refuses a source that was read before it was written", () => {
    expect(errorsOf({ ...ANSWER, captured_on: "2026-02-19" })).toHaveProperty("captured_on");
  });

  it.each(["javascript:alert(1)", "ftp://corner-shop.example", "corner-shop.example", "https://ada:secret@corner-shop.example", "data:text/html,x"])(
    "refuses %s as a web address",
    (url) => {
      expect(errorsOf({ ...ANSWER, source_url: url })).toHaveProperty("source_url");
    },
  );

  it("refuses a deadline before the pledge, and a deadline on anything else", () => {
    expect(errorsOf({ ...ANSWER, due_on_endorse: "2026-02-19" })).toHaveProperty("due_on_endorse");
    expect(errorsOf({ ...ANSWER, stance_endorse: "declined", due_on_endorse: "2026-12-31" })).toEqual({
      due_on_endorse: "Only a pledge has a deadline.",
    });
  });

  it("refuses a stance that does not exist", () => {
    expect(errorsOf({ ...ANSWER, stance_endorse: "splendid" })).toEqual({ stance_endorse: "Choose one of the stances." });
  });

  it("refuses texts that are too long or hold control characters, and keeps line breaks", () => {
    expect(errorsOf({ ...ANSWER, summary: "a".repeat(1_001) })).toHaveProperty("summary");
    expect(errorsOf({ ...ANSWER, quote: "We will\u0000" })).toHaveProperty("quote");
    expect(read({ ...ANSWER, quote: "We will.\r\nSoon." })).toMatchObject({ values: { quote: "We will.\nSoon." } });
  });

  it("does not touch demands of another campaign", () => {
    expect(read({ ...ANSWER, stance_elsewhere: "declined" })).toMatchObject({ values: { stances: [{ value: "pledged" }] } });
  });
});
