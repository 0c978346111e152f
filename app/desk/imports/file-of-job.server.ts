import { eq } from "drizzle-orm";
import { z } from "zod";
import { db, type Transaction } from "#db/client.server.ts";
import { campaigns, signatureImports } from "#db/schema/index.ts";
import { Mapping } from "./mapping.ts";
import { type Place, readWindow } from "./read-window.server.ts";
import { type RowFault, readRow, type RowValues } from "./read-row.ts";
import { recognise } from "./recognise.ts";

/** How many rows are looked at before others have their turn. */
const ROWS_A_BREATH = 250;

export const Tally = z.object({ rows: z.number(), added: z.number(), alreadyThere: z.number(), twice: z.number(), faulty: z.number() });
export type Tally = z.infer<typeof Tally>;

/** Where a job that reads a file stands. */
export const ImportCursor = z.object({ place: z.object({ at: z.number(), line: z.number() }), tally: Tally, faults: z.number() });
const START = { tally: { rows: 0, added: 0, alreadyThere: 0, twice: 0, faulty: 0 }, faults: 0 };

export interface GoodRow {
  line: number;
  values: RowValues;
}

export interface FaultyLine extends RowFault {
  line: number;
}

/** The next rows of an import's file, those that hold and those that do not. */
export async function readNextRows(tx: Transaction, { importId, mapping, cursor, now }: { importId: string; mapping: Mapping; cursor: unknown; now: Date }) {
  const [file] = await tx
    .select({
      id: signatureImports.id, bytes: signatureImports.bytes, delimiter: signatureImports.delimiter, encoding: signatureImports.encoding,
      header: signatureImports.header, droppedAt: signatureImports.droppedAt, sharesAddresses: campaigns.sharesAddresses,
    })
    .from(signatureImports)
    .innerJoin(campaigns, eq(campaigns.id, signatureImports.campaignId))
    .where(eq(signatureImports.id, importId));
  if (!file || file.droppedAt) throw new Error("The file of this import is gone.");
  const from = cursor === null ? { ...START, place: await afterHeader(file) } : ImportCursor.parse(cursor);
  const { rows, next, broken } = await readWindow(file, from.place);
  const good: GoodRow[] = [];
  const faults: FaultyLine[] = [];
  let faulty = 0;
  for (const [index, { cells, line }] of rows.entries()) {
    if (index % ROWS_A_BREATH === 0) await breathe();
    const read = readRow(cells, { header: file.header, mapping, now });
    if (read.ok) good.push({ line, values: read.values });
    else faulty += 1;
    if (!read.ok) faults.push(...read.faults.map((fault) => ({ ...fault, line })));
  }
  return { file, from, rows: rows.length, good, faulty, faults, next, broken, isFirst: cursor === null };
}

async function afterHeader(file: Parameters<typeof readWindow>[0]): Promise<Place> {
  const [piece] = await readFirst(file.id);
  const found = piece && recognise(piece.content, { encoding: file.encoding, isLast: piece.content.length >= file.bytes });
  if (found?.outcome !== "recognised") throw new Error("The first row of an import cannot be read any more.");
  return { at: found.start, line: 1 + found.startLine };
}

async function readFirst(importId: string) {
  return db.query.importPieces.findMany({ where: (piece, { and, eq: is }) => and(is(piece.importId, importId), is(piece.position, 0)) });
}

function breathe() {
  return new Promise<void>((done) => void setImmediate(done));
}

/** Progress in rows, though nobody has counted them: by how much of the file they took. */
export function estimateRows({ bytes }: { bytes: number }, { rows, next }: { rows: number; next: Place | null }) {
  return next === null ? rows : Math.max(rows, Math.round((rows * bytes) / next.at));
}
