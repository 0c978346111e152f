const MEGABYTE = 1024 * 1024;

/** A million rows are about 100 MB; with long comments twice that. */
export const FILE_BYTES_MAX = 256 * MEGABYTE;
/** What is held in memory of a file at a time, while it comes and while it is read. */
export const PIECE_BYTES = 192 * 1024;
/** One row with all its fields. A longer one is a quote that was never closed. */
export const ROW_BYTES_MAX = 64 * 1024;
/** A step of a job takes about a second at most, and lets others have their turn. */
export const ROWS_A_STEP = 1_500;
export const COLUMNS_MAX = 100;
/** The page lists so many faults; the file of the dry run has them all. */
export const FAULTS_LISTED = 10_000;
/** For how long a file is kept. */
export const IMPORT_DAYS = 7;
