import { describe, expect, test, vi } from "vitest";
import { checkFields } from "#app/http/form.ts";
import { NAME_MAX, SignForm } from "#app/signatures/sign-form.ts";

const ADA = { name: "Ada Lovelace", email: "ada@example.org", country: "GB", postcode: "", comment: "" };

function fills(fields: Record<string, string> = {}) {
  return checkFields(new URLSearchParams({ ...ADA, ...fields }), SignForm);
}

function valuesOf(fields: Record<string, string>) {
  const reading = fills(fields);
  return reading.ok ? reading.values : reading.errors;
}

function errorsOf(fields: Record<string, string>) {
  const reading = fills(fields);
  return reading.ok ? {} : reading.errors;
}

describe("a name", () => {
  test.each([
    "Nguyễn Thị Minh Khai", "Παναγιώτης", "李小龍", "عائشة", "O’Connor-Smith", "José Á.", "Ngô", "Þórður Ægisson", "Ravi a/l Kumar",
    "Dr. Grace Hopper", "X Æ A-12", "می‌خواهم", "Łukasz", "Jean-Luc d'Arc", "李",
  ])("of any script is kept: %s", (name) => {
    expect(valuesOf({ name })).toMatchObject({ name: name.normalize("NFC") });
  });

  test("is kept in one spelling, with single spaces", () => {
    expect(valuesOf({ name: "  Jose\u0301 \u00a0  Garci\u0301a " })).toMatchObject({ name: "José García" });
  });

  test.each([
    ["nothing", "", "Enter your name."],
    ["white space only", " \u00a0 \t ", "Enter your name."],
    ["5,000 characters", "A".repeat(5_000), "Enter a name of at most 120 characters."],
    ["a web address", "Cheap pills https://pills.example", "Enter your name without a web address."],
    ["a web address without its scheme", "Visit www.pills", "Enter your name without a web address."],
    ["a bare domain", "pills.com", "Enter your name without a web address."],
    ["a domain and a path", "t.me/pills", "Enter your name without a web address."],
    ["an e-mail address", "pills@shop.com", "Enter your name without a web address."],
    ["a formula", "=SUM(A1)", "Enter a name that does not begin with = + - or @."],
    ["a plus in front", "+49 Ada", "Enter a name that does not begin with = + - or @."],
    ["a minus in front", "-Ada", "Enter a name that does not begin with = + - or @."],
    ["an at sign in front", "@ada", "Enter a name that does not begin with = + - or @."],
    ["a formula behind spaces", "  =Ada", "Enter a name that does not begin with = + - or @."],
    ["a line break", "Ada\nBcc: sam@example.org", "Enter your name without control characters or line breaks."],
    ["a null", "Ada\u0000", "Enter your name without control characters or line breaks."],
    ["a mark that turns the direction around", "Ada\u202Emoc.live", "Enter your name without control characters or line breaks."],
    ["an isolate", "Ada \u2066Sam\u2069", "Enter your name without control characters or line breaks."],
    ["an invisible space", "Ada\u200bLovelace", "Enter your name without control characters or line breaks."],
    ["digits only", "12345", "Enter your name in letters."],
    ["signs only", "!!!", "Enter your name in letters."],
  ])("with %s is refused, with the reason", (_, name, reason) => {
    expect(errorsOf({ name })).toEqual({ name: reason });
  });

  test("as long as a form can be is refused before it is searched for a web address, which would take minutes", () => {
    const looks = vi.spyOn(RegExp.prototype, "test");
    const searched = () => looks.mock.calls.filter((_, call) => String(looks.mock.contexts[call]).includes("https?:")).map(([text]) => String(text).length);
    expect(errorsOf({ name: "a-".repeat(120_000) })).toHaveProperty("name");
    expect(searched()).toEqual([]);
    valuesOf({ name: "a".repeat(NAME_MAX) });
    expect(searched()).toEqual([NAME_MAX]);
  });

  test("of one letter and thousands of marks is refused before they are sorted, which takes the square of them", () => {
    const composes = vi.spyOn(String.prototype, "normalize");
    const piled = `A${"\u0301".repeat(30_000)}${"\u0327".repeat(30_000)}`;
    expect(errorsOf({ name: piled, comment: piled })).toEqual({
      name: "Write with fewer marks on one letter.", comment: "Write with fewer marks on one letter.",
    });
    expect(composes.mock.contexts.map(String)).not.toContain(piled);
    expect(valuesOf({ name: "Ada" })).toMatchObject({ name: "Ada" });
    expect(composes.mock.contexts.map(String)).toContain("Ada");
  });
});

describe("an e-mail address", () => {
  test("is kept as it was typed, but for the space around it", () => {
    expect(valuesOf({ email: "  Ada.Lovelace+letters@Example.org " })).toMatchObject({ email: "Ada.Lovelace+letters@Example.org" });
  });

  test.each([
    ["", "Enter your e-mail address."],
    ["ada", "Enter an e-mail address like name@example.org."],
    ["ada@example", "Enter an e-mail address like name@example.org."],
    ["ada@example.org, sam@example.org", "Enter an e-mail address like name@example.org."],
    ["ada@example.org\r\nBcc: sam@example.org", "Enter an e-mail address like name@example.org."],
    ["Ada <ada@example.org>", "Enter an e-mail address like name@example.org."],
    [`${"a".repeat(250)}@example.org`, "Enter an e-mail address of at most 254 characters."],
  ])("%o is refused, with the reason", (email, reason) => {
    expect(errorsOf({ email })).toEqual({ email: reason });
  });
});

describe("the other fields", () => {
  test.each(["", "Germany", "de", "XX", "constructor"])("no country is called %o", (country) => {
    expect(errorsOf({ country })).toEqual({ country: "Choose your country." });
  });

  test.each(["SW1A 1AA", "75001", "A-1010", "〒100"])("postcode %o", (postcode) => {
    const isRefused = postcode.startsWith("〒");
    expect(errorsOf({ postcode })).toEqual(isRefused ? { postcode: "Enter a postcode of letters and digits only." } : {});
  });

  test("a postcode and a comment may be left out, or be missing altogether", () => {
    expect(valuesOf({ postcode: " ", comment: " \r\n " })).toMatchObject({ postcode: null, comment: null });
    const reading = checkFields(new URLSearchParams({ name: "Ada", email: "ada@example.org", country: "GB" }), SignForm);
    expect(reading).toMatchObject({ ok: true, values: { postcode: null, comment: null, isNameShown: false, updates: false } });
  });

  test("a postcode of 5,000 characters is refused", () => {
    expect(errorsOf({ postcode: "1".repeat(5_000) })).toEqual({ postcode: "Enter a postcode of at most 16 characters." });
  });

  test("a comment keeps its paragraphs, within 600 characters", () => {
    expect(valuesOf({ comment: "My kettle listens.\r\n\r\nIt should not.\r" })).toMatchObject({ comment: "My kettle listens.\n\nIt should not." });
    expect(errorsOf({ comment: "a".repeat(5_000) })).toEqual({ comment: "Keep your comment within 600 characters." });
    expect(errorsOf({ comment: "bell\u0007" })).toEqual({ comment: "Write your comment without control characters." });
    expect(errorsOf({ comment: "turn \u202Earound" })).toEqual({ comment: "Write your comment without control characters." });
  });

  test("boxes are unticked unless they were ticked", () => {
    expect(valuesOf({})).toMatchObject({ isNameShown: false, updates: false });
    expect(valuesOf({ show_name: "on", updates: "on" })).toMatchObject({ isNameShown: true, updates: true });
  });
});

test("a form without any field is answered in the words of the fields", () => {
  const reading = checkFields(new URLSearchParams(), SignForm);
  expect(reading).toMatchObject({
    ok: false,
    errors: { name: "Enter your name.", email: "Enter your e-mail address.", country: "Choose your country." },
  });
});

test.each(["2147483648", "9007199254740991", "1e300", "-1", "x"])("a version of the letter that cannot be is none: %s", (version) => {
  expect(valuesOf({ version })).toMatchObject({ letterVersion: undefined });
  expect(valuesOf({ version: "3" })).toMatchObject({ letterVersion: 3 });
});
