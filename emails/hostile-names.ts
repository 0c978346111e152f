const LONGEST_NAME = 100;

/** C0 and C1 controls, and the marks that turn the direction of text around. */
const CONTROLS = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]+/gu;

/** Characters that mean something inside a mail header: quotes, brackets, separators. */
const HEADER_SPECIALS = /["\\<>()[\]:;@,]+/g;

/**
 * A name as mail may print it: one line, of bounded length, and nothing in it that a mail program turns into a
 * link. A form refuses such names; mail is printed from what the database holds, so it looks again.
 */
export function printedName(name: string) {
  return shorten(oneLine(name)).replace(/(?<=\S)([.@:/])(?=\S)/gu, "$1\u2060");
}

/** A name for the From header: it can neither end the header nor pretend to hold an address. */
export function senderName(name: string) {
  return shorten(oneLine(name.replace(HEADER_SPECIALS, " ")));
}

/** Text for the Subject header. */
export function subjectLine(text: string) {
  return oneLine(text);
}

function oneLine(text: string) {
  return text.replace(CONTROLS, " ").replace(/\s+/gu, " ").trim();
}

/** By characters and not by halves of them: half of one is no valid JSON for the database. */
function shorten(text: string) {
  return [...text].slice(0, LONGEST_NAME).join("");
}
