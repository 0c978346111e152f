import { sql } from "#db/client.server.ts";
import { PIECE_BYTES, ROWS_A_STEP } from "./limits.ts";
import { type CsvReading, type Delimiter, type Encoding, parseRows } from "./parse-rows.ts";

export interface StoredFile {
  id: string;
  bytes: number;
  delimiter: Delimiter;
  encoding: Encoding;
}

export interface Place {
  /** The next byte to read. */
  at: number;
  /** Its line, counted from 1. */
  line: number;
}

/** The next rows of a file that was received, with their lines in it, and where to go on; `next` is null after the last one. */
export async function readWindow(file: StoredFile, { at, line }: Place, limit = ROWS_A_STEP): Promise<Pick<CsvReading, "rows" | "broken"> & { next: Place | null }> {
  const bytes = await readBytes(file.id, at);
  const isLast = at + bytes.length >= file.bytes;
  const { rows, read, lines, broken } = parseRows(bytes, { ...file, isLast, limit });
  if (read === 0 && !isLast && !broken) throw new Error(`Nothing can be read of an import at byte ${at}.`);
  const isOver = broken !== undefined || at + read >= file.bytes;
  return {
    rows: rows.map((row) => ({ ...row, line: line + row.line })),
    next: isOver ? null : { at: at + read, line: line + lines },
    ...(broken ? { broken: { ...broken, line: line + broken.line } } : {}),
  };
}

async function readBytes(importId: string, at: number): Promise<Buffer> {
  const pieces = await sql<{ position: number; content: Buffer }[]>`
    select position::float8 as position, content from import_pieces
    where import_id = ${importId} and position > ${at - PIECE_BYTES} and position < ${at + PIECE_BYTES} order by position`;
  const [first] = pieces;
  if (!first) return Buffer.alloc(0);
  return Buffer.concat(pieces.map(({ content }) => content)).subarray(at - first.position, at - first.position + PIECE_BYTES);
}
