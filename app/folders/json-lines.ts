/** A place in a JSON text: the names and numbers that lead to it. */
export type JsonPath = readonly PropertyKey[];

export type JsonReading =
  | { ok: true; value: unknown; /** The line of a place, or of what should hold it. */ lineOf(path: JsonPath): number }
  | { ok: false; fault: { line: number; message: string } };

const SPACE = /[\t\n\r ]*/y;
// oxlint-disable-next-line eslint/no-control-regex
const TOKEN = /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[\dA-Fa-f]{4})*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?(?![\w.])|(?:true|false|null)\b/y;
const MAX_DEPTH = 20;
const MAX_VALUES = 50_000;

class NotJson extends Error {}

/** JSON with the lines of its parts, and with faults in words that say what to do: `JSON.parse` has neither. */
export function readJson(text: string): JsonReading {
  const lines = new Map<string, number>();
  let at = 0;
  let line = 1;
  let token = "";

  /** To the next token, or to "" at the end. */
  function step() {
    const start = endOf(SPACE, text, at + token.length);
    for (let next = text.indexOf("\n", at); next !== -1 && next < start; next = text.indexOf("\n", next + 1)) line += 1;
    at = start;
    token = text.slice(start, endOf(TOKEN, text, start));
    if (token === "" && start < text.length) throw new NotJson(unreadable(text[start]));
  }

  function expect(wanted: string, message: string) {
    if (token === "") throw new NotJson("The file ends too early.");
    if (token !== wanted) throw new NotJson(message);
  }

  function readValue(path: JsonPath): unknown {
    if (path.length > MAX_DEPTH) throw new NotJson("This is nested too deeply.");
    if (lines.size > MAX_VALUES) throw new NotJson("This file holds more than a campaign can.");
    lines.set(JSON.stringify(path), line);
    if (token === "{") return readObject(path);
    if (token === "[") return readArray(path);
    if (token === "") throw new NotJson("The file ends too early.");
    if (/^[}\],:]$/.test(token)) throw new NotJson(`A value is missing before “${token}”.`);
    return JSON.parse(token);
  }

  function readObject(path: JsonPath) {
    const entries = new Map<string, unknown>();
    for (step(); token !== "}"; step()) {
      if (entries.size > 0) {
        expect(",", "A comma is missing before this.");
        step();
        if (token === "}") throw new NotJson("There is a comma too many before “}”.");
      }
      if (!token.startsWith('"')) throw new NotJson(token === "" ? "The file ends too early." : "A name in double quotes is missing here.");
      const name = String(JSON.parse(token));
      if (entries.has(name)) throw new NotJson(`“${name}” stands here twice.`);
      const nameLine = line;
      step();
      expect(":", `A colon is missing after “${name}”.`);
      step();
      entries.set(name, readValue([...path, name]));
      lines.set(JSON.stringify([...path, name]), nameLine);
    }
    return Object.fromEntries(entries);
  }

  function readArray(path: JsonPath) {
    const values: unknown[] = [];
    for (step(); token !== "]"; step()) {
      if (values.length > 0) {
        expect(",", "A comma is missing before this.");
        step();
        if (token === "]") throw new NotJson("There is a comma too many before “]”.");
      }
      values.push(readValue([...path, values.length]));
    }
    return values;
  }

  try {
    step();
    const value = readValue([]);
    step();
    if (token !== "") throw new NotJson("There is more after the end.");
    return { ok: true, value, lineOf: (path) => nearest(lines, path) };
  } catch (error) {
    if (error instanceof NotJson) return { ok: false, fault: { line, message: error.message } };
    throw error;
  }
}

function unreadable(character = "") {
  if (character === '"') return "This text does not end on its line, or holds a backslash that stands for nothing.";
  return "This is not JSON. Texts stand in double quotes.";
}

function nearest(lines: Map<string, number>, path: JsonPath): number {
  return lines.get(JSON.stringify(path)) ?? (path.length === 0 ? 1 : nearest(lines, path.slice(0, -1)));
}

/** Where a match that begins here ends; here, when there is none. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}
