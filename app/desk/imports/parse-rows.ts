import { CsvError, parse } from "csv-parse/sync";
import { ROW_BYTES_MAX } from "./limits.ts";

export type Delimiter = "," | ";" | "\t";
export type Encoding = "utf-8" | "windows-1252";

export interface CsvRow {
  cells: string[];
  /** Where it begins, counted from the first line of what was given, which is 0. */
  line: number;
  /** Of the first byte after it. */
  end: number;
}

export interface CsvReading {
  rows: CsvRow[];
  /** Bytes that were read, and line ends in them. */
  read: number;
  lines: number;
  /** Where the file cannot be read any further, and why. */
  broken?: { line: number; reason: string };
}

interface Windowed {
  delimiter: Delimiter;
  encoding: Encoding;
  /** Nothing comes after these bytes. */
  isLast: boolean;
  limit?: number;
}

const LF = 10;
const CR = 13;

/**
 * The rows that lie whole in these bytes of a CSV file, which begin with a row. What may go on after the last byte is
 * left for the next reading. Line breaks and delimiters within quotes belong to their field; empty lines are passed over.
 */
export function parseRows(bytes: Buffer, { delimiter, encoding, isLast, limit = Infinity }: Windowed): CsvReading {
  const found: { cells: string[]; end: number }[] = [];
  const failure = parseAll(bytes, { delimiter, encoding }, (cells, end) => void found.push({ cells, end }));
  if (!isLast && found.at(-1)?.end === bytes.length) found.pop();
  const kept = found.slice(0, limit);
  const { rows, lines, at } = withLines(bytes, kept);
  const isCut = kept.length < found.length;
  // What follows is more than a row may be, or lacks its end though the file is over.
  const broken = failure && !isCut && (isLast || failure.code !== "CSV_QUOTE_NOT_CLOSED") ? { broken: { line: lineAt(bytes, at, lines), reason: failure.reason } } : {};
  const read = kept.length === 0 && !failure ? skipEmpty(bytes, isLast) : at;
  return { rows, read, lines: kept.length === 0 && read > 0 ? countLines(bytes, 0, read) : lines, ...broken };
}

function parseAll(bytes: Buffer, { delimiter, encoding }: Pick<Windowed, "delimiter" | "encoding">, take: (cells: string[], end: number) => void) {
  try {
    parse(bytes, {
      delimiter,
      encoding: encoding === "utf-8" ? "utf8" : "latin1",
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: ROW_BYTES_MAX,
      on_record: (cells: string[], { bytes: end }) => {
        take(encoding === "utf-8" ? cells : cells.map(fromWindows1252), end);
        return null;
      },
    });
    return undefined;
  } catch (error) {
    if (error instanceof CsvError) return { code: error.code, reason: SAID[error.code] ?? "This row cannot be read." };
    throw error;
  }
}

const SAID: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: "A quotation mark is opened here and closed nowhere in the rest of the file.",
  CSV_MAX_RECORD_SIZE: `This row is longer than ${ROW_BYTES_MAX / 1024} KB. A quotation mark may have been opened and not closed.`,
};

/** Bytes 0x80 to 0x9f, where Latin-1 has control characters. (Node 20’s own decoder of this name reads Latin-1.) */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function fromWindows1252(text: string) {
  return text.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter);
}

function withLines(bytes: Buffer, found: { cells: string[]; end: number }[]) {
  let at = 0;
  let lines = 0;
  const rows = found.map(({ cells, end }) => {
    const line = lineAt(bytes, at, lines);
    lines += countLines(bytes, at, end);
    at = end;
    return { cells, line, end };
  });
  return { rows, lines, at };
}

/** The line of the first byte that is no line end. */
function lineAt(bytes: Buffer, from: number, lines: number) {
  let start = from;
  while (bytes[start] === LF || bytes[start] === CR) start += 1;
  return lines + countLines(bytes, from, start);
}

function countLines(bytes: Buffer, from: number, to: number) {
  let lines = 0;
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) lines += 1;
  }
  return lines;
}

/** A stretch of empty lines is read, and holds no row. */
function skipEmpty(bytes: Buffer, isLast: boolean) {
  let at = 0;
  while (bytes[at] === LF || bytes[at] === CR) at += 1;
  return isLast ? bytes.length : at;
}
