/** The row that an insert returned. */
export function only<Row>(rows: Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error("The database returned no row.");
  return row;
}
