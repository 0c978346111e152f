/** The database cannot be used, said to the operator in one sentence that tells what to do. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
}
