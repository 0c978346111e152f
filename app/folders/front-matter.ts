import { isMap, isScalar, LineCounter, parse, parseDocument, type YAMLError } from "yaml";

export interface FrontMatter {
  values: Record<string, string>;
  /** The line of a value, or of the settings when it is not there. */
  lineOf(name: PropertyKey | undefined): number;
  body: string;
  /** The line on which the body begins. */
  bodyLine: number;
  faults: { line: number; message: string }[];
}

const RULE = "---";
/** YAML takes the square of what is piled up in it. */
const MAX_SETTINGS_CHARACTERS = 15_000;
const MAX_SETTINGS_LINES = 100;

/**
 * Settings between two lines of three hyphens, then a text. Every setting is a text, whatever YAML would make of it: a
 * title may be a year. One empty line between the two and one line break at the end belong to neither.
 */
export function readFrontMatter(text: string): FrontMatter {
  const lines = text.split("\n");
  const end = lines.indexOf(RULE, 1);
  if (lines[0] !== RULE || end === -1) {
    const message = "The file begins with its settings, between two lines of three hyphens.";
    return { ...unread(message), body: "", bodyLine: 1 };
  }
  const rest = lines.slice(end + 1).join("\n");
  const isApart = rest.startsWith("\n");
  return {
    ...readSettings(lines.slice(1, end).join("\n")),
    body: withoutLastBreak(isApart ? rest.slice(1) : rest),
    bodyLine: end + (isApart ? 3 : 2),
  };
}

/** The one line break that ends a file belongs to the file and not to its text. */
export function withoutLastBreak(text: string): string {
  return text.endsWith("\n") ? text.slice(0, -1) : text;
}

export function printFrontMatter(values: Record<string, string>, body: string): string {
  const settings = Object.entries(values).map(([name, value]) => `${name}: ${printValue(value)}\n`);
  return `${RULE}\n${settings.join("")}${RULE}\n${body === "" ? "" : `\n${body}\n`}`;
}

function unread(message: string) {
  return { values: {}, lineOf: () => 1, faults: [{ line: 1, message }] };
}

/** YAML that goes deeper than the machine's stack is refused like any other that cannot be read. */
function readSettings(yaml: string) {
  if (yaml.length > MAX_SETTINGS_CHARACTERS || yaml.split("\n").length > MAX_SETTINGS_LINES) return unread("The settings are too long.");
  try {
    return readMap(yaml);
  } catch (error) {
    if (error instanceof RangeError) return unread("The settings are nested too deeply.");
    throw error;
  }
}

function readMap(yaml: string) {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { schema: "failsafe", lineCounter: counter, logLevel: "silent" });
  // The line of three hyphens stands above.
  const lineAt = (offset: number | undefined) => counter.linePos(offset ?? 0).line + 1;
  const faults = document.errors.map((error) => ({ line: lineAt(error.pos[0]), message: sentenceOf(error) }));
  const values = new Map<string, string>();
  const places = new Map<PropertyKey, number>();
  if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) {
      const line = lineAt(isScalar(key) ? key.range?.[0] : undefined);
      const name = isScalar(key) ? String(key.value) : "";
      const setting = isScalar(value) ? value.value : undefined;
      places.set(name, line);
      if (typeof setting === "string") values.set(name, setting);
      else if (document.errors.length === 0) faults.push({ line, message: `Write one text after “${name}:”, in double quotes.` });
    }
  } else if (document.errors.length === 0 && document.contents !== null) {
    faults.push({ line: 2, message: "A setting is a name, a colon and a text." });
  }
  return { values: Object.fromEntries(values), lineOf: (name: PropertyKey = "") => places.get(name) ?? 1, faults };
}

function sentenceOf({ code }: YAMLError): string {
  if (code === "DUPLICATE_KEY") return "This setting stands here twice.";
  if (code === "TAB_AS_INDENT") return "Begin this line without a tab.";
  if (code === "MISSING_CHAR") return "A quote or a bracket is not closed.";
  return "This line cannot be read. Put the text after the colon in double quotes.";
}

/** As it is where every reader of YAML takes it for this text, in double quotes otherwise. */
function printValue(value: string): string {
  return isPlain(value) ? value : quoted(value);
}

function isPlain(value: string): boolean {
  if (/[\p{Cc}\u2028\u2029\ufeff]/u.test(value)) return false;
  try {
    const read: unknown = parse(`name: ${value}`, { logLevel: "error" });
    return typeof read === "object" && read !== null && JSON.stringify(read) === JSON.stringify({ name: value });
  } catch {
    return false;
  }
}

function quoted(value: string): string {
  const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escape);
}
