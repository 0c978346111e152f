import type { Delimiter, Encoding } from "./parse-rows.ts";
import { parseRows } from "./parse-rows.ts";
import { COLUMNS_MAX } from "./limits.ts";

const HEADER_MAX = 60;
const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];

export type Recognised =
  | { outcome: "recognised"; delimiter: Delimiter; header: string[]; start: number; startLine: number }
  | { outcome: "refused"; reason: string };

/** Bytes that UTF-8's mark takes at the beginning. */
function markBytes(bytes: Buffer) {
  return bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
}

/** Spreadsheets call it "Unicode text": two bytes a letter. */
function isUtf16(bytes: Buffer) {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** By its first bytes: what parts the columns (whatever makes most of them in the header row), and what they are called. */
export function recognise(bytes: Buffer, { encoding, isLast }: { encoding: Encoding; isLast: boolean }): Recognised {
  if (bytes.length === 0) return { outcome: "refused", reason: "Choose a file that is not empty." };
  if (isUtf16(bytes)) return { outcome: "refused", reason: "The file is written in UTF-16. Save it again as “CSV UTF-8”." };
  const mark = markBytes(bytes);
  const text = bytes.subarray(mark);
  const tried = DELIMITERS.map((delimiter) => ({ delimiter, ...parseRows(text, { delimiter, encoding, isLast, limit: 1 }) }));
  const [best] = tried.toSorted((one, other) => (other.rows[0]?.cells.length ?? 0) - (one.rows[0]?.cells.length ?? 0));
  const [row] = best?.rows ?? [];
  if (!best || !row) return { outcome: "refused", reason: best?.broken ? `The first row cannot be read. ${best.broken.reason}` : "The file has no rows." };
  if (row.cells.length > COLUMNS_MAX) return { outcome: "refused", reason: `The file has more than ${COLUMNS_MAX} columns.` };
  if (row.cells.some((cell) => /\S@\S+\.\S/.test(cell))) {
    return { outcome: "refused", reason: "The first row holds an address. Put a row above it that names the columns, such as: name,email,country" };
  }
  return { outcome: "recognised", delimiter: best.delimiter, header: row.cells.map(plain), start: mark + row.end, startLine: best.lines };
}

/** As it can be shown, and stand in a database. */
function plain(cell: string) {
  const cut = cell.replace(/\p{C}/gu, " ").trim();
  return cut.length > HEADER_MAX ? `${cut.slice(0, HEADER_MAX - 1)}…` : cut;
}
