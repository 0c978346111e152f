import { describe, expect, test, vi } from "vitest";
import { checkFields } from "#app/http/form.ts";
import { MessageForm, OwnWordsForm, ReplyRouteForm } from "#app/messages/message-form.ts";

function writes(fields: Record<string, string>) {
  const reading = checkFields(new URLSearchParams({ subject: "Please answer", body: "Please.", ...fields }), MessageForm);
  return reading.ok ? reading.values : reading.errors;
}

describe("a message as it was edited", () => {
  test("keeps its paragraphs, and a subject of one line", () => {
    expect(writes({ subject: " Please\r\nanswer \u00a0 now ", body: "Dear Corner Shop,\r\n\r\nplease.\r" })).toEqual({
      subject: "Please answer now", body: "Dear Corner Shop,\n\nplease.",
    });
  });

  test.each([
    [{ subject: " \n " }, { subject: "Give the message a subject." }],
    [{ subject: "a".repeat(151) }, { subject: "Keep the subject within 150 characters." }],
    [{ subject: "Please\u0000" }, { subject: "Write the subject without control characters." }],
    [{ subject: "Please \u202Eanswer" }, { subject: "Write the subject without control characters." }],
    [{ body: " " }, { body: "Write the message." }],
    [{ body: "a".repeat(5_001) }, { body: "Keep the message within 5,000 characters." }],
    [{ body: "bell\u0007" }, { body: "Write the message without control characters." }],
  ])("%o is refused", (fields, errors) => {
    expect(writes(fields)).toEqual(errors);
  });
});

test("thousands of marks on one letter are refused before they are sorted, which takes the square of them", () => {
  const composes = vi.spyOn(String.prototype, "normalize");
  const piled = `A${"\u0301".repeat(30_000)}${"\u0327".repeat(30_000)}`;
  const error = "Write with fewer marks on one letter.";
  expect(writes({ subject: piled, body: piled })).toEqual({ subject: error, body: error });
  expect(checkFields(new URLSearchParams({ own_words: piled }), OwnWordsForm)).toMatchObject({ errors: { own_words: error } });
  expect(composes.mock.contexts.map(String)).not.toContain(piled);
  writes({ body: "Please." });
  expect(composes.mock.contexts.map(String)).toContain("Please.");
});

test("own words may be left out, and are bounded", () => {
  expect(checkFields(new URLSearchParams(), OwnWordsForm)).toMatchObject({ ok: true, values: { own_words: "" } });
  expect(checkFields(new URLSearchParams({ own_words: "a".repeat(1_001) }), OwnWordsForm)).toMatchObject({
    ok: false, errors: { own_words: "Keep your own words within 1,000 characters." },
  });
});

test("where an answer goes is chosen among two", () => {
  expect(checkFields(new URLSearchParams({ reply_route: "signer" }), ReplyRouteForm)).toMatchObject({ ok: true });
  for (const reply_route of ["", "sam@example.org"]) {
    expect(checkFields(new URLSearchParams({ reply_route }), ReplyRouteForm)).toMatchObject({ errors: { reply_route: "Choose where an answer should go." } });
  }
});
