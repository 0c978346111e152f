import { z } from "zod";
import { writeAudit } from "#app/audit/write.server.ts";
import type { JobKind, JobMoment } from "#app/jobs/job-kind.ts";
import type { Transaction } from "#db/client.server.ts";
import { findList } from "./all.server.ts";
import { BYTE_ORDER_MARK, csvLine } from "./csv.ts";
import type { Column, ListDefinition } from "./definition.ts";
import { Selection } from "./selection.ts";
import { openSelection, readSelected } from "./selected.server.ts";

const ROWS_A_PIECE = 5_000;

export const ExportInput = z.object({
  list: z.string(),
  selection: Selection,
  columns: z.array(z.string()).min(1),
  hasMark: z.boolean(),
});

const Cursor = z.object({ after: z.array(z.string()).nullable(), rows: z.number().int() });

/** A list as it was shown, as a file: the same filters, the same order, the columns that were chosen. */
export const exportListJob: JobKind<z.infer<typeof ExportInput>> = {
  input: ExportInput,
  file: { name: "list.csv", mediaType: "text/csv; charset=utf-8" },
  async step(tx, moment) {
    const { input, cursor } = moment;
    const list = findList(input.list);
    if (!list) throw new Error(`There is no list "${input.list}".`);
    const from = Cursor.parse(cursor ?? { after: null, rows: 0 });
    const columns = exportedColumns(list).filter(({ name }) => input.columns.includes(name));
    const selected = await openSelection(list, moment.campaignId, input.selection);
    const total = cursor === null ? await selected.count() : undefined;
    const { rows, after } = await readSelected(list, selected, { after: from.after, limit: ROWS_A_PIECE });
    const head = cursor === null ? `${input.hasMark ? BYTE_ORDER_MARK : ""}${csvLine(columns.map(({ title }) => title))}` : "";
    const written = from.rows + rows.length;
    if (after === null) await logExport(tx, moment, { list, words: selected.wordsForLog, rows: written });
    return {
      cursor: { after, rows: written },
      done: rows.length,
      ...(total === undefined ? {} : { total }),
      piece: Buffer.from(head + rows.map(({ row }) => csvLine(columns.map((column) => exported(column, row)))).join("")),
      isLast: after === null,
      ...(after === null ? { result: { rows: written } } : {}),
    };
  },
};

export function exportedColumns<Row extends object>(list: ListDefinition<Row>): Column<Row>[] {
  return list.columns.filter(({ isNeverExported }) => !isNeverExported);
}

function exported<Row>({ cell, exported: own }: Column<Row>, row: Row): string {
  if (own) return own(row);
  const { text, at } = cell(row);
  return at ? at.toISOString() : text;
}

async function logExport(tx: Transaction, moment: JobMoment<z.infer<typeof ExportInput>>, told: { list: ListDefinition; words: string; rows: number }) {
  const { jobId, campaignId, requestedBy, input, now } = moment;
  const { list, words, rows } = told;
  const after = { rows, which: words, columns: input.columns };
  await writeAudit(tx, { campaignId, by: requestedBy, act: "exported", subject: "list", subjectId: jobId, title: list.title, after }, now);
}
