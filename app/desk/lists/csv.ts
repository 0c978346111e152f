/** What a spreadsheet would take for a formula; some take the wide forms of East Asian keyboards too, and skip what is not seen. */
const BEGINS_A_FORMULA = /^[\p{Cc}\p{Cf}\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** UTF-8's mark, by which some spreadsheets know it. */
export const BYTE_ORDER_MARK = "\ufeff";

/** One line of a file as RFC 4180 has it. A cell that a spreadsheet would run begins with an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(text: string): string {
  const safe = BEGINS_A_FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
